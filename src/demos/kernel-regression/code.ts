/** Kernel regression whose width is learned, as a complete program in three frameworks. */
import { codeText } from '../../i18n/code';
import { fill, type Lang } from '../../i18n/text';
import { JS_RANDOM } from '../../ml/data-kinds/random-code';
import type { ValuesOf } from '../declaration';
import demo from './demo';

type Framework = 'tfjs' | 'keras' | 'pytorch';
type Settings = ValuesOf<typeof demo>;

/** The target as an expression of x; sine, power and floor by the names that a language gives them. */
function targetOf({ target }: Settings, library: string): string {
  return {
    sine: `${library}.sin(${library === 'Math' ? 'Math.PI' : 'math.pi'} * x)`,
    step: library === 'Math' ? '(x < 0 ? -0.8 : 0.8)' : '(-0.8 if x < 0 else 0.8)',
    sawtooth: `2 * (1.5 * x - ${library}.floor(1.5 * x + 0.5))`,
    bump: `1.6 * ${library}.exp(-12 * x * x) - 0.8`,
  }[target];
}

function tfjs(settings: Settings): string[] {
  const { samples: points, noise, width, mask, learningRate } = settings;
  return [
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    `const target = (x) => ${targetOf(settings, 'Math')};`,
    ...JS_RANDOM,
    'const samples = (count) => {',
    '  const x = Array.from({ length: count }, (_, i) => -1 + (2 * (i + random())) / count);',
    `  return [x, x.map((one) => target(one) + ${noise} * normal())];`,
    '};',
    `const [x, y] = samples(${points}).map((list) => tf.tensor2d(list, [${points}, 1]));`,
    'const [testX, testY] = samples(200).map((list) => tf.tensor2d(list, [200, 1]));',
    `const itself = tf.mul(tf.eye(${points}), ${mask ? -1e9 : 0});`,
    `const logarithm = tf.variable(tf.scalar(Math.log(${width})));`,
    'const weights = (query, hidden) =>',
    '  tf.softmax(tf.add(tf.div(tf.square(tf.sub(query, tf.transpose(x))), tf.mul(-2, tf.square(tf.exp(logarithm)))), hidden));',
    'const error = (query, truth, hidden) => tf.mean(tf.square(tf.sub(tf.matMul(weights(query, hidden), y), truth)));',
    `const optimizer = tf.train.adam(${Number(learningRate.toPrecision(6))});`,
    `for (let step = 1; step <= ${demo.steps}; step++) {`,
    '  const loss = optimizer.minimize(() => tf.mul(0.5, error(x, y, itself)), true);',
    '  if (step % 25 === 0) console.log(step, loss.dataSync()[0], tf.tidy(() => [tf.exp(logarithm), error(testX, testY, 0)].map((one) => one.dataSync()[0])));',
    '}',
  ];
}

/** What both programs in Python draw. */
function drawn(settings: Settings): string[] {
  const { samples: points, noise } = settings;
  return [
    'random.seed(1)',
    `target = lambda x: ${targetOf(settings, 'math')}`,
    'def samples(count):',
    '    x = [-1 + 2 * (i + random.random()) / count for i in range(count)]',
    `    return x, [target(one) + random.gauss(0, ${noise}) for one in x]`,
    '',
    `x, y = (tensor(one) for one in samples(${points}))`,
    'test_x, test_y = (tensor(one) for one in samples(200))',
  ];
}

function pytorch(settings: Settings): string[] {
  const { samples: points, width, mask, learningRate } = settings;
  return [
    'import math',
    'import random',
    'import torch',
    '',
    'tensor = lambda values: torch.tensor(values)[:, None]',
    ...drawn(settings),
    `itself = ${mask ? '-1e9' : '0'} * torch.eye(${points})`,
    `logarithm = torch.tensor(math.log(${width}), requires_grad=True)`,
    'weights = lambda query, hidden: torch.softmax((query - x.T) ** 2 / (-2 * logarithm.exp() ** 2) + hidden, dim=-1)',
    'error = lambda query, truth, hidden: ((weights(query, hidden) @ y - truth) ** 2).mean()',
    `optimizer = torch.optim.Adam([logarithm], lr=${Number(learningRate.toPrecision(6))})`,
    `for step in range(1, ${demo.steps} + 1):`,
    '    optimizer.zero_grad()',
    '    loss = 0.5 * error(x, y, itself)',
    '    loss.backward()',
    '    optimizer.step()',
    '    if step % 25 == 0:',
    '        print(step, loss.item(), logarithm.exp().item(), error(test_x, test_y, 0).item())',
  ];
}

function keras(settings: Settings): string[] {
  const { samples: points, width, mask, learningRate } = settings;
  return [
    'import math',
    'import random',
    'import tensorflow as tf',
    'import keras',
    '',
    'tensor = lambda values: tf.constant(values, dtype=tf.float32)[:, None]',
    ...drawn(settings),
    `itself = ${mask ? '-1e9' : '0.0'} * tf.eye(${points})`,
    `logarithm = tf.Variable(math.log(${width}), dtype=tf.float32)`,
    'weights = lambda query, hidden: tf.nn.softmax((query - tf.transpose(x)) ** 2 / (-2 * tf.exp(logarithm) ** 2) + hidden)',
    'error = lambda query, truth, hidden: tf.reduce_mean((weights(query, hidden) @ y - truth) ** 2)',
    `optimizer = keras.optimizers.Adam(${Number(learningRate.toPrecision(6))})`,
    `for step in range(1, ${demo.steps} + 1):`,
    '    with tf.GradientTape() as tape:',
    '        loss = 0.5 * error(x, y, itself)',
    '    optimizer.apply([tape.gradient(loss, logarithm)], [logarithm])',
    '    if step % 25 == 0:',
    '        print(step, loss.numpy(), tf.exp(logarithm).numpy(), error(test_x, test_y, 0.0).numpy())',
  ];
}

/** Prints the program at the present values. */
export default function kernelRegressionCode(settings: Settings, framework: Framework, lang: Lang): string {
  const title = fill(codeText.title[lang], { name: demo.title[lang] });
  const lines = { tfjs, keras, pytorch }[framework](settings);
  return [`${framework === 'tfjs' ? '//' : '#'} ${title}`, ...lines, ''].join('\n');
}
