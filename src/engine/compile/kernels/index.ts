/** The kernel of every kind of operation. */
import type { Group } from '../group';
import { convolutionKernel, filterGradientKernel, inputGradientKernel } from './convolutions';
import type { Kernel } from './kernel';
import { gatherKernel, oneHotKernel, segmentSumKernel } from './lookups';
import { loopKernel } from './loops';
import { matmulKernel } from './matmul';
import { concatKernel, moveKernel } from './moves';
import { depthwiseKernel, maxPoolGradientKernel, poolKernel, sumPoolGradientKernel } from './pools';
import { argumentKernel, reduceKernel, softmaxKernel } from './reductions';

/** The kernel of a group. @throws Error for operations that are no work of their own. */
export function kernelOf(group: Group): Kernel {
  const { head } = group;
  if (head === undefined) return loopKernel(group);
  const { kind } = head.operation;
  switch (kind) {
    case 'matmul':
      return matmulKernel(group, head);
    case 'convolution':
      return convolutionKernel(group, head);
    case 'convolutionFilterGradient':
      return filterGradientKernel(head);
    case 'convolutionInputGradient':
      return inputGradientKernel(head);
    case 'depthwise':
    case 'depthwiseFilterGradient':
    case 'depthwiseInputGradient':
      return depthwiseKernel(head);
    case 'pool':
      return poolKernel(head);
    case 'sumPoolGradient':
      return sumPoolGradientKernel(head);
    case 'maxPoolGradient':
      return maxPoolGradientKernel(head);
    case 'reduce':
      return reduceKernel(head);
    case 'argument':
      return argumentKernel(head);
    case 'softmax':
      return softmaxKernel(head);
    case 'move':
      return moveKernel(head);
    case 'concat':
      return concatKernel(head);
    case 'gather':
      return gatherKernel(head);
    case 'segmentSum':
      return segmentSumKernel(head);
    case 'oneHot':
      return oneHotKernel(head);
    case 'input':
    case 'state':
    case 'constant':
    case 'uniform':
    case 'map':
    case 'view':
      throw new Error(`"${kind}" is no kernel's head`);
  }
}
