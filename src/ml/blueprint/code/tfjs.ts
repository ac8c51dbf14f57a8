/** Programs in TensorFlow.js: functional layers, and a training loop that shows each step. */
import { at } from '../../../base/at';
import { fill, type Lang } from '../../../i18n/text';
import { codeText } from '../../../i18n/code';
import { describeNetwork } from '../describe';
import { sizeOf } from '../layer-description';
import { isClassified } from './classified';
import type { LossName } from '../loss-names';
import type { OptimiserSettings } from '../optimiser-settings';
import type { Program } from '../program';
import { given, jsPrevious } from './inputs';
import { classesOfData } from '../../data-kinds';
import { jsData } from '../../data-kinds';
import { firstShape } from '../network-spec';
import { tfjsNetwork } from './network/tfjs';
import { literal } from './nodes';
import { targetOf } from '../../data-kinds';
import { JS_SCHEDULES } from './schedule';

function optimiser(settings: OptimiserSettings): string {
  const epsilon = settings.epsilon ?? 1e-8;
  switch (settings.name) {
    case 'sgd':
      return 'tf.train.sgd(rate)';
    case 'momentum':
      return `tf.train.momentum(rate, ${settings.momentum ?? 0.9}${settings.nesterov === true ? ', true' : ''})`;
    case 'rmsprop':
      return `tf.train.rmsprop(rate, ${settings.decay ?? 0.9}, 0, ${epsilon})`;
    case 'adam':
      return `tf.train.adam(rate, ${settings.beta1 ?? 0.9}, ${settings.beta2 ?? 0.999}, ${epsilon})`;
  }
}

/** How tfjs's optimisers are given another rate: the first two keep it in a tensor, which assigning to the field leaves as it was. */
function setRate(settings: OptimiserSettings): string {
  const byMethod = settings.name === 'sgd' || settings.name === 'momentum';
  return byMethod ? 'optimizer.setLearningRate(learningRate)' : 'optimizer.learningRate = learningRate';
}

const LOSSES: Readonly<Record<LossName, string>> = {
  meanSquaredError: 'tf.mul(0.5, tf.mean(tf.square(tf.sub(out, t))))',
  crossEntropy: 'tf.losses.softmaxCrossEntropy(t, out)',
  binaryCrossEntropy: 'tf.mean(tf.softplus(tf.neg(tf.mul(out, t))))',
  hinge: 'tf.mean(tf.relu(tf.sub(1, tf.mul(out, t))))',
};

/** The mean over the places of sequences at which something is asked; those of several outputs are added. */
function lossOfSymbols(classes: number, outputs: number): string {
  const ofOne = (out: string): string =>
    `tf.losses.softmaxCrossEntropy(tf.cast(tf.oneHot(t, ${classes}), 'float32'), ${out}, tf.cast(tf.greaterEqual(t, 0), 'float32'))`;
  return outputs === 1 ? ofOne('out') : `tf.addN(out.map((one) => ${ofOne('one')}))`;
}

/** Values of several outputs are one value of many numbers; classes are told by each output for itself, and the losses added. */
function severalLosses(loss: LossName, outputs: number): string {
  const sum = `tf.addN(out.map((one) => ${LOSSES[loss].replaceAll('out', 'one')}))`;
  return loss === 'crossEntropy' ? sum : `tf.div(${sum}, ${outputs})`;
}

function targets({ loss, data, network }: Program, classes: number): string {
  const asked = targetOf(data);
  if (asked === 'pixels') {
    const shape = describeNetwork(network).nodes[at(network.outputs, 0)]?.shape ?? [];
    return `tf.reshape(tf.tensor2d(ys, [n, ${sizeOf(shape)}]), [n, ${shape.join(', ')}])`;
  }
  if (asked === 'symbols') return "tf.tensor2d(ys, [n, ys[0].length], 'int32')";
  if (classes === 1) return 'tf.tensor2d(ys, [n, 1])';
  const oneHot = `tf.oneHot(tf.tensor1d(ys, 'int32'), ${classes})`;
  return loss === 'crossEntropy' ? `tf.cast(${oneHot}, 'float32')` : `tf.sub(tf.mul(2, tf.cast(${oneHot}, 'float32')), 1)`;
}

