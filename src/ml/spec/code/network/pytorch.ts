/** A network in PyTorch: an nn.Sequential where it is a chain, else an nn.Module. */
import type { InitialiserName } from '../../initialiser-names';
import type { NetworkSpec } from '../../network-spec';
import { isChain, literal, printedNodes, type PrintedNode } from '../nodes';
import { moduleOf, pytorchHelpers } from './pytorch-modules';

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

const WEIGHTED = ['dense', 'conv2d', 'depthwiseConv2d'];

/** Statements that fill weights as the initialisers say; `reach` gives a node's module. */
function filling(nodes: readonly PrintedNode[], reach: (one: PrintedNode) => string): string[] {
  const weighted = nodes.filter(({ node }) => WEIGHTED.includes(node.layer));
  const fills = weighted.flatMap((one) => {
    const module = `${reach(one)}${moduleOf(one)?.path ?? ''}`;
    return [
      `    ${initialise(`${module}.weight`, one.initialiser, one.scale)}`,
      ...(one.useBias ? [`    ${initialise(`${module}.bias`, one.biasInitialiser, one.biasScale)}`] : []),
    ];
  });
  const norms = nodes.filter(({ node, scale }) => node.layer === 'batchNorm' && scale !== 1);
  for (const one of norms) fills.push(`    ${initialise(`${reach(one)}.weight`, 'constant', one.scale)}`);
  const frozen = weighted.filter((one) => one.frozen).map((one) => `${reach(one)}.requires_grad_(False)`);
  return [...(fills.length === 0 ? [] : ['with torch.no_grad():', ...fills]), ...frozen];
}

export interface PytorchOptions {
  /** Several outputs are given one by one, and not as one. */
  readonly separate?: boolean;
  /** Batches are of one sample, which PyTorch's batch norm refuses. */
  readonly ofOne?: boolean;
  /** The program's other lines: no node is called as something in them. */
  readonly around?: readonly string[];
}

/**
 * The lines from the network's own modules to `model` with its weights, which a program goes on with.
 */
export function pytorchNetwork(spec: NetworkSpec, { separate = false, ofOne = false, around = [] }: PytorchOptions = {}): string[] {
  const nodes = printedNodes(spec, around);
  const modules = nodes.map((one) => moduleOf(one, ofOne)?.code ?? 'nn.Identity()');
  const helpers = pytorchHelpers(modules);
  if (isChain(spec)) {
    const chain = ['model = nn.Sequential(', ...modules.map((code) => `    ${code},`), ')'];
    const filled = filling(nodes, (one) => `model[${nodes.indexOf(one)}]`);
    return [...helpers.slice(1), ...(helpers.length === 0 ? [] : ['', '']), ...chain, ...filled];
  }
  const outputs = spec.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x');
  return [
    ...helpers.slice(1),
    ...(helpers.length === 0 ? [] : ['']),
    '',
    'class Network(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    ...nodes.flatMap((one, i) => (moduleOf(one) === undefined ? [] : [`        self.${one.name} = ${modules[i] ?? ''}`])),
    '',
    '    def forward(self, x):',
    ...nodes.map((one) => {
      const from = one.from.join(', ');
      if (one.node.layer === 'add') return `        ${one.name} = ${one.from.join(' + ')}`;
      if (one.node.layer === 'concat') return `        ${one.name} = torch.cat([${from}], dim=${one.shape.length === 3 ? 1 : -1})`;
      return `        ${one.name} = self.${one.name}(${from})`;
    }),
    `        return ${outputs.length === 1 || separate ? outputs.join(', ') : `torch.cat([${outputs.join(', ')}], dim=1)`}`,
    '',
    '',
    'model = Network()',
    ...filling(nodes, (one) => `model.${one.name}`),
  ];
}

/** The classes of the modules that have a kernel, as Python's isinstance takes them. */
export function kernelClasses(spec: NetworkSpec): string {
  const modules = printedNodes(spec).map((one) => moduleOf(one)?.code ?? '');
  const used = ['nn.Linear', 'nn.Conv2d'].filter((name) => modules.some((code) => code.includes(`${name}(`)));
  return used.length === 1 ? (used[0] ?? 'nn.Linear') : `(${used.join(', ')})`;
}
