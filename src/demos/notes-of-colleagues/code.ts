/** One look-up that learns how to ask, as a complete program in three frameworks. */
import { codeText } from '../../i18n/code';
import { fill, type Lang } from '../../i18n/text';
import { createRandom } from '../../ml/random';
import type { ValuesOf } from '../declaration';
import demo from './demo';
import { firstKeys } from './keys';
import { HIDDEN, NOTES } from './setting';

type Framework = 'tfjs' | 'keras' | 'pytorch';
type Settings = ValuesOf<typeof demo>;

interface Written {
  readonly keys: string;
  readonly notes: string;
  /** Names of the variables that steps change. */
  readonly learned: string;
  readonly settings: Settings;
}

function writtenOf(settings: Settings): Written {
  const count = settings.colleagues;
  // Where the keys lie at first is the demo's own, for the seed that it is declared with.
  const keys = firstKeys(count, createRandom(demo.seed).fork('weights').fork('keys'));
  const number = (value: number): string => String(Number(value.toFixed(3)));
  const rows = Array.from({ length: count }, (_, i) => `[${[keys[2 * i] ?? NaN, keys[2 * i + 1] ?? NaN].map(number).join(', ')}]`);
  const learned = { query: ['query'], keys: ['query', 'keys'], notes: ['query', 'keys', 'notes'] }[settings.learns];
  return { keys: `[${rows.join(', ')}]`, notes: `[${NOTES.slice(0, count).join(', ')}]`, learned: learned.join(', '), settings };
}

function rate({ learningRate }: Settings): string {
  return String(Number(learningRate.toPrecision(6)));
}

function tfjs({ keys, notes, learned, settings }: Written): string[] {
  const { score, temperature, goal, learns } = settings;
  const scores = {
    dot: ['const scores = () => tf.matMul(query, keys, false, true);'],
    scaled: ['const scores = () => tf.div(tf.matMul(query, keys, false, true), Math.SQRT2);'],
    additive: [
      `const [queryMap, keyMap, v] = [[2, ${HIDDEN}], [2, ${HIDDEN}], [${HIDDEN}, 1]].map((shape) => tf.randomNormal(shape));`,
      'const scores = () => tf.reshape(tf.matMul(tf.tanh(tf.add(tf.matMul(query, queryMap), tf.matMul(keys, keyMap))), v), [1, -1]);',
    ],
  }[score];
  const variable = (name: string, data: string, isLearned: boolean): string =>
    `const ${name} = ${isLearned ? `tf.variable(${data})` : data};`;
  return [
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    'const query = tf.variable(tf.randomNormal([1, 2], 0, 0.5));',
    variable('keys', `tf.tensor(${keys})`, learns !== 'query'),
    variable('notes', `tf.tensor(${notes})`, learns === 'notes'),
    ...scores,
    `const weights = () => tf.softmax(tf.div(scores(), ${temperature}));`,
    'const answer = () => tf.sum(tf.mul(weights(), notes));',
    `const optimizer = tf.train.sgd(${rate(settings)});`,
    `for (let step = 1; step <= ${demo.steps}; step++) {`,
    `  const loss = optimizer.minimize(() => tf.mul(0.5, tf.square(tf.sub(answer(), ${goal}))), true, [${learned}]);`,
    '  if (step % 20 === 0) console.log(step, loss.dataSync()[0], tf.tidy(() => answer().dataSync()[0]));',
    '}',
    'weights().print();',
  ];
}

function pytorch({ keys, notes, learned, settings }: Written): string[] {
  const { score, temperature, goal, learns } = settings;
  const scores = {
    dot: ['scores = lambda: keys @ query'],
    scaled: ['scores = lambda: keys @ query / 2 ** 0.5'],
    additive: [
      `query_map, key_map, v = torch.randn(2, ${HIDDEN}), torch.randn(2, ${HIDDEN}), torch.randn(${HIDDEN})`,
      'scores = lambda: torch.tanh(query @ query_map + keys @ key_map) @ v',
    ],
  }[score];
  const python = (isLearned: boolean): string => (isLearned ? ', requires_grad=True' : '');
  return [
    'import torch',
    '',
    'query = (0.5 * torch.randn(2)).requires_grad_()',
    `keys = torch.tensor(${keys}${python(learns !== 'query')})`,
    `notes = torch.tensor(${notes}, dtype=torch.float32${python(learns === 'notes')})`,
    ...scores,
    `weights = lambda: torch.softmax(scores() / ${temperature}, dim=-1)`,
    'answer = lambda: weights() @ notes',
    `optimizer = torch.optim.SGD([${learned}], lr=${rate(settings)})`,
    `for step in range(1, ${demo.steps} + 1):`,
    '    optimizer.zero_grad()',
    `    loss = 0.5 * (answer() - ${goal}) ** 2`,
    '    loss.backward()',
    '    optimizer.step()',
    '    if step % 20 == 0:',
    '        print(step, loss.item(), answer().item())',
    'print(weights())',
  ];
}

function keras({ keys, notes, learned, settings }: Written): string[] {
  const { score, temperature, goal, learns } = settings;
  const scores = {
    dot: ['scores = lambda: tf.linalg.matvec(keys, query)'],
    scaled: ['scores = lambda: tf.linalg.matvec(keys, query) / 2 ** 0.5'],
    additive: [
      `query_map, key_map, v = tf.random.normal([2, ${HIDDEN}]), tf.random.normal([2, ${HIDDEN}]), tf.random.normal([${HIDDEN}])`,
      'scores = lambda: tf.linalg.matvec(tf.tanh(tf.linalg.matvec(query_map, query, transpose_a=True) + keys @ key_map), v)',
    ],
  }[score];
  const variable = (name: string, data: string, isLearned: boolean): string =>
    `${name} = tf.${isLearned ? 'Variable' : 'constant'}(${data}, dtype=tf.float32)`;
  return [
    'import tensorflow as tf',
    'import keras',
    '',
    'query = tf.Variable(0.5 * tf.random.normal([2]))',
    variable('keys', keys, learns !== 'query'),
    variable('notes', notes, learns === 'notes'),
    ...scores,
    `weights = lambda: tf.nn.softmax(scores() / ${temperature})`,
    'answer = lambda: tf.reduce_sum(weights() * notes)',
    `learned = [${learned}]`,
    `optimizer = keras.optimizers.SGD(${rate(settings)})`,
    `for step in range(1, ${demo.steps} + 1):`,
    '    with tf.GradientTape() as tape:',
    `        loss = 0.5 * (answer() - ${goal}) ** 2`,
    '    for variable, gradient in zip(learned, tape.gradient(loss, learned)):',
    '        variable.assign_sub(optimizer.learning_rate * gradient)',
    '    if step % 20 == 0:',
    '        print(step, loss.numpy(), answer().numpy())',
    'print(weights().numpy())',
  ];
}

/** Prints the program at the present values; the query, and the additive score's maps, are drawn anew. */
export default function notesOfColleaguesCode(settings: Settings, framework: Framework, lang: Lang): string {
  const title = fill(codeText.title[lang], { name: demo.title[lang] });
  const lines = { tfjs, keras, pytorch }[framework](writtenOf(settings));
  return [`${framework === 'tfjs' ? '//' : '#'} ${title}`, ...lines, ''].join('\n');
}
