import type { Helpers } from '../spread/spread';
import type { StillWanted } from '../still-wanted';

/** How a run is to be trained, besides on the active backend. */
export interface TrainerOptions {
  /** Its steps are compiled, and need no backend then. */
  readonly compiled?: boolean;
  readonly stillWanted?: StillWanted;
  /** Other workers, for the compiled steps of many networks. */
  readonly helpers?: Helpers | undefined;
}
