/** A network in Keras 3: the functional API. */
import type { NetworkSpec } from '../../network-spec';
import { codeOf, helpersIn } from '../layers';
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
  const lines = nodes.map((one, i) => `${one.name} = ${codeOf(one).keras(one, i, listed(one.from.map(symbol)), penalties)}`);
  const helpers = helpersIn(lines, 'keras').flatMap((code) => ['', ...code, '']);
  return [
    ...helpers.slice(1),
    ...(helpers.length === 0 ? [] : ['']),
    ...inputs.map(
      ({ name, shape, kind }) => `${name}_in = keras.Input((${shape.join(', ')},)${kind === 'indices' ? ', dtype="int32"' : ''})`,
    ),
    ...lines,
    `model = keras.Model(${listed(inputs.map(({ name }) => `${name}_in`))}, ${listed(outputs)})`,
  ];
}

/** The line that imports the parts of Keras that the others use. */
export function kerasImports(lines: readonly string[]): string {
  const used = ['initializers', 'layers', 'ops', 'optimizers', 'regularizers'].filter((name) =>
    lines.some((line) => line.includes(`${name}.`)),
  );
  // A network may be an expression alone.
  return `from keras import ${used.length === 0 ? 'layers' : used.join(', ')}`;
}
