/** A transformer that says at every place what comes next (Vaswani et al. 2017; the causal one of Radford et al. 2018), as data. */
import type { NetworkSpec, NodeSpec } from './network-spec';

/** How the network knows where a symbol stands. */
export type Positions = 'none' | 'learned' | 'sinusoidal' | 'rotary';

/**
 * Where layer norm stands: before each part, off the stream, and once at its end (Radford et al. 2019); after each sum, on the stream
 * (Vaswani et al. 2017); or nowhere.
 */
export type NormPlace = 'before' | 'after' | 'none';

export interface TransformerSettings {
  readonly name: string;
  /** Symbols that there are, and places of a window. */
  readonly classes: number;
  readonly length: number;
  readonly blocks: number;
  /** Numbers that stand for a place: the width of the residual stream. */
  readonly width: number;
  readonly heads: number;
  readonly positions: Positions;
  readonly norm: NormPlace;
  /** Each part adds to what it was given; without it, it takes its place. */
  readonly residual: boolean;
  /** A place sees itself and those before it alone. */
  readonly causal: boolean;
}

/** Hidden units of the part that works on each place by itself, in widths (Vaswani et al. 2017, section 3.3). */
const HIDDEN = 4;

/** The two kinds of parts that a block is made of, in this order. */
const PART_KINDS = ['attention', 'mlp'] as const;
type PartKind = (typeof PART_KINDS)[number];

/** The nodes of one part of a block. */
export interface PartNodes {
  readonly block: number;
  readonly kind: PartKind;
  /** What the part reads, and what it says. */
  readonly reads: string;
  readonly says: string;
  /** The stream behind it. */
  readonly stream: string;
}

/** Names of a transformer's nodes, in the order in which the stream passes them. */
export interface TransformerNodes {
  /** Nodes whose sum the stream begins with. */
  readonly start: string;
  readonly parts: readonly PartNodes[];
  /** What the scores are read from. */
  readonly end: string;
}

/** Where in the network of these settings each part is. Blocks are counted from 1. */
export function transformerNodes({ blocks, positions, norm, residual }: Omit<TransformerSettings, 'name'>): TransformerNodes {
  const placed = positions === 'learned' || positions === 'sinusoidal';
  const start = placed ? 'positions' : 'embedding';
  let stream = start;
  const parts = Array.from({ length: blocks }, (_, i) => i + 1).flatMap((block) =>
    PART_KINDS.map((kind): PartNodes => {
      const id = `${kind}${block}`;
      const reads = norm === 'before' ? `${id}-norm` : stream;
      const summed = residual ? `${id}-sum` : id;
      stream = norm === 'after' ? `${id}-norm` : summed;
      return { block, kind, reads, says: id, stream };
    }),
  );
  return { start, parts, end: norm === 'before' ? 'norm' : stream };
}

/**
 * The network: symbols and their places as vectors, and blocks of attention (`attention1`, …) and of two dense layers on each place by
 * itself (`hidden1`, `mlp1`, …), each adding to the stream; `output` reads the scores of the next symbol off its end. Attention has no
 * biases: one of the keys would add the same to all scores of a place, which its softmax does not see, and its gradient would be rounding.
 */
export function transformer(settings: TransformerSettings): NetworkSpec {
  const { name, classes, length, width, heads, positions, norm, residual, causal } = settings;
  const { parts, end } = transformerNodes(settings);
  const nodes: NodeSpec[] = [
    {
      id: 'embedding',
      layer: 'embedding',
      from: ['x'],
      options: { size: classes, units: width, initialiser: 'normal', initialScale: 0.2 },
    },
  ];
  let stream = 'embedding';
  if (positions === 'learned' || positions === 'sinusoidal') {
    nodes.push({ id: 'positions', layer: 'positions', from: [stream], options: { kind: positions, initialScale: 0.2 } });
    stream = 'positions';
  }
  for (const { block, kind, reads, says, stream: behind } of parts) {
    if (norm === 'before') nodes.push({ id: reads, layer: 'layerNorm', from: [stream], options: {} });
    if (kind === 'attention') {
      nodes.push({
        id: says,
        layer: 'attention',
        from: [reads],
        options: { heads, causal, rotary: positions === 'rotary', useBias: false },
      });
    } else {
      const hidden = `hidden${block}`;
      nodes.push({ id: hidden, layer: 'dense', from: [reads], options: { units: HIDDEN * width } });
      nodes.push({ id: `${hidden}-gelu`, layer: 'activation', from: [hidden], options: { activation: 'gelu' } });
      nodes.push({ id: says, layer: 'dense', from: [`${hidden}-gelu`], options: { units: width } });
    }
    const summed = residual ? `${says}-sum` : says;
    if (residual) nodes.push({ id: summed, layer: 'add', from: [stream, says], options: {} });
    if (norm === 'after') nodes.push({ id: behind, layer: 'layerNorm', from: [summed], options: {} });
    stream = behind;
  }
  if (norm === 'before') nodes.push({ id: end, layer: 'layerNorm', from: [stream], options: {} });
  nodes.push({ id: 'output', layer: 'dense', from: [end], options: { units: classes } });
  return { name, inputs: { x: { shape: [length], kind: 'indices', size: classes } }, nodes, outputs: ['output'] };
}
