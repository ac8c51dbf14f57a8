/** A network in PyTorch: an nn.Sequential where it is a chain, else an nn.Module. */
import { at } from '../../../../base/at';
import type { NetworkSpec } from '../../network-spec';
import { codeOf, helpersIn } from '../layers';
import { isChain, printedInputs, printedNodes, type PrintedNode } from '../nodes';

/** Statements that fill weights as the initialisers say; `reach` gives a node's module. Kernels come before the scales of norms. */
function filling(nodes: readonly PrintedNode[], reach: (one: PrintedNode) => string): string[] {
  const withKernels = nodes.filter(({ kernel }) => kernel !== undefined);
  const fills = [...withKernels, ...nodes.filter(({ kernel }) => kernel === undefined)].flatMap((one) => {
    const { pytorch } = codeOf(one);
    if (!('module' in pytorch)) return [];
    const module = `${reach(one)}${pytorch.module(one, false).path}`;
    return (pytorch.fill?.(one, module) ?? []).map((line) => `    ${line}`);
  });
  const frozen = nodes.filter((one) => one.frozen).map((one) => `${reach(one)}.requires_grad_(False)`);
  return [...(fills.length === 0 ? [] : ['with torch.no_grad():', ...fills]), ...frozen];
}

/** A node's module as code; undefined where it is an expression. */
function moduleOf(one: PrintedNode, ofOne: boolean): string | undefined {
  const { pytorch } = codeOf(one);
  return 'module' in pytorch ? pytorch.module(one, ofOne).code : undefined;
}

/** What a node computes in the forward pass of a module that holds its own. */
function computed(one: PrintedNode): string {
  const { pytorch } = codeOf(one);
  return 'module' in pytorch ? `self.${one.name}(${one.from.join(', ')})` : pytorch.expression(one);
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
  const modules = nodes.map((one) => moduleOf(one, ofOne) ?? 'nn.Identity()');
  const helpers = helpersIn(modules, 'pytorch').flatMap((code) => ['', '', ...code]);
  if (isChain(spec) && nodes.every((one) => 'module' in codeOf(one).pytorch)) {
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
    ...nodes.flatMap((one, i) => (moduleOf(one, ofOne) === undefined ? [] : [`        self.${one.name} = ${at(modules, i)}`])),
    '',
    `    def forward(self, ${printedInputs(spec, around)
      .map(({ name }) => name)
      .join(', ')}):`,
    ...nodes.map((one) => `        ${one.name} = ${computed(one)}`),
    `        return ${outputs.length === 1 || separate ? outputs.join(', ') : `torch.cat([${outputs.join(', ')}], dim=1)`}`,
    '',
    '',
    'model = Network()',
    ...filling(nodes, (one) => `model.${one.name}`),
  ];
}

/** The parameters that penalties and decay are of, as an expression of Python: the kernels, those that are trained. */
export function pytorchKernels(spec: NetworkSpec): string {
  const nodes = printedNodes(spec);
  const modules = nodes.map((one) => moduleOf(one, false) ?? '');
  const lines = [...modules, ...helpersIn(modules, 'pytorch').flat()];
  const used = ['nn.Linear', 'nn.Conv2d'].filter((name) => lines.some((code) => code.includes(`${name}(`)));
  const classes = used.length === 1 ? used.join() : `(${used.join(', ')})`;
  const weights = `[m.weight for m in model.modules() if isinstance(m, ${classes}) and m.weight.requires_grad]`;
  const endings = new Set(nodes.map((one) => codeOf(one).pytorch).flatMap((code) => ('kernels' in code ? (code.kernels ?? []) : [])));
  if (endings.size === 0) return weights;
  const names = [...endings].map((ending) => `"${ending}"`).join(', ');
  return `${weights} + [p for name, p in model.named_parameters() if name.endswith((${names},)) and p.requires_grad]`;
}
