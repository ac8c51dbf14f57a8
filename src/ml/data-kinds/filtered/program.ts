/** Pictures and what a fixed kernel makes of them, as a program describes them. */
import type { KernelWeights } from '../../blueprint/convolve';

/** Random pictures (each number uniform in 0 … 1), or one given picture, and what a fixed kernel makes of them. */
export interface FilteredData {
  readonly kind: 'filtered';
  readonly shape: readonly [rows: number, columns: number, channels: number];
  readonly samples: number;
  /** The only picture there is, in place of random ones. */
  readonly picture?: readonly number[];
  readonly kernel: KernelWeights;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}
