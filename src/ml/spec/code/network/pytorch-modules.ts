/** Modules of PyTorch for the nodes of a network, and the modules of its own that a network needs where PyTorch has none. */
import { LEAK, type ActivationName } from '../../activations';
import { literal, type PrintedNode } from '../nodes';
import { isSymmetric, isSymmetricByCeiling, pair, usedPadding } from './windows';

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

/** Modules by the name with which a printed one calls them. */
const HELPERS: Readonly<Record<string, readonly string[]>> = {
  ChannelNorm: [
    'class ChannelNorm(nn.LayerNorm):',
    '    def forward(self, x):',
    '        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)',
  ],
  BatchNormOfOne: [
    'class BatchNormOfOne(nn.BatchNorm1d):',
    '    def forward(self, x):',
    '        if not self.training or len(x) > 1:',
    '            return super().forward(x)',
    '        with torch.no_grad():',
    '            self.running_mean.lerp_(x[0], self.momentum)',
    '            self.running_var.mul_(1 - self.momentum)',
    '        return (x - x) * self.weight + self.bias',
  ],
  MeanInImage: [
    'class MeanInImage(nn.Module):',
    '    def __init__(self, size, stride, padding):',
    '        super().__init__()',
    '        self.mean = nn.Sequential(nn.ZeroPad2d(padding), nn.AvgPool2d(size, stride))',
    '',
    '    def forward(self, x):',
    '        return self.mean(x) / self.mean(torch.ones_like(x))',
  ],
};

/** The modules that the lines call, each followed by two empty lines. */
export function pytorchHelpers(lines: readonly string[]): string[] {
  return Object.entries(HELPERS).flatMap(([name, code]) => (lines.some((line) => line.includes(`${name}(`)) ? ['', '', ...code] : []));
}

/** A module as code. */
export interface PrintedModule {
  readonly code: string;
  /** How its weight is reached from it. */
  readonly path: '' | '[1]';
}

const PAIR = ['(', ')'] as const;

/** Padding in PyTorch's order: left, right, top, bottom. */
function sides({ window }: PrintedNode): string {
  if (window === undefined) return '';
  return `(${[...usedPadding(window.columns), ...usedPadding(window.rows)].join(', ')})`;
}

function convolution(one: PrintedNode, outputs: number, groups: number): PrintedModule {
  const { window } = one;
  if (window === undefined) return { code: 'nn.Identity()', path: '' };
  const dilation = pair(window, (axis) => axis.dilation, PAIR);
  const padding = pair(window, (axis) => axis.before, PAIR);
  const stride = pair(window, (axis) => axis.stride, PAIR);
  const symmetric = isSymmetric(window);
  const code = `nn.Conv2d(${[
    one.inputShape.at(-1) ?? 1,
    outputs,
    pair(window, (axis) => axis.size, PAIR),
    ...(stride === '1' ? [] : [`stride=${stride}`]),
    ...(symmetric && padding !== '0' ? [`padding=${padding}`] : []),
    ...(dilation === '1' ? [] : [`dilation=${dilation}`]),
    ...(groups === 1 ? [] : [`groups=${groups}`]),
    ...(one.useBias ? [] : ['bias=False']),
  ].join(', ')})`;
  return symmetric ? { code, path: '' } : { code: `nn.Sequential(nn.ZeroPad2d(${sides(one)}), ${code})`, path: '[1]' };
}

function pooling(one: PrintedNode, kind: 'Max' | 'Avg'): string {
  const { window } = one;
  if (window === undefined) return 'nn.Identity()';
  const places = `${pair(window, (axis) => axis.size, PAIR)}, ${pair(window, (axis) => axis.stride, PAIR)}`;
  const padding = pair(window, (axis) => axis.before, PAIR);
  const ceiled = !isSymmetric(window) && isSymmetricByCeiling(window);
  if (!isSymmetric(window) && !ceiled) {
    if (kind === 'Avg') return `MeanInImage(${places}, ${sides(one)})`;
    return `nn.Sequential(nn.ConstantPad2d(${sides(one)}, float("-inf")), nn.MaxPool2d(${places}))`;
  }
  const padded = padding === '0' ? '' : `, padding=${padding}`;
  const counted = kind === 'Avg' && (padded !== '' || ceiled) ? ', count_include_pad=False' : '';
  return `nn.${kind}Pool2d(${places}${padded}${ceiled ? ', ceil_mode=True' : ''}${counted})`;
}

/**
 * The module of a node, or undefined where the node is an expression (add, concat). Images have their channels first here.
 * @param ofOne batches are of one sample.
 */
export function moduleOf(one: PrintedNode, ofOne = false): PrintedModule | undefined {
  const { node, inputShape } = one;
  const width = inputShape.at(-1) ?? 1;
  const image = inputShape.length === 3;
  const epsilon = Number(node.options['epsilon'] ?? 1e-5);
  const plain = (code: string): PrintedModule => ({ code, path: '' });
  const bias = one.useBias ? '' : ', bias=False';
  switch (node.layer) {
    case 'dense':
      return plain(image ? `nn.Conv2d(${width}, ${one.units}, 1${bias})` : `nn.Linear(${width}, ${one.units}${bias})`);
    case 'conv2d':
      return convolution(one, Number(node.options['filters']), Number(node.options['groups'] ?? 1));
    case 'depthwiseConv2d':
      return convolution(one, width * Number(node.options['multiplier'] ?? 1), width);
    case 'maxPool':
      return plain(pooling(one, 'Max'));
    case 'averagePool':
      return plain(pooling(one, 'Avg'));
    case 'globalAveragePool':
      return plain('nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())');
    case 'activation':
      return plain(ACTIVATIONS[one.activation]);
    case 'dropout':
      return plain(`nn.Dropout(${Number(node.options['rate'])})`);
    case 'batchNorm':
      // PyTorch's momentum is the share of the new value, ours that of the old one.
      return plain(
        `${ofOne && !image ? 'BatchNormOfOne' : `nn.BatchNorm${image ? 2 : 1}d`}(${width}, eps=${epsilon}, momentum=${literal(1 - Number(node.options['momentum'] ?? 0.9))})`,
      );
    case 'layerNorm':
      return plain(`${image ? 'ChannelNorm' : 'nn.LayerNorm'}(${width}, eps=${epsilon})`);
    case 'flatten':
      return plain('nn.Flatten()');
    default:
      return undefined;
  }
}
