/** A network as a strip of blocks from left to right: tall where images are large, dark where windows are; sums and joins as knots. */
import { useMemo } from 'preact/hooks';
import { at } from '../../base/at';
import type { LayerDescription } from '../../ml/blueprint/layer-description';
import { layerNamed } from '../../ml/blueprint/layers';
import type { ViewNetwork } from '../view';
import { layoutBlocks, type BlockLayout, type PlacedBlock } from './block-layout';
import { coordinate } from './ramp';

interface StripProps {
  readonly network: ViewNetwork;
  /** Of each node's output, without the batch. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What a pointer over a block is told. */
  readonly wordsFor: (id: string) => string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A column narrower than this has no room for the number of its channels. */
const ROOM = 22;

function windowOf({ options }: PlacedBlock['node']): number {
  const size = options['size'];
  return typeof size === 'number' ? size : Array.isArray(size) ? Number(size[0]) : 1;
}

const drawingOf = ({ node }: PlacedBlock): LayerDescription['drawing'] | undefined => layerNamed(node.layer)?.drawing;

/** Larger windows are darker. */
function shade(block: PlacedBlock, colour: string): string {
  const drawing = drawingOf(block);
  if (drawing === 'pool') return 'var(--gb-line)';
  if (drawing === 'units') return 'var(--gb-surface)';
  const share = Math.min(100, 12 + 18 * windowOf(block.node));
  return `color-mix(in oklab, ${colour} ${share}%, var(--gb-paper))`;
}

function boxOf(block: PlacedBlock, shape: readonly number[], column: number, height: number): Box {
  const side = shape.length === 3 ? at(shape, 0) : 1;
  const band = height / block.rows;
  const tall = Math.min(0.86 * band, Math.max(10, (0.9 * height * (1 + Math.log2(side))) / 5));
  const wide = column * (drawingOf(block) === 'pool' ? 0.3 : 0.62);
  return { x: (block.column + 0.5) * column - wide / 2, y: (block.row + 0.5) * band - tall / 2, width: wide, height: tall };
}

/** From the right of one box to the left of another; over what lies between where it passes blocks by. */
function edgePath(from: Box | undefined, to: Box, columns: number, top: number, height: number): string {
  const [x1, y1] = from === undefined ? [0, height / 2] : [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  if (columns <= 1) return `M${coordinate(x1)} ${coordinate(y1)}L${coordinate(x2)} ${coordinate(y2)}`;
  return `M${coordinate(x1)} ${coordinate(y1)}C${coordinate(x1 + 8)} ${top} ${coordinate(x2 - 8)} ${top} ${coordinate(x2)} ${coordinate(y2)}`;
}

function Block({
  block,
  box,
  colour,
  words,
  channels,
}: {
  readonly block: PlacedBlock;
  readonly box: Box;
  readonly colour: string;
  readonly words: string;
  readonly channels: number | undefined;
}) {
  const drawing = drawingOf(block);
  const [cx, cy] = [coordinate(box.x + box.width / 2), coordinate(box.y + box.height / 2)];
  const title = <title>{words}</title>;
  if (drawing === 'sum' || drawing === 'join') {
    return (
      <g class="gb-block-knot">
        {title}
        <circle cx={cx} cy={cy} r={6} stroke={colour} />
        <path
          d={drawing === 'sum' ? `M${cx - 3} ${cy}h6M${cx} ${cy - 3}v6` : `M${cx - 2} ${cy - 3}v6M${cx + 2} ${cy - 3}v6`}
          stroke={colour}
        />
      </g>
    );
  }
  return (
    <g class="gb-block">
      {title}
      <rect
        x={coordinate(box.x)}
        y={coordinate(box.y)}
        width={coordinate(box.width)}
        height={coordinate(box.height)}
        rx={2}
        fill={shade(block, colour)}
        stroke={drawing === 'pool' ? 'none' : colour}
      />
      {channels !== undefined && (
        <text x={cx} y={coordinate(box.y + box.height + 12)} text-anchor="middle">
          {channels}
        </text>
      )}
    </g>
  );
}

function boxesOf(layout: BlockLayout, shapes: StripProps['shapes'], column: number, height: number): Box[] {
  return layout.blocks.map((block) => boxOf(block, shapes[block.node.id] ?? [], column, height));
}

export function BlockStrip({ network, shapes, colour, x, y, width, height, wordsFor }: StripProps) {
  const layout = useMemo(() => layoutBlocks(network), [network]);
  const column = width / Math.max(1, layout.columns);
  const boxes = boxesOf(layout, shapes, column, height);
  return (
    <g transform={`translate(${x},${y})`} class="gb-block-strip">
      {layout.edges.map(({ from, to }) => {
        const box = boxes[to];
        const span = (layout.blocks[to]?.column ?? 0) - (layout.blocks[from]?.column ?? -1);
        return box !== undefined && <path d={edgePath(boxes[from], box, span, -14, height)} class="gb-block-edge" key={`${from}-${to}`} />;
      })}
      {layout.blocks.map((block, i) => {
        const box = boxes[i];
        // Where the number of channels is chosen, and not what comes in.
        const chosen = layerNamed(block.node.layer)?.width !== undefined;
        const channels = chosen && block.rows === 1 && column >= ROOM ? shapes[block.node.id]?.at(-1) : undefined;
        return (
          box !== undefined && (
            <Block block={block} box={box} colour={colour} words={wordsFor(block.node.id)} channels={channels} key={block.node.id} />
          )
        );
      })}
    </g>
  );
}
