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

const KERAS_START = [
  'class Start(layers.Layer):',
  '    def __init__(self, units, trainable=True):',
  '        super().__init__(trainable=trainable)',
  '        self.state = self.add_weight(name="start_state", shape=(1, units), initializer="zeros")',
  '',
  '    def call(self, x):',
  '        return ops.repeat(self.state, ops.shape(x)[0], axis=0)',
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
  tfjs: { Start: TFJS_START, GateBias: TFJS_GATE_BIAS, ...REVERSE },
  keras: { Start: KERAS_START },
  pytorch: { Recurrent: PYTORCH_RECURRENT, ResetBeforeGRU: PYTORCH_GRU },
};
