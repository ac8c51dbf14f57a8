/** What Keras and tfjs call our nodes and weights in a saved model. */

/** Our roles in Keras's words. */
export const KERAS_ROLES: Readonly<Record<string, string>> = {
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
