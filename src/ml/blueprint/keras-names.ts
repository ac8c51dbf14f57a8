/** What Keras and tfjs call our nodes and weights in a saved model. */
import type { SavedUnder } from './layer-description';
import { layerNamed } from './layers';
import type { NodeSpec } from './network-spec';

/** Our roles in Keras's words. */
const ROLES: Readonly<Record<string, string>> = {
  kernel: 'kernel',
  bias: 'bias',
  scale: 'gamma',
  shift: 'beta',
  runningMean: 'moving_mean',
  runningVariance: 'moving_variance',
};

/** A node's id as a layer's name: strokes part a weight's name from its layer's there. */
export function kerasName(id: string): string {
  return id.replaceAll('/', '_');
}

/** A layer's weight in Keras's words: `depthwise_kernel` for the kernel of a depthwise convolution. */
export function kerasWord(layer: string, role: string): string {
  return layerNamed(layer)?.savedAs?.[role] ?? ROLES[role] ?? role;
}

/** The layers under whose names a saved model keeps a node's weights. */
export function savedUnder(node: NodeSpec): SavedUnder {
  const name = kerasName(node.id);
  return layerNamed(node.layer)?.savedUnder?.(node, name) ?? { weights: name };
}
