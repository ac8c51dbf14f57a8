/** How weights begin, in PyTorch. */
import type { InitialiserName } from '../../initialiser-names';
import { literal, type PrintedNode } from '../nodes';

/** Statement that fills a weight. PyTorch keeps kernels transposed, [out, in]; its fans count that way, so the rules agree. */
export function pytorchInitialise(target: string, name: InitialiserName, scale: number): string {
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

/** Statements that fill the kernel and the bias of a module. */
export function fillKernelAndBias(one: PrintedNode, module: string): string[] {
  return [
    pytorchInitialise(`${module}.weight`, one.initialiser, one.scale),
    ...(one.useBias ? [pytorchInitialise(`${module}.bias`, one.biasInitialiser, one.biasScale)] : []),
  ];
}
