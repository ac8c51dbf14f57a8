import { LEAK, type ActivationName } from '../../activations';
import { listed, plainModule, type LayerCode } from './layer-code';

type Names = Readonly<Record<ActivationName, string>>;

const TFJS: Names = {
  identity: `tf.layers.activation({ activation: 'linear' })`,
  sigmoid: `tf.layers.activation({ activation: 'sigmoid' })`,
  tanh: `tf.layers.activation({ activation: 'tanh' })`,
  relu: `tf.layers.activation({ activation: 'relu' })`,
  leakyRelu: `tf.layers.leakyReLU({ alpha: ${LEAK} })`,
  elu: `tf.layers.elu()`,
  gelu: `tf.layers.activation({ activation: 'gelu' })`,
  silu: `tf.layers.activation({ activation: 'swish' })`,
  softplus: `tf.layers.activation({ activation: 'softplus' })`,
};

const KERAS: Names = {
  identity: `layers.Activation("linear")`,
  sigmoid: `layers.Activation("sigmoid")`,
  tanh: `layers.Activation("tanh")`,
  relu: `layers.Activation("relu")`,
  leakyRelu: `layers.LeakyReLU(negative_slope=${LEAK})`,
  elu: `layers.ELU()`,
  gelu: `layers.Activation("gelu")`,
  silu: `layers.Activation("silu")`,
  softplus: `layers.Activation("softplus")`,
};

const PYTORCH: Names = {
  identity: 'nn.Identity()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  leakyRelu: `nn.LeakyReLU(${LEAK})`,
  elu: 'nn.ELU()',
  gelu: 'nn.GELU()',
  silu: 'nn.SiLU()',
  softplus: 'nn.Softplus()',
};

/** Each function by the name, or as the class, that the library has for it. */
export const activation: LayerCode = {
  tfjs: (one, _index, sources) => `${TFJS[one.activation]}.apply(${listed(sources)})`,
  keras: (one, _index, from) => `${KERAS[one.activation]}(${from})`,
  pytorch: { module: (one) => plainModule(PYTORCH[one.activation]) },
};
