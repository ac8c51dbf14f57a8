/** Programs in PyTorch: an nn.Module and a plain training loop. */
import { fill, type Lang } from '../../../i18n/text';
import { codeText } from '../../../i18n/code';
import { isClassified } from './classified';
import type { LossName } from '../loss-names';
import type { Program } from '../program';
import { given, pythonPrevious } from './inputs';
import { classesOfData, trainCountOf } from '../../data-kinds';
import { pythonData } from '../../data-kinds';
import { firstShape } from '../network-spec';
import { pytorchKernels, pytorchNetwork } from './network/pytorch';
import { literal } from './nodes';
import { targetOf } from '../../data-kinds';
import { PY_SCHEDULES } from './schedule';

function optimiser(program: Program): string {
  const { optimiser: settings, learningRate } = program;
  const rate = `lr=${literal(learningRate)}`;
  const epsilon = settings.epsilon ?? 1e-8;
  switch (settings.name) {
    case 'sgd':
      return `torch.optim.SGD(model.parameters(), ${rate})`;
    case 'momentum':
      return `torch.optim.SGD(model.parameters(), ${rate}, momentum=${settings.momentum ?? 0.9}${settings.nesterov === true ? ', nesterov=True' : ''})`;
    case 'rmsprop':
      return `torch.optim.RMSprop(model.parameters(), ${rate}, alpha=${settings.decay ?? 0.9}, eps=${epsilon})`;
    case 'adam':
      return `torch.optim.Adam(model.parameters(), ${rate}, betas=(${settings.beta1 ?? 0.9}, ${settings.beta2 ?? 0.999}), eps=${epsilon})`;
  }
}

const LOSSES: Readonly<Record<LossName, string>> = {
  meanSquaredError: '0.5 * ((out - t) ** 2).mean()',
  crossEntropy: 'F.cross_entropy(out, t)',
  binaryCrossEntropy: 'F.softplus(-out * t).mean()',
  hinge: 'F.relu(1 - out * t).mean()',
};

/** The mean over the places of sequences at which something is asked. */
const SYMBOLS_LOSS = 'F.cross_entropy(out.flatten(0, 1), t.flatten(), ignore_index=-1)';

