/** Look-ups that learn their queries under three scores, as a complete program in three frameworks. */
import { codeText } from '../../i18n/code';
import { fill, type Lang } from '../../i18n/text';
import type { ValuesOf } from '../declaration';
import demo from './demo';
import { HIDDEN, KEYS, LOOK_UPS, VALUE } from './setting';

type Framework = 'tfjs' | 'keras' | 'pytorch';
type Settings = ValuesOf<typeof demo>;

/** The optimiser's rate as the frameworks take it: SGD sees a mean over look-ups that share nothing. */
function rateOf({ learningRate }: Settings): string {
  return `${Number(learningRate.toPrecision(6))} * ${LOOK_UPS}`;
}

function tfjs(settings: Settings): string[] {
  const { length } = settings;
  return [
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    `const [lookUps, n, d, hidden] = [${LOOK_UPS}, ${KEYS}, ${length}, ${HIDDEN}];`,
    'const keys = tf.randomNormal([lookUps, n, d]);',
    `const values = tf.sign(tf.randomNormal([lookUps, n, ${VALUE}]));`,
    'const right = tf.tensor1d(Array.from({ length: lookUps }, (_, i) => i % n), "int32");',
    'const meant = tf.sum(tf.mul(tf.expandDims(tf.oneHot(right, n), 2), values), 1);',
    'const [queryMap, keyMap] = [1, 2].map(() => tf.randomNormal([d, hidden], 0, 1 / Math.sqrt(d)));',
    'const v = tf.randomNormal([hidden], 0, 1.5 / Math.sqrt(hidden));',
    'const mapped = tf.reshape(tf.matMul(tf.reshape(keys, [lookUps * n, d]), keyMap), [lookUps, n, hidden]);',
    'const scores = {',
    '  dot: (q) => tf.squeeze(tf.matMul(tf.expandDims(q, 1), keys, false, true), [1]),',
    '  scaled: (q) => tf.div(scores.dot(q), Math.sqrt(d)),',
    '  additive: (q) => tf.sum(tf.mul(tf.tanh(tf.add(tf.expandDims(tf.matMul(q, queryMap), 1), mapped)), v), 2),',
    '};',
    'const start = tf.randomNormal([lookUps, d]);',
    'for (const [name, score] of Object.entries(scores)) {',
    '  const queries = tf.variable(start);',
    `  const optimizer = tf.train.sgd(${rateOf(settings)});`,
    '  const weights = () => tf.softmax(score(queries));',
    '  const loss = () => tf.mul(0.5, tf.mean(tf.square(tf.sub(tf.sum(tf.mul(tf.expandDims(weights(), 2), values), 1), meant))));',
    `  for (let step = 1; step <= ${demo.steps}; step++) optimizer.minimize(loss, false, [queries]);`,
    '  const share = tf.tidy(() => tf.mean(tf.cast(tf.equal(tf.argMax(weights(), 1), right), "float32")).dataSync()[0]);',
    '  console.log(name, "heard right:", share);',
    '}',
  ];
}

function pytorch(settings: Settings): string[] {
  const { length } = settings;
  return [
    'import torch',
    '',
    `look_ups, n, d, hidden = ${LOOK_UPS}, ${KEYS}, ${length}, ${HIDDEN}`,
    'keys = torch.randn(look_ups, n, d)',
    `values = torch.randn(look_ups, n, ${VALUE}).sign()`,
    'right = torch.arange(look_ups) % n',
    'meant = values[torch.arange(look_ups), right]',
    'query_map, key_map = (torch.randn(d, hidden) / d ** 0.5 for _ in range(2))',
    'v = 1.5 * torch.randn(hidden) / hidden ** 0.5',
    'scores = {',
    '    "dot": lambda q: (q[:, None] * keys).sum(-1),',
    '    "scaled": lambda q: (q[:, None] * keys).sum(-1) / d ** 0.5,',
    '    "additive": lambda q: torch.tanh((q @ query_map)[:, None] + keys @ key_map) @ v,',
    '}',
    'start = torch.randn(look_ups, d)',
    'for name, score in scores.items():',
    '    queries = start.clone().requires_grad_()',
    `    optimizer = torch.optim.SGD([queries], lr=${rateOf(settings)})`,
    `    for step in range(${demo.steps}):`,
    '        weights = torch.softmax(score(queries), dim=-1)',
    '        loss = 0.5 * (((weights[:, :, None] * values).sum(1) - meant) ** 2).mean()',
    '        optimizer.zero_grad()',
    '        loss.backward()',
    '        optimizer.step()',
    '    print(name, "heard right:", (score(queries).argmax(-1) == right).float().mean().item())',
  ];
}

function keras(settings: Settings): string[] {
  const { length } = settings;
  return [
    'import tensorflow as tf',
    'import keras',
    '',
    `look_ups, n, d, hidden = ${LOOK_UPS}, ${KEYS}, ${length}, ${HIDDEN}`,
    'keys = tf.random.normal([look_ups, n, d])',
    `values = tf.sign(tf.random.normal([look_ups, n, ${VALUE}]))`,
    'right = tf.range(look_ups) % n',
    'meant = tf.gather(values, right, batch_dims=1)',
    'query_map, key_map = (tf.random.normal([d, hidden]) / d ** 0.5 for _ in range(2))',
    'v = 1.5 * tf.random.normal([hidden]) / hidden ** 0.5',
    'mapped = tf.tensordot(keys, key_map, 1)',
    'scores = {',
    '    "dot": lambda q: tf.reduce_sum(q[:, None] * keys, -1),',
    '    "scaled": lambda q: tf.reduce_sum(q[:, None] * keys, -1) / d ** 0.5,',
    '    "additive": lambda q: tf.reduce_sum(tf.tanh((q @ query_map)[:, None] + mapped) * v, -1),',
    '}',
    'start = tf.random.normal([look_ups, d])',
    'for name, score in scores.items():',
    '    queries = tf.Variable(start)',
    `    optimizer = keras.optimizers.SGD(${rateOf(settings)})`,
    `    for step in range(${demo.steps}):`,
    '        with tf.GradientTape() as tape:',
    '            weights = tf.nn.softmax(score(queries))',
    '            loss = 0.5 * tf.reduce_mean((tf.reduce_sum(weights[:, :, None] * values, 1) - meant) ** 2)',
    '        optimizer.apply([tape.gradient(loss, queries)], [queries])',
    '    best = tf.cast(tf.argmax(score(queries), -1), tf.int32)',
    '    print(name, "heard right:", tf.reduce_mean(tf.cast(best == right, tf.float32)).numpy())',
  ];
}

/** Prints the program at the present values; keys, values and queries are drawn anew. */
export default function scoringCode(settings: Settings, framework: Framework, lang: Lang): string {
  const title = fill(codeText.title[lang], { name: demo.title[lang] });
  const lines = { tfjs, keras, pytorch }[framework](settings);
  return [`${framework === 'tfjs' ? '//' : '#'} ${title}`, ...lines, ''].join('\n');
}
