/** Programs in Keras 3: the functional API, compile and fit. */
import { fill, type Lang } from '../../../i18n/text';
import { codeText } from '../../../i18n/code';
import { LEAK, type ActivationName } from '../activations';
import type { InitialiserName } from '../initialiser-names';
import { isClassified, type LossName, type Program } from '../program';
import { classesOfData, pythonData } from './data';
import { literal, printedNodes, type PrintedNode } from './nodes';

const ACTIVATIONS: Readonly<Record<ActivationName, string>> = {
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

function initialiser(name: InitialiserName, scale: number, seed: number): string {
  const variance = (mode: string, distribution: string, gain: number): string =>
    `initializers.VarianceScaling(${literal(gain * scale * scale)}, "${mode}", "${distribution}", seed=${seed})`;
  switch (name) {
    case 'zeros':
    case 'ones':
      return `"${name}"`;
    case 'constant':
      return scale === 0 ? `"zeros"` : `initializers.Constant(${literal(scale)})`;
    case 'normal':
      return `initializers.RandomNormal(stddev=${literal(scale)}, seed=${seed})`;
    case 'uniform':
      return `initializers.RandomUniform(${literal(-scale)}, ${literal(scale)}, seed=${seed})`;
    case 'xavierUniform':
      return variance('fan_avg', 'uniform', 1);
    case 'xavierNormal':
      return variance('fan_avg', 'untruncated_normal', 1);
    case 'heUniform':
      return variance('fan_in', 'uniform', 2);
    case 'heNormal':
      return variance('fan_in', 'untruncated_normal', 2);
    case 'lecunNormal':
      return variance('fan_in', 'untruncated_normal', 1);
    case 'orthogonal':
      return `initializers.Orthogonal(gain=${literal(scale)}, seed=${seed})`;
  }
}

function layer(one: PrintedNode, index: number, program: Program): string {
  const { node } = one;
  switch (node.layer) {
    case 'dense': {
      // Keras's L2 counts w^2, ours half of it.
      const penalty =
        program.l1 > 0 || program.l2 > 0
          ? `, kernel_regularizer=regularizers.L1L2(${literal(program.l1)}, ${literal(program.l2 / 2)})`
          : '';
      return `layers.Dense(${one.units}, kernel_initializer=${initialiser(one.initialiser, one.scale, index + 1)}${one.useBias ? `, bias_initializer=${initialiser(one.biasInitialiser, one.biasScale, index + 101)}` : ', use_bias=False'}${penalty})`;
    }
    case 'activation':
      return ACTIVATIONS[one.activation];
    case 'dropout':
      return `layers.Dropout(${Number(node.options['rate'])})`;
    case 'batchNorm':
      return `layers.BatchNormalization(momentum=${Number(node.options['momentum'] ?? 0.9)}, epsilon=${Number(node.options['epsilon'] ?? 1e-5)})`;
    case 'flatten':
      return 'layers.Flatten()';
    case 'concat':
      return 'layers.Concatenate()';
    default:
      return 'layers.Add()';
  }
}

function optimiser(program: Program): string {
  const { optimiser: settings, weightDecay, clipNorm, schedule, learningRate } = program;
  const rate = schedule === 'constant' ? literal(learningRate) : 'Schedule()';
  const more = `${weightDecay > 0 ? `, weight_decay=${literal(weightDecay)}` : ''}${Number.isFinite(clipNorm) ? `, global_clipnorm=${literal(clipNorm)}` : ''}`;
  const epsilon = settings.epsilon ?? 1e-8;
  switch (settings.name) {
    case 'sgd':
      return `optimizers.SGD(${rate}${more})`;
    case 'momentum':
      return `optimizers.SGD(${rate}, momentum=${settings.momentum ?? 0.9}${settings.nesterov === true ? ', nesterov=True' : ''}${more})`;
    case 'rmsprop':
      return `optimizers.RMSprop(${rate}, rho=${settings.decay ?? 0.9}, epsilon=${epsilon}${more})`;
    case 'adam':
      return `optimizers.${weightDecay > 0 ? 'AdamW' : 'Adam'}(${rate}, beta_1=${settings.beta1 ?? 0.9}, beta_2=${settings.beta2 ?? 0.999}, epsilon=${epsilon}${more})`;
  }
}

const LOSSES: Readonly<Record<LossName, string>> = {
  meanSquaredError: 'lambda t, out: 0.5 * ops.mean(ops.square(out - t))',
  crossEntropy: 'keras.losses.SparseCategoricalCrossentropy(from_logits=True)',
  binaryCrossEntropy: 'lambda t, out: ops.mean(ops.softplus(-out * t))',
  hinge: 'keras.losses.Hinge()',
};

/** Stands for the line that imports the parts of Keras that the rest turns out to use. */
const KERAS_IMPORTS = 'from keras import';

/** Prints the program; it needs the packages keras and numpy, and one of Keras's backends. */
export function printKeras(program: Program, lang: Lang): string {
  const { network, loss, schedule, steps } = program;
  const classes = classesOfData(program.data);
  const nodes = printedNodes(network);
  const [inputShape = [1]] = Object.values(network.inputs);
  const say = (key: keyof typeof codeText): string => `# ${codeText[key][lang]}`;
  const outputs = network.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x');
  const classified =
    classes > 1
      ? [loss === 'crossEntropy' ? '"sparse_categorical_accuracy"' : '"categorical_accuracy"']
      : isClassified(program)
        ? ['sign_accuracy']
        : [];
  const targets = classes > 1 ? (loss === 'crossEntropy' ? 'y' : `2 * np.eye(${classes}, dtype=np.float32)[y] - 1`) : 'y[:, None]';
  const lines = [
    `# ${fill(codeText.title[lang], { name: network.name })}`,
    ...(schedule === 'cosine' || schedule === 'warmupCosine' ? ['import math', ''] : []),
    'import keras',
    'import numpy as np',
    KERAS_IMPORTS,
    '',
    'keras.utils.set_random_seed(1)',
    '',
    say('data'),
    ...pythonData(program.data),
    `y = ${targets}`,
    '',
    say('network'),
    `x_in = keras.Input((${inputShape.join(', ')},))`,
    ...nodes.map((one, i) => {
      const from = one.from.map((name) => (name === 'x' ? 'x_in' : name));
      return `${one.name} = ${layer(one, i, program)}(${from.length === 1 ? (from[0] ?? 'x_in') : `[${from.join(', ')}]`})`;
    }),
    `model = keras.Model(x_in, ${outputs.length === 1 ? (outputs[0] ?? 'x_in') : `[${outputs.join(', ')}]`})`,
    'model.summary()',
    '',
    say('training'),
    `steps, batch_size = ${steps}, min(${program.batchSize}, train_count)`,
    ...(schedule === 'constant'
      ? []
      : [
          '',
          `class Schedule(optimizers.schedules.LearningRateSchedule):  # ${codeText.schedule[lang]}`,
          '    def __call__(self, step):',
          '        t = ops.minimum(1.0, ops.cast(step, "float32") / steps)',
          `        return ${literal(program.learningRate)} * (${kerasSchedule(schedule)})`,
          '',
        ]),
    ...(classified.includes('sign_accuracy') && classes === 1
      ? ['', 'def sign_accuracy(t, out):', '    return ops.cast(ops.equal(ops.sign(out), ops.sign(t)), "float32")', '']
      : []),
    `loss = ${LOSSES[loss]}`,
    `optimizer = ${optimiser(program)}`,
    ...(program.weightDecay > 0 ? ['optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])'] : []),
    `model.compile(optimizer=optimizer, loss=${outputs.length === 1 ? 'loss' : `[loss] * ${outputs.length}`}, metrics=${outputs.length === 1 ? `[${classified.join(', ')}]` : 'None'})`,
    'epochs = max(1, round(steps * batch_size / train_count))',
    `model.fit(x[:train_count], ${outputs.length === 1 ? 'y[:train_count]' : `[y[:train_count]] * ${outputs.length}`}, batch_size=batch_size, epochs=epochs, verbose=2)`,
    ...(outputs.length === 1
      ? [
          '',
          say('evaluation'),
          'print(model.evaluate(x[train_count:] if train_count < n else x, y[train_count:] if train_count < n else y, verbose=0))',
        ]
      : []),
    '',
  ];
  const used = ['initializers', 'layers', 'ops', 'optimizers', 'regularizers'].filter((name) =>
    lines.some((line) => line.includes(`${name}.`)),
  );
  return lines.map((line) => (line === KERAS_IMPORTS ? `from keras import ${used.join(', ')}` : line)).join('\n');
}

function kerasSchedule(schedule: Exclude<Program['schedule'], 'constant'>): string {
  switch (schedule) {
    case 'step':
      return 'ops.power(0.5, ops.minimum(3.0, ops.floor(4 * t)))';
    case 'exponential':
      return 'ops.power(0.01, t)';
    case 'cosine':
      return '(1 + ops.cos(math.pi * t)) / 2';
    case 'warmupCosine':
      return 'ops.where(t < 0.1, (t * steps + 1) / (0.1 * steps + 1), (1 + ops.cos(math.pi * (t - 0.1) / 0.9)) / 2)';
  }
}
