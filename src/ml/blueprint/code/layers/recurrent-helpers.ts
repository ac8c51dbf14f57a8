/** Classes that printed programs with recurrent layers bring where a library has none. */
import type { LayerCode } from './layer-code';
import { REVERSE } from './steps';

const TFJS_START = [
  'class Start extends tf.layers.Layer {',
  "  static className = 'Start';",
  '  constructor({ units, trainable = true }) { super({ trainable }); this.units = units; }',
  '  build(shape) {',
  "    this.state = this.addWeight('state', [this.units], 'float32', tf.initializers.zeros());",
  '    super.build(shape);',
  '  }',
  '  computeOutputShape([n]) { return [n, this.units]; }',
  '  call(x) { return tf.tile(tf.reshape(this.state.read(), [1, this.units]), [[x].flat()[0].shape[0], 1]); }',
  '}',
];

const TFJS_GATE_BIAS = [
  'class GateBias extends tf.initializers.constant({ value: 0 }).constructor {',
  "  static className = 'GateBias';",
  '  constructor({ units, gates }) { super({ value: 0 }); Object.assign(this, { units, gates }); }',
  '  apply() { return tf.concat(this.gates.map((one) => tf.fill([this.units], one))); }',
  '}',
];

const TFJS_STEPS = [
  'class Steps extends tf.layers.Layer {',
  "  static className = 'Steps';",
  '  constructor(from, to) { super({}); Object.assign(this, { from, to }); }',
  '  computeOutputShape([n, , units]) { return [n, this.to - this.from, units]; }',
  '  call(x) { return tf.slice([x].flat()[0], [0, this.from], [-1, this.to - this.from]); }',
  '}',
];

const TFJS_CUT = [
  'class Cut extends tf.layers.Layer {',
  "  static className = 'Cut';",
  '  computeOutputShape(shape) { return shape; }',
  '  call(x) {',
  '    const [state] = [x].flat();',
  '    return tf.customGrad(() => ({ value: tf.clone(state), gradFunc: () => [] }))();',
  '  }',
  '}',
];

/**
 * A layer that is handed its state as an input: tfjs's own cannot be, where a model is applied in training. A piece of one step is the cell's
 * own, since tfjs takes sequences apart, and the gradient of taking a single step out of them fails.
 */
const TFJS_PIECE = [
  'class Piece extends tf.layers.Layer {',
  "  static className = 'Piece';",
  '  constructor(layer, first) { super({}); Object.assign(this, { layer, first }); }',
  '  get trainableWeights() { return this.first ? this.layer.trainableWeights : []; }',
  '  get nonTrainableWeights() { return this.first ? this.layer.nonTrainableWeights : []; }',
  '  build(shape) { if (!this.layer.built) this.layer.build(Array.isArray(shape[0]) ? shape[0] : shape); this.layer.built = this.built = true; }',
  '  computeOutputShape(shape) { return this.layer.computeOutputShape(Array.isArray(shape[0]) ? shape[0] : shape); }',
  '  call(inputs) {',
  '    const [x, ...initialState] = [inputs].flat();',
  '    if (x.shape[1] > 1) return this.layer.call(x, initialState.length > 0 ? { initialState } : {});',
  '    const { cell } = this.layer;',
  '    const state = initialState.length > 0 ? initialState : [cell.stateSize].flat().map((size) => tf.zeros([x.shape[0], size]));',
  '    const [y, ...made] = cell.call([tf.squeeze(x, [1]), ...state], {});',
  '    return [tf.expandDims(y, 1), ...made];',
  '  }',
  '}',
];

const TFJS_PIECES = [
  'function inPieces(layer, x, { size, carry, every, start = [] }) {',
  '  const steps = x.shape[1], outputs = [];',
  '  let state = start, last;',
  // A piece that nothing is left of would keep the weights, and the model, which does not hold it, would have none.
  '  for (let end = every || carry ? steps % size || size : steps; end <= steps; end += size) {',
  '    const piece = new Steps(Math.max(0, end - size), end).apply(x);',
  '    const [y, ...made] = new Piece(layer, outputs.length === 0).apply(state.length > 0 ? [piece, ...state] : piece);',
  '    outputs.push(y);',
  '    last = made[0];',
  '    state = carry ? made.map((one) => new Cut().apply(one)) : start;',
  '  }',
  '  if (!every) return last;',
  '  return outputs.length > 1 ? tf.layers.concatenate({ axis: 1 }).apply(outputs) : outputs[0];',
  '}',
];

