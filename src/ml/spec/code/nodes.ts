/** What all three printers need of a specification's nodes. */
import { describeNetwork } from '../describe';
import { isActivationName, type ActivationName } from '../activations';
import { INITIALISER_NAMES, type InitialiserName } from '../initialiser-names';
import type { NetworkSpec, NodeSpec, Shape } from '../network-spec';
import { reachOf } from '../receptive-field';
import type { WindowAxes } from '../window';

/** A node with what its printers ask for. */
export interface PrintedNode {
  readonly node: NodeSpec;
  /** A name that JavaScript and Python both allow. */
  readonly name: string;
  readonly from: readonly string[];
  readonly inputShape: Shape;
  readonly units: number;
  readonly activation: ActivationName;
  readonly initialiser: InitialiserName;
  readonly scale: number;
  readonly biasInitialiser: InitialiserName;
  readonly biasScale: number;
  readonly useBias: boolean;
  readonly shape: Shape;
  /** Of convolutions and pooling. */
  readonly window: WindowAxes | undefined;
  /** Weights that stay as they are drawn. */
  readonly frozen: boolean;
}

/** An id as an identifier. */
export function identifier(id: string): string {
  return id.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next === undefined ? '' : `_${next}`)).toLowerCase();
}

function initialiserOf(value: unknown, fallback: InitialiserName): InitialiserName {
  return INITIALISER_NAMES.find((name) => name === value) ?? fallback;
}

/** Names that the printed programs use themselves, and words of JavaScript or Python. */
const TAKEN: ReadonlySet<string> = new Set(
  (
    'and as assert async await break case catch class const continue def default del delete do elif else except export extends finally for from ' +
    'function global if import in is lambda let new nonlocal not null or pass raise return static super switch this throw true false try typeof ' +
    'var void while with yield none state random uniform normal shuffled n noise points xs ys x y rows traincount x_in model kernels steps ' +
    'batchsize batch_size rate optimizer order loss lossof loss_of picks t out start tf np rng keras layers ops optimizers initializers ' +
    'regularizers torch nn math self network train_count epochs schedule sign_accuracy rest index group'
  ).split(' '),
);

/** Every node's printed name by id, and `x` for the input: unlike each other and unlike the program's own names. */
function printedNames(spec: NetworkSpec): ReadonlyMap<string, string> {
  const names = new Map(Object.keys(spec.inputs).map((id) => [id, 'x']));
  const used = new Set<string>();
  for (const { id } of spec.nodes) {
    const plain = identifier(id);
    const base = plain === '' || /^\d/.test(plain) || TAKEN.has(plain) ? `node_${plain}` : plain;
    let name = base;
    for (let count = 2; used.has(name); count++) name = `${base}_${count}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}

/** All nodes in order, ready to be printed. */
export function printedNodes(spec: NetworkSpec): PrintedNode[] {
  const description = describeNetwork(spec);
  const shapeOf = (id: string): Shape => spec.inputs[id] ?? description.nodes[id]?.shape ?? [];
  const names = printedNames(spec);
  const nameOf = (id: string): string => names.get(id) ?? 'x';
  return spec.nodes.map((node) => {
    const { options } = node;
    const activation = options['activation'];
    const window = reachOf(node, node.from.map(shapeOf));
    return {
      node,
      name: nameOf(node.id),
      from: node.from.map(nameOf),
      inputShape: shapeOf(node.from[0] ?? 'x'),
      units: Number(options['units'] ?? 0),
      activation: isActivationName(activation) ? activation : 'identity',
      initialiser: initialiserOf(options['initialiser'], 'xavierUniform'),
      scale: Number(options['initialScale'] ?? 1),
      biasInitialiser: initialiserOf(options['biasInitialiser'], 'constant'),
      biasScale: Number(options['initialBias'] ?? 0),
      useBias: options['useBias'] !== false,
      shape: shapeOf(node.id),
      window: window === 'all' ? undefined : window,
      frozen: options['trained'] === false,
    };
  });
}

/** True where each node takes from the one before and the last is the only output. */
export function isChain(spec: NetworkSpec): boolean {
  const names = [Object.keys(spec.inputs)[0], ...spec.nodes.map(({ id }) => id)];
  return (
    Object.keys(spec.inputs).length === 1 &&
    spec.nodes.every((node, i) => node.from.length === 1 && node.from[0] === names[i]) &&
    spec.outputs.length === 1
  );
}

/** A number as source code. */
export function literal(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1e-4 ? String(Number(value.toPrecision(6))) : value.toExponential();
}
