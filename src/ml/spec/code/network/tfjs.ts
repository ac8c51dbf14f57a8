/** A network in TensorFlow.js: functional layers. */
import type { NetworkSpec } from '../../network-spec';
import { codeOf, helpersIn } from '../layers';
import { printedNodes } from '../nodes';

/**
 * The lines from the network's own classes to `const model`, which a program goes on with.
 * @param around the program's other lines: no node is called as something in them.
 */
export function tfjsNetwork(spec: NetworkSpec, around: readonly string[] = []): string[] {
  const nodes = printedNodes(spec, around);
  const [inputShape = [1]] = Object.values(spec.inputs);
  const outputs = spec.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x_in');
  const layers = nodes.map((one, i) => {
    const sources = one.from.map((name) => (name === 'x' ? 'x_in' : name));
    return `const ${one.name} = ${codeOf(one).tfjs(one, i, sources)};`;
  });
  const helpers = helpersIn(layers, 'tfjs').flatMap((code) => ['', ...code]);
  return [
    ...helpers.slice(1),
    ...(helpers.length === 0 ? [] : ['']),
    `const x_in = tf.input({ shape: [${inputShape.join(', ')}] });`,
    ...layers,
    `const model = tf.model({ inputs: x_in, outputs: ${outputs.length === 1 ? (outputs[0] ?? 'x_in') : `[${outputs.join(', ')}]`} });`,
  ];
}