const KERAS_START = [
  'class Start(layers.Layer):',
  '    def __init__(self, units, trainable=True):',
  '        super().__init__(trainable=trainable)',
  '        self.state = self.add_weight(name="start_state", shape=(1, units), initializer="zeros")',
  '',
  '    def call(self, x):',
  '        return ops.repeat(self.state, ops.shape(x)[0], axis=0)',
];

const KERAS_PIECES = [
  'class InPieces(layers.Layer):',
  '    def __init__(self, cell, size, carry, every):',
  '        super().__init__()',
  '        self.cell, self.size, self.carry, self.every = cell, size, carry, every',
  '',
  '    def call(self, x, initial_state=None):',
  '        steps, state, outputs = x.shape[1], initial_state, []',
  '        for end in range(steps % self.size or self.size, steps + 1, self.size):',
  '            y, *state = self.cell(x[:, max(0, end - self.size) : end], initial_state=state)',
  '            outputs.append(y)',
  '            state = [ops.stop_gradient(one) for one in state] if self.carry else initial_state',
  '        return ops.concatenate(outputs, axis=1) if self.every else outputs[-1][:, -1]',
];

const PYTORCH_PIECES = [
  'class InPieces(nn.Module):',
  '    def __init__(self, cell, size, carry):',
  '        super().__init__()',
  '        self.cell, self.size, self.carry, self.hidden_size = cell, size, carry, cell.hidden_size',
  '',
  '    def forward(self, x, start=None):',
  '        steps, state, outputs = x.shape[1], start, []',
  '        for end in range(steps % self.size or self.size, steps + 1, self.size):',
  '            y, state = self.cell(x[:, max(0, end - self.size) : end], state)',
  '            outputs.append(y)',
  '            cut = tuple(one.detach() for one in state) if isinstance(state, tuple) else state.detach()',
  '            state = cut if self.carry else start',
  '        return torch.cat(outputs, 1), state',
];

const PYTORCH_RECURRENT = [
  'class Recurrent(nn.Module):',
  '    def __init__(self, cell, every=True, backwards=False, start=0):',
  '        super().__init__()',
  '        self.cell, self.every, self.backwards = cell, every, backwards',
  '        self.start = nn.Parameter(torch.zeros(start, 1, 1, cell.hidden_size)) if start > 0 else None',
  '',
  '    def forward(self, x):',
  '        state = None',
  '        if self.start is not None:',
  '            state = tuple(one.expand(1, len(x), -1).contiguous() for one in self.start)',
  '            state = state if len(state) > 1 else state[0]',
  '        y, _ = self.cell(x.flip(1) if self.backwards else x, state)',
  '        if not self.every:',
  '            return y[:, -1]',
  '        return y.flip(1) if self.backwards else y',
];

const PYTORCH_GRU = [
  'class ResetBeforeGRU(nn.Module):',
  '    def __init__(self, inputs, units, bias=True):',
  '        super().__init__()',
  '        self.hidden_size = units',
  '        self.weight_ih_l0 = nn.Parameter(torch.empty(3 * units, inputs))',
  '        self.weight_hh_l0 = nn.Parameter(torch.empty(3 * units, units))',
  '        self.bias_ih_l0 = nn.Parameter(torch.zeros(3 * units)) if bias else None',
  '',
  '    def forward(self, x, state=None):',
  '        h = x.new_zeros(len(x), self.hidden_size) if state is None else state[0]',
  '        u_z, u_r, u_n = self.weight_hh_l0.chunk(3)',
  '        states = []',
  '        for step in nn.functional.linear(x, self.weight_ih_l0, self.bias_ih_l0).unbind(1):',
  '            z, r, n = step.chunk(3, -1)',
  '            z, r = torch.sigmoid(z + h @ u_z.T), torch.sigmoid(r + h @ u_r.T)',
  '            h = z * h + (1 - z) * torch.tanh(n + (r * h) @ u_n.T)',
  '            states.append(h)',
  '        return torch.stack(states, 1), h[None]',
];

export const RECURRENT_HELPERS: NonNullable<LayerCode['helpers']> = {
  tfjs: {
    Start: TFJS_START,
    GateBias: TFJS_GATE_BIAS,
    inPieces: [...TFJS_STEPS, '', ...TFJS_CUT, '', ...TFJS_PIECE, '', ...TFJS_PIECES],
    ...REVERSE,
  },
  keras: { Start: KERAS_START, InPieces: KERAS_PIECES },
  pytorch: { InPieces: PYTORCH_PIECES, Recurrent: PYTORCH_RECURRENT, ResetBeforeGRU: PYTORCH_GRU },
};
