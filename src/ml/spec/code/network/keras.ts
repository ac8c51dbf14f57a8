/** A network in Keras 3: the functional API. */
import type { NetworkSpec } from '../../network-spec';
import { codeOf } from '../layers';
import { listed } from '../layers/layer-code';
import { printedInputs, printedNodes } from '../nodes';
import type { Penalties } from './keras-weights';

/**
 * The lines from `x_in` to `model`, which a program goes on with.
 * @param around the program's other lines: no node is called as something in them.
 */
export function kerasNetwork(spec: NetworkSpec, penalties: Penalties, around: readonly string[] = []): string[] {
  const nodes = printedNodes(spec, around);
  const inputs = printedInputs(spec, around);
  const symbol = (name: string): string => (inputs.some((input) => input.name === name) ? `${name}_in` : name);
  const outputs = spec.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x_in');
  return [
    ...inputs.map(
      ({ name, shape, kind }) => `${name}_in = keras.Input((${shape.join(', ')},)${kind === 'indices' ? ', dtype="int32"' : ''})`,
    ),
    ...nodes.map((one, i) => {
      const sources = one.from.map(symbol);
      return `${one.name} = ${codeOf(one).keras(one, i, listed(sources), penalties)}`;
    }),
    `model = keras.Model(${listed(inputs.map(({ name }) => `${name}_in`))}, ${listed(outputs)})`,
  ];
}

/** The line that imports the parts of Keras that the others use. */
export function kerasImports(lines: readonly string[]): string {
  const used = ['initializers', 'layers', 'ops', 'optimizers', 'regularizers'].filter((name) =>
    lines.some((line) => line.includes(`${name}.`)),
  );
  return `from keras import ${used.join(', ')}`;
}
