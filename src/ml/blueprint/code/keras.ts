/** Programs in Keras 3: the functional API, compile and fit. */
import { fill, type Lang } from '../../../i18n/text';
import { codeText } from '../../../i18n/code';
import { isClassified } from './classified';
import type { LossName } from '../loss-names';
import type { Program } from '../program';
import { given, pythonPrevious } from './inputs';
import { classesOfData } from '../../data-kinds';
import { pythonData } from '../../data-kinds';
import { describeNetwork } from '../describe';
import { kerasWord } from '../keras-names';
import { firstShape } from '../network-spec';
import { kerasImports, kerasNetwork } from './network/keras';
import { literal } from './nodes';
import { targetOf } from '../../data-kinds';

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

/** The mean over the places of sequences at which something is asked. */
const SYMBOLS_LOSS = 'keras.losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=-1)';

/** Stands for the line that imports the parts of Keras that the rest turns out to use. */
const KERAS_IMPORTS = 'from keras import';

/** What Keras calls trained weights that are neither kernels nor biases or scales: tables of vectors, what a recurrent layer starts with. */
function tablesIn(network: Program['network']): readonly string[] {
  const { nodes } = describeNetwork(network);
  const words = network.nodes.flatMap(({ id, layer }) =>
    (nodes[id]?.variables ?? []).flatMap(({ role }) => (/(?:kernel|bias|scale|shift)$/i.test(role) ? [] : [kerasWord(layer, role)])),
  );
  return [...new Set(words)].filter((word) => !word.startsWith('moving_'));
}

/** Prints the program; it needs the packages keras and numpy, and one of Keras's backends. */
export function printKeras(program: Program, lang: Lang): string {
  const { network, loss, schedule, steps } = program;
  const classes = classesOfData(program.data);
  const inputShape = firstShape(network);
  const say = (key: keyof typeof codeText): string => `# ${codeText[key][lang]}`;
  const { outputs } = network;
  const separate = outputs.length > 1 && loss === 'crossEntropy';
  const all = (values: string): string => (outputs.length === 1 ? values : `[${values}] * ${outputs.length}`);
  const symbols = targetOf(program.data) === 'symbols';
  const classified = symbols
    ? ['symbol_accuracy']
    : classes > 1
      ? [loss === 'crossEntropy' ? '"sparse_categorical_accuracy"' : '"categorical_accuracy"']
      : isClassified(program)
        ? ['sign_accuracy']
        : [];
  const single = targetOf(program.data) === 'pixels' ? 'y' : 'y[:, None]';
  const targets = classes > 1 ? (loss === 'crossEntropy' ? 'y' : `2 * np.eye(${classes}, dtype=np.float32)[y] - 1`) : single;
  const before = [
    `# ${fill(codeText.title[lang], { name: network.name })}`,
    ...(schedule === 'cosine' || schedule === 'warmupCosine' ? ['import math', ''] : []),
    'import keras',
    'import numpy as np',
    KERAS_IMPORTS,
    '',
    'keras.utils.set_random_seed(1)',
    '',
    say('data'),
    ...pythonData(program.data, lang),
    ...(inputShape.length === 1 ? [] : [`x = x.reshape(-1, ${inputShape.join(', ')})`]),
    `y = ${targets}`,
    ...pythonPrevious(program, lang),
    '',
    say('network'),
  ];
  const after = [
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
    ...(symbols
      ? [
          '',
          `def symbol_accuracy(t, out):  # ${codeText.nothingAsked[lang]}`,
          '    t = ops.cast(t, "int32")',
          '    right = ops.equal(ops.cast(ops.argmax(out, axis=-1), "int32"), t)',
          '    return ops.sum(ops.cast(right, "float32")) / ops.sum(ops.cast(t >= 0, "float32"))',
          '',
        ]
      : []),
    `loss = ${symbols ? SYMBOLS_LOSS : LOSSES[loss]}`,
    `optimizer = ${optimiser(program)}`,
    ...(program.weightDecay > 0
      ? [
          `optimizer.exclude_from_weight_decay(var_names=[${['bias', 'gamma', 'beta', ...tablesIn(network)].map((name) => `"${name}"`).join(', ')}])`,
        ]
      : []),
    ...(program.shrinkage > 0
      ? [
          '',
          `def soft_threshold(w):  # ${codeText.shrinkage[lang]}`,
          `    return ops.sign(w) * ops.relu(ops.abs(w) - optimizer.learning_rate * ${literal(program.shrinkage)})`,
          '',
          'for w in model.trainable_variables:',
          '    if "kernel" in w.name:',
          '        w.constraint = soft_threshold',
        ]
      : []),
    `model.compile(optimizer=optimizer, loss=${outputs.length === 1 ? 'loss' : all('loss')}, metrics=${outputs.length === 1 ? `[${classified.join(', ')}]` : separate ? `[[${classified.join(', ')}]] * ${outputs.length}` : 'None'})`,
    'epochs = max(1, round(steps * batch_size / train_count))',
    `model.fit(${given(program, (name) => `${name}[:train_count]`)}, ${all('y[:train_count]')}, batch_size=batch_size, epochs=epochs, verbose=2)`,
    ...(outputs.length === 1 || separate
      ? [
          '',
          say('evaluation'),
          'rest = slice(train_count, None) if train_count < n else slice(None)',
          `print(model.evaluate(${given(program, (name) => `${name}[rest]`)}, ${all('y[rest]')}, verbose=0))`,
        ]
      : []),
    '',
  ];
  const lines = [...before, ...kerasNetwork(network, program, [...before, ...after]), ...after];
  return lines.map((line) => (line === KERAS_IMPORTS ? kerasImports(lines) : line)).join('\n');
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