/** Prints the program; it needs the package @tensorflow/tfjs and runs in Node as in a page. */
export function printTfjs(program: Program, lang: Lang): string {
  const { network, loss, l1, l2, weightDecay, shrinkage, clipNorm, schedule } = program;
  const rate = schedule === 'constant' ? 'rate' : 'learningRate';
  const classes = classesOfData(program.data);
  const inputShape = firstShape(network);
  const say = (key: keyof typeof codeText): string => `// ${codeText[key][lang]}`;
  const { outputs } = network;
  const penalised = l1 > 0 || l2 > 0;
  const symbols = targetOf(program.data) === 'symbols';
  const before = [
    `// ${fill(codeText.title[lang], { name: network.name })}`,
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    say('data'),
    ...jsData(program.data, lang),
    inputShape.length === 1
      ? `const x = tf.tensor2d(xs, [n, ${at(inputShape, 0)}]);`
      : `const x = tf.reshape(tf.tensor2d(xs, [n, ${sizeOf(inputShape)}]), [n, ${inputShape.join(', ')}]);`,
    `const y = ${targets(program, classes)};`,
    ...jsPrevious(program, lang),
    '',
    say('network'),
  ];
  const after = [
    ...(penalised || weightDecay > 0 || shrinkage > 0
      ? [`const kernels = model.trainableWeights.filter((w) => w.name.includes('kernel')).map((w) => w.val);`]
      : []),
    '',
    say('training'),
    `const steps = ${program.steps}, batchSize = Math.min(${program.batchSize}, trainCount), rate = ${literal(program.learningRate)};`,
    `const optimizer = ${optimiser(program.optimiser)};`,
    ...(loss === 'binaryCrossEntropy' || loss === 'hinge' ? [say('signs')] : []),
    ...(symbols ? [say('nothingAsked')] : []),
    `const lossOf = (out, t) => ${symbols ? lossOfSymbols(classes, outputs.length) : outputs.length === 1 ? LOSSES[loss] : severalLosses(loss, outputs.length)};`,
    'let order = [];',
    'for (let step = 0; step < steps; step++) {',
    '  if (order.length < batchSize) order = order.concat(shuffled([...Array(trainCount).keys()]));',
    '  const picks = order.splice(0, batchSize);',
    ...(schedule === 'constant'
      ? []
      : [
          `  const t = step / steps; // ${codeText.schedule[lang]}`,
          `  const learningRate = rate * (${JS_SCHEDULES[schedule]});`,
          `  ${setRate(program.optimiser)};`,
        ]),
    '  tf.tidy(() => {',
    "    const index = tf.tensor1d(picks, 'int32');",
    '    const { value, grads } = optimizer.computeGradients(() => {',
    `      const loss = lossOf(model.apply(${given(program, (name) => `tf.gather(${name}, index)`)}, { training: true }), tf.gather(y, index));`,
    ...(penalised
      ? [
          `      return kernels.reduce((sum, w) => tf.add(sum, tf.add(tf.mul(${literal(l1)}, tf.sum(tf.abs(w))), tf.mul(${literal(l2 / 2)}, tf.sum(tf.square(w))))), loss); // ${codeText.penalty[lang]}`,
        ]
      : ['      return loss;']),
    '    }, model.trainableWeights.map((w) => w.val));',
    ...(Number.isFinite(clipNorm)
      ? [
          `    const norm = tf.sqrt(tf.addN(Object.values(grads).map((g) => tf.sum(tf.square(g))))); // ${fill(codeText.clip[lang], { norm: literal(clipNorm) })}`,
          `    for (const name of Object.keys(grads)) grads[name] = tf.mul(grads[name], tf.div(${literal(clipNorm)}, tf.maximum(norm, ${literal(clipNorm)})));`,
        ]
      : []),
    // Before the update: the decay is of the weights that the gradients were taken at.
    ...(weightDecay > 0 ? [`    for (const w of kernels) w.assign(tf.mul(w, 1 - ${rate} * ${literal(weightDecay)}));`] : []),
    '    optimizer.applyGradients(grads);',
    ...(shrinkage > 0
      ? [
          `    for (const w of kernels) w.assign(tf.mul(tf.sign(w), tf.relu(tf.sub(tf.abs(w), ${rate} * ${literal(shrinkage)})))); // ${codeText.shrinkage[lang]}`,
        ]
      : []),
    '    if (step % 50 === 0 || step === steps - 1) console.log(step + 1, value.dataSync()[0]);',
    '  });',
    '}',
    ...evaluation(program, classes, outputs.length, lang),
    '',
  ];
  return [...before, ...tfjsNetwork(network, [...before, ...after]), ...after].join('\n');
}

function evaluation(program: Program, classes: number, outputs: number, lang: Lang): string[] {
  if (outputs !== 1 && program.loss !== 'crossEntropy') return [];
  const share = classes > 1 ? 'tf.equal(tf.argMax(out, 1), tf.argMax(t, 1))' : 'tf.equal(tf.sign(out), tf.sign(t))';
  const symbols = targetOf(program.data) === 'symbols';
  const rest = given(program, (name) => `tf.slice(${name}, [start, 0])`);
  const start = ['', `// ${codeText.evaluation[lang]}`, 'const start = trainCount < n ? trainCount : 0;'];
  const right = "tf.sum(tf.cast(tf.equal(tf.cast(tf.argMax(out, -1), 'int32'), t), 'float32'))";
  const asked = "const asked = tf.sum(tf.cast(tf.greaterEqual(t, 0), 'float32'));";
  if (outputs !== 1 && symbols) {
    return [
      ...start,
      `const outs = model.predict(${rest}), t = tf.slice(y, [start, 0]);`,
      asked,
      "console.log('loss', lossOf(outs, t).dataSync()[0]);",
      `for (const out of outs) console.log('accuracy', tf.div(${right}, asked).dataSync()[0]);`,
    ];
  }
  if (outputs !== 1) {
    return [
      ...start,
      'const t = tf.slice(y, [start, 0]);',
      `for (const out of model.predict(${rest})) {`,
      `  console.log('loss', ${LOSSES[program.loss]}.dataSync()[0], 'accuracy', tf.mean(tf.cast(${share}, 'float32')).dataSync()[0]);`,
      '}',
    ];
  }
  if (symbols) {
    return [
      ...start,
      `const out = model.predict(${rest}), t = tf.slice(y, [start, 0]);`,
      `const right = ${right};`,
      asked,
      "console.log('loss', lossOf(out, t).dataSync()[0], 'accuracy', tf.div(right, asked).dataSync()[0]);",
    ];
  }
  return [
    ...start,
    `const out = model.predict(${rest}), t = tf.slice(y, [start, 0]);`,
    `console.log('loss', lossOf(out, t).dataSync()[0]${isClassified(program) ? `, 'accuracy', tf.mean(tf.cast(${share}, 'float32')).dataSync()[0]` : ''});`,
  ];
}
