import { activations } from '../activations';
import { activation as description } from '../layers/activation';
import type { PlainLayer } from './plain-layer';

/** The activation's closed form, number by number. */
export const activation: PlainLayer = (node, [input]) => {
  const name = description.activation?.(node) ?? 'identity';
  return input === undefined ? undefined : { shape: input.shape, data: input.data.map((value) => activations[name].value(value)) };
};
