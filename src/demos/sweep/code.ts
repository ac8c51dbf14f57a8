/** All networks of the maps as one complete program in three frameworks, or the one that is trained alone. */
import { codeText } from '../../i18n/code';
import { fill, type Lang } from '../../i18n/text';
import { printProgram, type Framework } from '../../ml/blueprint/code';
import { jsData, pythonData } from '../../ml/data-kinds';
import { SWEPT_PAIRS } from '../../ml/blueprint/swept-knobs';
import sweepProgram from './program';
import { axesOf, COLUMNS, DRAWS, ROWS, STEPS, type Values } from './setting';
import { codeWords } from './words';

/** The knobs as expressions: a column, a row, or a number. */
function knobsOf(values: Values): Readonly<Record<'rate' | 'scale' | 'decay', string>> {
  const [columns, rows] = SWEPT_PAIRS[values.knobs];
  const of = (knob: 'learningRate' | 'initialScale' | 'weightDecay'): string =>
    knob === columns ? 'column' : knob === rows ? 'row' : String(Number(values[knob].toPrecision(6)));
  return { rate: of('learningRate'), scale: of('initialScale'), decay: of('weightDecay') };
}

interface Printed {
  readonly values: Values;
  readonly lang: Lang;
  readonly say: (words: keyof typeof codeWords) => string;
}

function tfjs({ values, lang, say }: Printed): string[] {
  const { data } = sweepProgram(values);
  const { columns, rows } = axesOf(values);
  const { rate, scale, decay } = knobsOf(values);
  return [
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    `// ${codeText.data[lang]}`,
    ...jsData(data, lang),
    'const x = tf.tensor2d(xs, [n, 2]), y = tf.tensor1d(ys);',
    '',
    say('members'),
    `const columns = ${JSON.stringify(columns)};`,
    `const rows = ${JSON.stringify(rows)};`,
    'const rates = [], scales = [], decays = [], draws = [];',
    `for (let draw = 0; draw < ${DRAWS}; draw++) for (const row of rows) for (const column of columns) {`,
    `  rates.push(${rate}); scales.push(${scale}); decays.push(${decay}); draws.push(draw);`,
    '}',
    'const members = rates.length, sizes = [2, 8, 8, 1];',
    'const column = (list) => tf.tensor(list, [members, 1, 1]);',
    'const rate = column(rates), decay = column(decays);',
    '',
    say('weights'),
    'const layers = sizes.slice(1).map((units, k) => {',
    '  const fan = sizes[k], bound = Math.sqrt(6 / (fan + units));',
    `  const drawn = Array.from({ length: ${DRAWS} }, () => Array.from({ length: fan * units }, () => uniform(-bound, bound)));`,
    '  const kernels = scales.flatMap((scale, i) => drawn[draws[i]].map((w) => scale * w));',
    '  return [tf.variable(tf.tensor(kernels, [members, fan, units])), tf.variable(tf.zeros([members, 1, units]))];',
    '});',
    say('losses'),
    'const losses = (x, t) => {',
    '  let h = tf.expandDims(x, 0);',
    `  layers.forEach(([w, b], k) => { h = tf.add(tf.matMul(h, w), b); if (k < layers.length - 1) h = tf.${values.activation}(h); });`,
    '  return tf.mean(tf.softplus(tf.neg(tf.mul(tf.squeeze(h, [2]), t))), 1);',
    '};',
    '',
    say('training'),
    `const steps = ${STEPS}, batchSize = 32;`,
    'let going = Array(members).fill(true), order = [];',
    'for (let step = 0; step < steps; step++) {',
    '  if (order.length < batchSize) order = order.concat(shuffled([...Array(trainCount).keys()]));',
    '  const picks = order.splice(0, batchSize);',
    '  tf.tidy(() => {',
    '    const [batch, t] = [tf.gather(x, picks), tf.gather(y, picks)];',
    '    const now = losses(batch, t).dataSync();',
    '    going = going.map((so, i) => so && Number.isFinite(now[i]));',
    '    const counted = tf.tensor1d(going.map(Number));',
    '    const { grads } = tf.variableGrads(() => tf.sum(tf.mul(counted, losses(batch, t))));',
    '    for (const [w, b] of layers) {',
    '      w.assign(tf.sub(w, tf.mul(rate, tf.add(grads[w.name], tf.mul(decay, w)))));',
    '      b.assign(tf.sub(b, tf.mul(rate, grads[b.name])));',
    '    }',
    '    if (step % 50 === 0) console.log(step + 1, Math.min(...now.filter(Number.isFinite)), going.filter((so) => !so).length);',
    '  });',
    '}',
    '',
    say('maps'),
    'const held = [tf.slice(x, trainCount), tf.slice(y, trainCount)];',
    "const tested = [...losses(...held).dataSync()].map((loss, i) => (going[i] ? loss.toFixed(3) : 'x'));",
    `for (let i = 0; i < members; i += columns.length) console.log(tested.slice(i, i + columns.length).join(' '));`,
  ];
}

