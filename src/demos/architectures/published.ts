/** A published network as a tree of parts that fold: what belongs to a block is told by its ids (`stage2/block1/conv`). */
import { at } from '../../base/at';
import { architectures, type Architecture } from '../../ml/blueprint/architectures';
import { describeNetwork } from '../../ml/blueprint/describe';
import { NetworkError } from '../../ml/blueprint/layer-description';
import { firstShape, type NodeSpec, type Shape } from '../../ml/blueprint/network-spec';
import { fieldSize, receptiveFields } from '../../ml/blueprint/receptive-field';
import { sizeOf } from './size';

/** A block, or one layer. */
export interface Part {
  /** The path of a block, or a layer's id. */
  readonly id: string;
  /** The last step of the path. */
  readonly name: string;
  /** None for a layer. */
  readonly parts: readonly Part[];
  /** Ids of the layers in it. */
  readonly members: readonly string[];
  /** The layer itself, where it is one. */
  readonly node: NodeSpec | undefined;
  /** Of what it gives, without the batch. */
  readonly shape: Shape;
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Bytes of all outputs in it, one sample. */
  readonly activationBytes: number;
  /** Rows of the input that a place of its output sees; 0 for the input itself. */
  readonly field: number;
}

export interface Published {
  readonly architecture: Architecture;
  readonly name: string;
  readonly input: Shape;
  readonly parts: readonly Part[];
  /** What feeds each layer. */
  readonly from: ReadonlyMap<string, readonly string[]>;
  readonly parameters: number;
  readonly multiplyAdds: number;
  readonly activationBytes: number;
}

/** Why there is no such network at the size asked for. */
export interface TooSmall {
  readonly architecture: Architecture;
  readonly side: number;
}

type Numbers = Pick<Part, 'shape' | 'parameters' | 'multiplyAdds' | 'activationBytes' | 'field'>;

interface Leaf extends Numbers {
  readonly node: NodeSpec;
}

/** Layers gathered by the next step of their paths, in the order in which they first come. */
function gathered(leaves: readonly Leaf[], depth: number): Part[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const path = leaf.node.id.split('/').slice(0, depth + 1);
    const key = path.join('/');
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups].map(([id, inside]): Part => {
    const [first] = inside;
    const last = inside.at(-1);
    const single = first !== undefined && inside.length === 1 && first.node.id === id;
    const sum = (of: (leaf: Leaf) => number): number => inside.reduce((total, leaf) => total + of(leaf), 0);
    return {
      id,
      name: at(id.split('/'), -1),
      parts: single ? [] : gathered(inside, depth + 1),
      members: inside.map(({ node }) => node.id),
      node: single ? first.node : undefined,
      shape: last?.shape ?? [],
      parameters: sum(({ parameters }) => parameters),
      multiplyAdds: sum(({ multiplyAdds }) => multiplyAdds),
      activationBytes: sum(({ activationBytes }) => activationBytes),
      field: last?.field ?? 0,
    };
  });
}

function build(architecture: Architecture, size: { readonly side: number; readonly classes: number }): Published {
  const spec = architecture.build(size);
  const description = describeNetwork(spec);
  const fields = receptiveFields(spec, description);
  const leaves = spec.nodes.flatMap((node): Leaf[] => {
    const numbers = description.nodes[node.id];
    const field = fields[node.id];
    return numbers === undefined || field === undefined ? [] : [{ node, ...numbers, field: fieldSize(field.rows) }];
  });
  const input = firstShape(spec);
  const { parameters, multiplyAdds, activationBytes } = description;
  const from = new Map(spec.nodes.map((node) => [node.id, node.from]));
  return { architecture, name: spec.name, input, parts: gathered(leaves, 0), from, parameters, multiplyAdds, activationBytes };
}

/** What was last asked for: pictures ask again at every step of a run. */
const remembered = new Map<string, Published | TooSmall>();
const MOST_REMEMBERED = 8;

/** The network that the values name, at the size they give; undefined where they name none. */
export function publishedOf(values: Readonly<Record<string, unknown>>): Published | TooSmall | undefined {
  const architecture = architectures.get(String(values['architecture']));
  if (architecture === undefined) return undefined;
  const { side, classes } = sizeOf(architecture, values);
  const key = [values['architecture'], side, classes].join();
  const known = remembered.get(key);
  if (known !== undefined) return known;
  let made: Published | TooSmall;
  try {
    made = build(architecture, { side, classes });
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    made = { architecture, side };
  }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, made);
  return made;
}

/** True where there is a network. */
export function isPublished(one: Published | TooSmall): one is Published {
  return 'parts' in one;
}
