/** A network in Keras 3: the functional API. */
import type { NetworkSpec } from '../../network-spec';
import { codeOf } from '../layers';
import { listed } from '../layers/layer-code';
import { printedNodes } from '../nodes';
import type { Penalties } from './keras-weights';

/**
 * The lines from `x_in` to `model`, which a program goes on with.
 * @param around the program's other lines: no node is called as something in them.
 */
export function kerasNetwork(spec: NetworkSpec, penalties: Penalties, around: readonly string[] = []): string[] {
  const nodes = printedNodes(spec, around);
  const [inputShape = [1]] = Object.values(spec.inputs);
  const outputs = spec.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x_in');
  return [
    `x_in = keras.Input((${inputShape.join(', ')},))`,
    ...nodes.map((one, i) => {
      const sources = one.from.map((name) => (name === 'x' ? 'x_in' : name));
      return `${one.name} = ${codeOf(one).keras(one, i, listed(sources), penalties)}`;
    }),
    `model = keras.Model(x_in, ${outputs.length === 1 ? (outputs[0] ?? 'x_in') : `[${outputs.join(', ')}]`})`,
  ];
}

/** The line that imports the parts of Keras that the others use. */
export function kerasImports(lines: readonly string[]): string {
  const used = ['initializers', 'layers', 'ops', 'optimizers', 'regularizers'].filter((name) =>
    lines.some((line) => line.includes(`${name}.`)),
  );
  return `from keras import ${used.join(', ')}`;
}
