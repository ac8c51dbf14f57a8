/** Computes the same thing once: nodes with the same operation on the same inputs become one. */
import { rebuild } from '../graph/graph';
import type { Node, Outputs } from '../graph/node';
import { textOfOperation } from '../graph/text';

/** Shares common subexpressions; constants are the same where their numbers are in the same array. */
export function share(outputs: Outputs): Map<string, Node> {
  const known = new Map<string, Node>();
  const arrays = new Map<Float32Array, number>();
  return rebuild(outputs, (graph, { operation, shape }, inputs) => {
    let text = textOfOperation(operation);
    if (operation.kind === 'constant') {
      const number = arrays.get(operation.data) ?? arrays.size;
      arrays.set(operation.data, number);
      text += ` ${number}`;
    }
    for (const { id } of inputs) text += ` #${id}`;
    const key = `${text} [${shape.join()}]`;
    const node = known.get(key) ?? graph.make(operation, inputs, shape);
    known.set(key, node);
    return node;
  });
}
