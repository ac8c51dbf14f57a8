/** Programs in PyTorch: an nn.Module and a plain training loop. */
import { fill, type Lang } from '../../../i18n/text';
import { codeText } from '../../../i18n/code';
import { LEAK, type ActivationName } from '../activations';
import type { InitialiserName } from '../initialiser-names';
import { isClassified, type LossName, type Program } from '../program';
import { classesOfData, pythonData } from './data';
import { isChain, literal, printedNodes, type PrintedNode } from './nodes';
import { PY_SCHEDULES } from './schedule';

const ACTIVATIONS: Readonly<Record<ActivationName, string>> = {
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

/** Statement that fills a weight. PyTorch keeps kernels transposed, [out, in]; its fans count that way, so the rules agree. */
function initialise(target: string, name: InitialiserName, scale: number): string {
  switch (name) {
    case 'zeros':
      return `nn.init.zeros_(${target})`;
    case 'ones':
      return `nn.init.ones_(${target})`;
    case 'constant':
      return `nn.init.constant_(${target}, ${literal(scale)})`;
    case 'normal':
      return `nn.init.normal_(${target}, std=${literal(scale)})`;
    case 'uniform':
      return `nn.init.uniform_(${target}, ${literal(-scale)}, ${literal(scale)})`;
    case 'xavierUniform':
      return `nn.init.xavier_uniform_(${target}, gain=${literal(scale)})`;
    case 'xavierNormal':
      return `nn.init.xavier_normal_(${target}, gain=${literal(scale)})`;
    case 'heUniform':
      return `nn.init.kaiming_uniform_(${target}, nonlinearity="relu")${scale === 1 ? '' : `.mul_(${literal(scale)})`}`;
    case 'heNormal':
      return `nn.init.kaiming_normal_(${target}, nonlinearity="relu")${scale === 1 ? '' : `.mul_(${literal(scale)})`}`;
    case 'lecunNormal':
      return `nn.init.kaiming_normal_(${target}, nonlinearity="linear")${scale === 1 ? '' : `.mul_(${literal(scale)})`}`;
    case 'orthogonal':
      return `nn.init.orthogonal_(${target}, gain=${literal(scale)})`;
  }
}

/** The module of a node, or undefined where the node is an expression (add, concat). */
function moduleOf(one: PrintedNode): string | undefined {
  const { node, inputShape } = one;
  const width = inputShape.at(-1) ?? 1;
  switch (node.layer) {
    case 'dense':
      return `nn.Linear(${width}, ${one.units}${node.options['useBias'] === false ? ', bias=False' : ''})`;
    case 'activation':
      return ACTIVATIONS[one.activation];
    case 'dropout':
      return `nn.Dropout(${Number(node.options['rate'])})`;
    case 'batchNorm':
      // PyTorch's momentum is the share of the new value, ours that of the old one.
      return `nn.BatchNorm1d(${width}, eps=${Number(node.options['epsilon'] ?? 1e-5)}, momentum=${literal(1 - Number(node.options['momentum'] ?? 0.9))})`;
    case 'flatten':
      return 'nn.Flatten()';
    default:
      return undefined;
  }
}

function moduleCode(program: Program, nodes: readonly PrintedNode[]): string[] {
  const dense = nodes.filter(({ node }) => node.layer === 'dense');
  const chain = isChain(program.network);
  const reach = (one: PrintedNode): string => (chain ? `model[${nodes.indexOf(one)}]` : `model.${one.name}`);
  const fills = dense.flatMap((one) => [
    `    ${initialise(`${reach(one)}.weight`, one.initialiser, one.scale)}`,
    ...(one.node.options['useBias'] === false ? [] : [`    ${initialise(`${reach(one)}.bias`, one.biasInitialiser, one.biasScale)}`]),
  ]);
  const filling = fills.length === 0 ? [] : ['with torch.no_grad():', ...fills];
  if (chain) return ['model = nn.Sequential(', ...nodes.map((one) => `    ${moduleOf(one) ?? 'nn.Identity()'},`), ')', ...filling];
  const outputs = program.network.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x');
  return [
    '',
    'class Network(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    ...nodes.flatMap((one) => {
      const made = moduleOf(one);
      return made === undefined ? [] : [`        self.${one.name} = ${made}`];
    }),
    '',
    '    def forward(self, x):',
    ...nodes.map((one) => {
      const from = one.from.join(', ');
      if (one.node.layer === 'add') return `        ${one.name} = ${one.from.join(' + ')}`;
      if (one.node.layer === 'concat') return `        ${one.name} = torch.cat([${from}], dim=-1)`;
      return `        ${one.name} = self.${one.name}(${from})`;
    }),
    `        return ${outputs.length === 1 ? (outputs[0] ?? 'x') : `torch.cat([${outputs.join(', ')}], dim=1)`}`,
    '',
    '',
    'model = Network()',
    ...filling,
  ];
}

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

/** Prints the program; it needs the packages torch and numpy. */
export function printPytorch(program: Program, lang: Lang): string {
  const { network, loss, l1, l2, weightDecay, clipNorm, schedule, steps } = program;
  const classes = classesOfData(program.data);
  const nodes = printedNodes(network);
  const say = (key: keyof typeof codeText): string => `# ${codeText[key][lang]}`;
  const targets = classes > 1 ? (loss === 'crossEntropy' ? 'y' : `2 * np.eye(${classes}, dtype=np.float32)[y] - 1`) : 'y[:, None]';
  const share = classes > 1 ? `(out.argmax(1) == ${loss === 'crossEntropy' ? 't' : 't.argmax(1)'})` : '(out.sign() == t.sign())';
  return [
    `# ${fill(codeText.title[lang], { name: network.name })}`,
    ...(schedule === 'cosine' || schedule === 'warmupCosine' ? ['import math', ''] : []),
    'import numpy as np',
    'import torch',
    ...(LOSSES[loss].includes('F.') ? ['import torch.nn.functional as F'] : []),
    'from torch import nn',
    '',
    'torch.manual_seed(1)',
    '',
    say('data'),
    ...pythonData(program.data),
    `x, y = torch.from_numpy(x), torch.from_numpy(${targets})`,
    '',
    say('network'),
    ...moduleCode(program, nodes),
    'print(sum(p.numel() for p in model.parameters()), "parameters")',
    '',
    say('training'),
    ...(loss === 'binaryCrossEntropy' || loss === 'hinge' ? [say('signs')] : []),
    '',
    'def loss_of(out, t):',
    `    return ${LOSSES[loss]}`,
    '',
    '',
    `steps, batch_size = ${steps}, min(${program.batchSize}, train_count)`,
    `optimizer = ${optimiser(program)}`,
    ...(l1 > 0 || l2 > 0 || weightDecay > 0 ? ['kernels = [m.weight for m in model.modules() if isinstance(m, nn.Linear)]'] : []),
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
    '    loss = loss_of(model(x[picks]), y[picks])',
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
    '    if step % 50 == 0 or step == steps - 1:',
    '        print(step + 1, loss.item())',
    '',
    say('evaluation'),
    'model.eval()',
    'with torch.no_grad():',
    '    rest = slice(train_count, None) if train_count < n else slice(None)',
    '    out, t = model(x[rest]), y[rest]',
    `    print("loss", loss_of(out, t).item()${isClassified(program) && network.outputs.length === 1 ? `, "accuracy", ${share}.float().mean().item()` : ''})`,
    '',
  ].join('\n');
}