/** What both programs in Python begin with. */
function pythonMembers({ values, lang, say }: Printed): string[] {
  const { columns, rows } = axesOf(values);
  const { rate, scale, decay } = knobsOf(values);
  return [
    `# ${codeText.data[lang]}`,
    ...pythonData(sweepProgram(values).data, lang),
    '',
    say('members'),
    `columns = [${columns.join(', ')}]`,
    `rows = [${rows.join(', ')}]`,
    `members = [(column, row, draw) for draw in range(${DRAWS}) for row in rows for column in columns]`,
    `rates = np.array([${rate} for column, row, draw in members], np.float32)[:, None, None]`,
    `scales = np.array([${scale} for column, row, draw in members], np.float32)[:, None, None]`,
    `decays = np.array([${decay} for column, row, draw in members], np.float32)[:, None, None]`,
    'draws = [draw for column, row, draw in members]',
    'sizes = [2, 8, 8, 1]',
    '',
    say('weights'),
    'kernels, biases = [], []',
    'for fan, units in zip(sizes, sizes[1:]):',
    '    bound = (6 / (fan + units)) ** 0.5',
    `    drawn = rng.uniform(-bound, bound, (${DRAWS}, fan, units))`,
    '    kernels.append((scales * drawn[draws]).astype(np.float32))',
    '    biases.append(np.zeros((len(members), 1, units), np.float32))',
    '',
  ];
}

const PYTHON_BATCH: readonly string[] = [
  '    if len(order) < batch_size:',
  '        order = np.concatenate([order, rng.permutation(train_count)])',
  '    picks, order = order[:batch_size], order[batch_size:]',
];

function pytorch(printed: Printed): string[] {
  const { values, say } = printed;
  return [
    'import numpy as np',
    'import torch',
    'import torch.nn.functional as F',
    '',
    ...pythonMembers(printed),
    'x, y = torch.from_numpy(x), torch.from_numpy(y)',
    'rates, decays = torch.from_numpy(rates), torch.from_numpy(decays)',
    'kernels = [torch.from_numpy(w).requires_grad_() for w in kernels]',
    'biases = [torch.from_numpy(b).requires_grad_() for b in biases]',
    '',
    '',
    say('losses'),
    'def losses(x, t):',
    '    h = x[None]',
    '    for k, (w, b) in enumerate(zip(kernels, biases)):',
    '        h = h @ w + b',
    '        if k < len(kernels) - 1:',
    `            h = torch.${values.activation}(h)`,
    '    return F.softplus(-h[:, :, 0] * t).mean(1)',
    '',
    '',
    say('training'),
    `steps, batch_size = ${STEPS}, 32`,
    'going = torch.ones(len(members), dtype=torch.bool)',
    'order = np.empty(0, np.int64)',
    'for step in range(steps):',
    ...PYTHON_BATCH,
    '    now = losses(x[picks], y[picks])',
    '    going &= now.isfinite()',
    '    gradients = torch.autograd.grad(now[going].sum(), kernels + biases)',
    '    with torch.no_grad():',
    '        for w, g in zip(kernels, gradients):',
    '            w -= rates * (g + decays * w)',
    '        for b, g in zip(biases, gradients[len(kernels):]):',
    '            b -= rates * g',
    '    if step % 50 == 0:',
    '        print(step + 1, now[going].min().item(), (~going).sum().item())',
    '',
    say('maps'),
    'with torch.no_grad():',
    '    tested = losses(x[train_count:], y[train_count:])',
    'tested[~going] = float("nan")',
    'np.set_printoptions(precision=3, suppress=True, linewidth=200)',
    `print(tested.reshape(${DRAWS}, ${ROWS}, ${COLUMNS}).numpy())`,
  ];
}

function keras(printed: Printed): string[] {
  const { values, say } = printed;
  return [
    'import keras',
    'import numpy as np',
    'import tensorflow as tf',
    '',
    ...pythonMembers(printed),
    'kernels = [tf.Variable(w) for w in kernels]',
    'biases = [tf.Variable(b) for b in biases]',
    '',
    '',
    say('losses'),
    'def losses(x, t):',
    '    h = tf.constant(x)[None]',
    '    for k, (w, b) in enumerate(zip(kernels, biases)):',
    '        h = keras.ops.matmul(h, w) + b',
    '        if k < len(kernels) - 1:',
    `            h = keras.activations.${values.activation}(h)`,
    '    return tf.reduce_mean(tf.math.softplus(-h[:, :, 0] * t), 1)',
    '',
    '',
    say('training'),
    `steps, batch_size = ${STEPS}, 32`,
    'going = np.ones(len(members), bool)',
    'order = np.empty(0, np.int64)',
    'for step in range(steps):',
    ...PYTHON_BATCH,
    '    with tf.GradientTape() as tape:',
    '        now = losses(x[picks], y[picks])',
    '        going &= np.isfinite(now.numpy())',
    '        total = tf.reduce_sum(tf.boolean_mask(now, going))',
    '    gradients = tape.gradient(total, kernels + biases)',
    '    for w, g in zip(kernels, gradients):',
    '        w.assign_sub(rates * (g + decays * w))',
    '    for b, g in zip(biases, gradients[len(kernels):]):',
    '        b.assign_sub(rates * g)',
    '    if step % 50 == 0:',
    '        print(step + 1, now.numpy()[going].min(), (~going).sum())',
    '',
    say('maps'),
    'tested = losses(x[train_count:], y[train_count:]).numpy()',
    'tested[~going] = np.nan',
    'np.set_printoptions(precision=3, suppress=True, linewidth=200)',
    `print(tested.reshape(${DRAWS}, ${ROWS}, ${COLUMNS}))`,
  ];
}

/** Prints the program at the present values. */
export default function sweepCode(values: Values, framework: Framework, lang: Lang): string {
  if (values.only > 0) return printProgram(sweepProgram(values), framework, lang);
  const mark = framework === 'tfjs' ? '//' : '#';
  const printed: Printed = { values, lang, say: (words) => `${mark} ${codeWords[words][lang]}` };
  const lines = { tfjs, keras, pytorch }[framework](printed);
  return [`${mark} ${fill(codeText.title[lang], { name: codeWords.name[lang] })}`, ...lines, ''].join('\n');
}
