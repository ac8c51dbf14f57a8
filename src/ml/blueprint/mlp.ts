import { at } from '../../base/at';
import type { InitialiserName } from './initialiser-names';
import type { NetworkSpec } from './network-spec';
import { sequential, type ChainLayer } from './sequential';

/** The chain that most programs of the MLP chapter train: dense layers, each with norm, activation and dropout as asked. */
export interface MlpSettings {
  readonly name: string;
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly outputs: number;
  /** One a hidden layer; a shorter list repeats its last. */
  readonly activations: readonly string[];
  readonly initialiser?: InitialiserName;
  readonly initialScale?: number;
  readonly dropout?: number;
  readonly batchNorm?: boolean;
}

/**
 * A multilayer perceptron as a chain: hidden layers `hidden1 … hiddenL` (dense), each followed by its batch norm, activation
 * (`hidden1-activation`) and dropout as asked, and the dense `output` without activation.
 */
export function mlp(settings: MlpSettings): NetworkSpec {
  const weights = { initialiser: settings.initialiser ?? 'xavierUniform', initialScale: settings.initialScale ?? 1 };
  const layers: ChainLayer[] = [];
  settings.hidden.forEach((units, i) => {
    const id = `hidden${i + 1}`;
    const activation =
      settings.activations.length === 0 ? 'identity' : at(settings.activations, Math.min(i, settings.activations.length - 1));
    layers.push({ id, layer: 'dense', options: { units, ...weights } });
    if (settings.batchNorm === true) layers.push({ id: `${id}-norm`, layer: 'batchNorm' });
    layers.push({ id: `${id}-activation`, layer: 'activation', options: { activation } });
    if ((settings.dropout ?? 0) > 0) layers.push({ id: `${id}-dropout`, layer: 'dropout', options: { rate: settings.dropout ?? 0 } });
  });
  layers.push({ id: 'output', layer: 'dense', options: { units: settings.outputs, ...weights } });
  return sequential(settings.name, [settings.inputs], layers);
}