/** Prints the program; it needs the packages torch and numpy. */
export function printPytorch(program: Program, lang: Lang): string {
  const { network, loss, l1, l2, weightDecay, shrinkage, clipNorm, schedule, steps } = program;
  const classes = classesOfData(program.data);
  // Classes are told by each of several outputs for itself; values of several outputs are one value of many numbers.
  const separate = network.outputs.length > 1 && loss === 'crossEntropy';
  const ofOne = Math.min(program.batchSize, trainCountOf(program.data)) === 1 && network.nodes.some(({ layer }) => layer === 'batchNorm');
  const inputShape = firstShape(network);
  const say = (key: keyof typeof codeText): string => `# ${codeText[key][lang]}`;
  const single = targetOf(program.data) === 'pixels' ? 'y.transpose(0, 3, 1, 2).copy()' : 'y[:, None]';
  const targets = classes > 1 ? (loss === 'crossEntropy' ? 'y' : `2 * np.eye(${classes}, dtype=np.float32)[y] - 1`) : single;
  const symbols = targetOf(program.data) === 'symbols';
  const lossOfOne = symbols ? SYMBOLS_LOSS : LOSSES[loss];
  const share = symbols
    ? '(out.argmax(-1) == t)[t >= 0]'
    : classes > 1
      ? `(out.argmax(1) == ${loss === 'crossEntropy' ? 't' : 't.argmax(1)'})`
      : '(out.sign() == t.sign())';
  const before = [
    `# ${fill(codeText.title[lang], { name: network.name })}`,
    ...(schedule === 'cosine' || schedule === 'warmupCosine' ? ['import math', ''] : []),
    'import numpy as np',
    'import torch',
    ...(symbols || LOSSES[loss].includes('F.') ? ['import torch.nn.functional as F'] : []),
    'from torch import nn',
    '',
    'torch.manual_seed(1)',
    '',
    say('data'),
    ...pythonData(program.data, lang),
    // PyTorch has the channels of an image first.
    ...(inputShape.length === 3 ? [`x = x.reshape(-1, ${inputShape.join(', ')}).transpose(0, 3, 1, 2).copy()`] : []),
    ...pythonPrevious(program, lang),
    `x, y = torch.from_numpy(x), torch.from_numpy(${targets})`,
    ...(Object.hasOwn(network.inputs, 'previous') ? ['previous = torch.from_numpy(previous)'] : []),
    '',
    say('network'),
    ...(ofOne ? [say('ofOne')] : []),
  ];
  const after = [
    '',
    say('training'),
    ...(loss === 'binaryCrossEntropy' || loss === 'hinge' ? [say('signs')] : []),
    ...(symbols ? [say('nothingAsked')] : []),
    '',
    'def loss_of(out, t):',
    `    return ${separate ? `sum(${lossOfOne.replace('out', 'one')} for one in out)` : lossOfOne}`,
    '',
    '',
    `steps, batch_size = ${steps}, min(${program.batchSize}, train_count)`,
    `optimizer = ${optimiser(program)}`,
    ...(l1 > 0 || l2 > 0 || weightDecay > 0 || shrinkage > 0 ? [`kernels = ${pytorchKernels(network)}`] : []),
    'order = torch.empty(0, dtype=torch.long)',
    'for step in range(steps):',
    '    if len(order) < batch_size:',
    '        order = torch.cat([order, torch.randperm(train_count)])',
    '    picks, order = order[:batch_size], order[batch_size:]',
    ...(schedule === 'constant'
      ? []
      : [
          `    t = step / steps  # ${codeText.schedule[lang]}`,
          '    for group in optimizer.param_groups:',
          `        group["lr"] = ${literal(program.learningRate)} * (${PY_SCHEDULES[schedule]})`,
        ]),
    `    loss = loss_of(model(${given(program, (name) => `${name}[picks]`, 'arguments')}), y[picks])`,
    ...(l1 > 0 || l2 > 0
      ? [
          `    loss = loss + sum(${literal(l1)} * w.abs().sum() + ${literal(l2 / 2)} * (w**2).sum() for w in kernels)  # ${codeText.penalty[lang]}`,
        ]
      : []),
    '    optimizer.zero_grad()',
    '    loss.backward()',
    ...(Number.isFinite(clipNorm) ? [`    nn.utils.clip_grad_norm_(model.parameters(), ${literal(clipNorm)})`] : []),
    // By hand, since AdamW would let biases decay too, and the other optimisers would add the decay to the gradient.
    ...(weightDecay > 0
      ? [
          '    with torch.no_grad():',
          '        for w in kernels:',
          `            w.mul_(1 - optimizer.param_groups[0]["lr"] * ${literal(weightDecay)})`,
        ]
      : []),
    '    optimizer.step()',
    ...(shrinkage > 0
      ? [
          `    with torch.no_grad():  # ${codeText.shrinkage[lang]}`,
          '        for w in kernels:',
          `            w.copy_(w.sign() * (w.abs() - optimizer.param_groups[0]["lr"] * ${literal(shrinkage)}).relu())`,
        ]
      : []),
    '    if step % 50 == 0 or step == steps - 1:',
    '        print(step + 1, loss.item())',
    '',
    say('evaluation'),
    'model.eval()',
    'with torch.no_grad():',
    '    rest = slice(train_count, None) if train_count < n else slice(None)',
    `    out, t = model(${given(program, (name) => `${name}[rest]`, 'arguments')}), y[rest]`,
    ...(separate
      ? [
          `    print("accuracies", *(${symbols ? '(one.argmax(-1) == t)[t >= 0]' : '(one.argmax(1) == t)'}.float().mean().item() for one in out))`,
        ]
      : []),
    `    print("loss", loss_of(out, t).item()${isClassified(program) && network.outputs.length === 1 ? `, "accuracy", ${share}.float().mean().item()` : ''})`,
    '',
  ];
  const lines = pytorchNetwork(network, { separate, ofOne, around: [...before, ...after] });
  // Biases that PyTorch has twice are held at zero, and not counted.
  const counted = lines.some((line) => line.includes('.bias_hh_l0')) ? ' if p.requires_grad' : '';
  return [...before, ...lines, `print(sum(p.numel() for p in model.parameters()${counted}), "parameters")`, ...after].join('\n');
}
