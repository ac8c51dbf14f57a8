/** A network in TensorFlow.js: functional layers. */
import type { NetworkSpec } from '../../network-spec';
import { codeOf, helpersIn } from '../layers';
import { listed } from '../layers/layer-code';
import { printedInputs, printedNodes } from '../nodes';

/**
 * The lines from the network's own classes to `const model`, which a program goes on with.
 * @param around the program's other lines: no node is called as something in them.
 */
export function tfjsNetwork(spec: NetworkSpec, around: readonly string[] = []): string[] {
  const nodes = printedNodes(spec, around);
  const inputs = printedInputs(spec, around);
  // Names of what is symbolic: inputs, which the program has as numbers too, have one of their own.
  const symbol = (name: string): string => (inputs.some((input) => input.name === name) ? `${name}_in` : name);
  const outputs = spec.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x_in');
  const layers = nodes.map((one, i) => {
    const sources = one.from.map(symbol);
    return `const ${one.name} = ${codeOf(one).tfjs(one, i, sources)};`;
  });
  const helpers = helpersIn(layers, 'tfjs').flatMap((code) => ['', ...code]);
  return [
    ...helpers.slice(1),
    ...(helpers.length === 0 ? [] : ['']),
    ...inputs.map(
      ({ name, shape, kind }) =>
        `const ${name}_in = tf.input({ shape: [${shape.join(', ')}]${kind === 'indices' ? ", dtype: 'int32'" : ''} });`,
    ),
    ...layers,
    `const model = tf.model({ inputs: ${listed(inputs.map(({ name }) => `${name}_in`))}, outputs: ${listed(outputs)} });`,
  ];
}
