/** How much arithmetic a graph asks for. */
import { reachable } from '../graph/graph';
import { sizeOfShape, type Node, type Outputs } from '../graph/node';

/** Multiply-adds of a product: elements of the result times terms of each sum; 0 for everything else. */
function multiplyAddsOf({ operation, inputs, shape }: Node): number {
  if (operation.kind === 'map' || operation.kind === 'move') return 0;
  const [first, second] = inputs.map((input) => input.shape);
  const size = sizeOfShape(shape);
  switch (operation.kind) {
    case 'matmul':
      return size * (first?.at(operation.transposeA ? -2 : -1) ?? 1);
    case 'convolution':
      return size * sizeOfShape(second?.slice(0, 3) ?? []);
    case 'convolutionFilterGradient':
      return size * sizeOfShape(second?.slice(0, 3) ?? []);
    case 'convolutionInputGradient':
      return sizeOfShape(first ?? []) * sizeOfShape(second?.slice(0, 3) ?? []);
    case 'depthwise':
      return size * operation.windows.height * operation.windows.width;
    case 'depthwiseFilterGradient':
      return size * sizeOfShape(second?.slice(0, 3) ?? []);
    case 'depthwiseInputGradient':
      return sizeOfShape(first ?? []) * operation.windows.height * operation.windows.width;
    default:
      return 0;
  }
}

/** Multiply-adds of all products that a plan computes at each run. @param known nodes that are computed beforehand. */
export function multiplyAddsIn(outputs: Outputs, known: ReadonlySet<Node> = new Set()): number {
  return reachable(outputs).reduce((sum, node) => sum + (known.has(node) ? 0 : multiplyAddsOf(node)), 0);
}
