/** Optimisers by name, and their factors (`ml/optimisers`). */
export const OPTIMISER_NAMES = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;
export type OptimiserName = (typeof OPTIMISER_NAMES)[number];

export interface OptimiserSettings {
  readonly name: OptimiserName;
  /** Momentum's factor (default 0.9). */
  readonly momentum?: number;
  /** Momentum looks ahead along its velocity (Nesterov 1983, as Sutskever et al. 2013 put it); default false. */
  readonly nesterov?: boolean;
  /** RMSProp's factor of the running square (default 0.9). */
  readonly decay?: number;
  /** Adam's factors (defaults 0.9 and 0.999). */
  readonly beta1?: number;
  readonly beta2?: number;
  /** Added to the root in RMSProp and Adam (default 1e-8 … always passed on, since libraries' defaults differ). */
  readonly epsilon?: number;
}
