/** What a transformer's residual stream is made of: whoever adds to it, in the order in which they do. */
import type { TransformerSettings } from './transformer';

/**
 * One who adds to the stream: a symbol's vector, its place's, a head of a block, the block's layers on each place; `bias` is what the
 * norms and the output add whatever was read.
 */
export interface StreamPart {
  readonly kind: 'embedding' | 'positions' | 'head' | 'mlp' | 'bias';
  /** Counted from 1; 0 for those that belong to no block. */
  readonly block: number;
  readonly head: number;
}

/** The parts, the same for every way of norm and shortcuts: one that does not reach the end adds zeros. */
export function streamParts({ blocks, heads }: Pick<TransformerSettings, 'blocks' | 'heads'>): readonly StreamPart[] {
  const alone = (kind: StreamPart['kind'], block = 0, head = 0): StreamPart => ({ kind, block, head });
  return [
    alone('embedding'),
    alone('positions'),
    ...Array.from({ length: blocks }, (_, i) => i + 1).flatMap((block) => [
      ...Array.from({ length: heads }, (_, head) => alone('head', block, head + 1)),
      alone('mlp', block),
    ]),
    alone('bias'),
  ];
}
