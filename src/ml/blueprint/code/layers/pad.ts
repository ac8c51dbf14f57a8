/** A class of printed TensorFlow.js programs that several layers call. */
import type { Helpers } from './layer-code';

/** Padding for which tfjs has no word, put there before. */
export const PAD: Helpers = {
  Pad: [
    'class Pad extends tf.layers.Layer {',
    "  static className = 'Pad';",
    '  constructor({ rows, columns, value }) { super({}); Object.assign(this, { rows, columns, value }); }',
    '  computeOutputShape([n, h, w, c]) { return [n, h + this.rows[0] + this.rows[1], w + this.columns[0] + this.columns[1], c]; }',
    '  call(x) { return tf.pad([x].flat()[0], [[0, 0], this.rows, this.columns, [0, 0]], this.value); }',
    '}',
  ],
};
