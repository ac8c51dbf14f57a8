/** A network's layers as boxes that can be chosen: by pointer, by finger, by arrow keys. */
import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { fill, type Lang } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { graphLayout, type GraphLayout, type GraphNode, type PlacedNode } from './graph-layout';
import { cut, cutName } from './words';

export interface GraphLayer extends GraphNode {
  /** What kind of layer and how many units: the box's second line. */
  readonly about: string;
  /** From 0 to 1: how much of the layer is dead or saturated, drawn as a bar along the box's foot; undefined where it cannot be said. */
  readonly flat?: number | undefined;
  readonly frozen?: boolean;
}

interface NetworkGraphProps {
  readonly layers: readonly GraphLayer[];
  readonly chosen: string;
  readonly width: number;
  readonly lang: Lang;
  readonly onChoose: (id: string) => void;
}

/** A curve from the right side of one box to the left of another, or from foot to head where depth runs downwards. */
function curve(from: PlacedNode, to: PlacedNode, { box, down }: Pick<GraphLayout, 'box' | 'down'>): string {
  if (down) {
    const [x1, y1] = [from.x + box.width / 2, from.y + box.height];
    const [x2, y2] = [to.x + box.width / 2, to.y];
    const bend = Math.max(6, Math.abs(y2 - y1) / 2);
    return `M${x1},${y1}C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}`;
  }
  const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
  const [x2, y2] = [to.x, to.y + box.height / 2];
  const bend = Math.max(8, Math.abs(x2 - x1) / 2);
  return `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

export function NetworkGraph({ layers, chosen, width, lang, onChoose }: NetworkGraphProps) {
  const root = useRef<SVGSVGElement>(null);
  const layout = graphLayout(layers, width, chosen);
  const { boxes, edges, box, height } = layout;
  const at = Math.max(
    0,
    layers.findIndex(({ id }) => id === chosen),
  );
  const go = (to: number): void => {
    const next = layers[Math.max(0, Math.min(layers.length - 1, to))];
    if (next === undefined) return;
    onChoose(next.id);
    // The chosen box is drawn with the choice; it takes the focus then.
    requestAnimationFrame(() => root.current?.querySelector<SVGGElement>('[aria-pressed="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: layers.length - 1 }[event.key];
    if (to === undefined) return;
    go(to);
    event.preventDefault();
    event.stopPropagation();
  };
  const press = (event: KeyboardEvent, act: () => void): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    act();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg
      ref={root}
      viewBox={`0 0 ${width} ${height + 4}`}
      class="gb-svg gb-graph"
      role="group"
      aria-label={inspectorText.graph[lang]}
      onKeyDown={onKeyDown}
    >
      <g class="gb-graph-edges" aria-hidden="true">
        {edges.map(([from, to]) => {
          const [a, b] = [boxes[from], boxes[to]];
          return a === undefined || b === undefined ? null : <path d={curve(a, b, layout)} key={`${from}-${to}`} />;
        })}
      </g>
      {boxes.map((placed) => {
        const layer = layers.find(({ id }) => id === placed.id);
        const folded = placed.folded;
        const middle = folded?.[Math.floor(folded.length / 2)];
        const act = (): void => onChoose(middle ?? placed.id);
        const pressed = placed.id === chosen;
        const words = folded === undefined ? placed.id : fill(inspectorText.folded[lang], { count: folded.length });
        const flat = layer?.flat;
        const ends = folded === undefined ? placed.id : `${folded[0] ?? ''} … ${folded.at(-1) ?? ''}`;
        const place = `translate(${placed.x},${placed.y + 2})`;
        return (
          <Fragment key={placed.id}>
            <g
              class={`gb-graph-box${pressed ? ' gb-graph-chosen' : ''}${folded === undefined ? '' : ' gb-graph-fold'}`}
              role="button"
              tabindex={pressed ? 0 : -1}
              aria-pressed={folded === undefined ? pressed : undefined}
              aria-label={`${ends}, ${folded === undefined ? (layer?.about ?? '') : words}`}
              transform={place}
              onClick={act}
              onKeyDown={(event) => press(event, act)}
            >
              <title>{ends}</title>
              <rect width={box.width} height={box.height} rx={5} />
              {flat !== undefined && flat > 0 && (
                <rect class="gb-graph-flat" x={3} y={box.height - 6} width={(box.width - 6) * flat} height={3} />
              )}
            </g>
            {/* Beside the button, whose name says it in full: these words are cut to fit. */}
            <g class="gb-graph-words" aria-hidden="true" transform={place}>
              <text x={box.width / 2} y={folded === undefined ? 18 : 20} text-anchor="middle" class="gb-label">
                {folded === undefined ? cutName(placed.id, box.width - 6) : '⋯'}
              </text>
              <text x={box.width / 2} y={33} text-anchor="middle">
                {cut(
                  folded === undefined ? `${layer?.frozen === true ? '❄ ' : ''}${layer?.about ?? ''}` : `+${folded.length}`,
                  box.width - 6,
                )}
              </text>
            </g>
          </Fragment>
        );
      })}
    </svg>
  );
}
