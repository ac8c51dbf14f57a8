/** Weights of a saved LayersModel as those of a network: by the names of its layers, else in their order. */
import type { HostArray } from '../../ml/model';
import { describeNetwork } from '../../ml/blueprint/describe';
import { kerasWord, savedUnder } from '../../ml/blueprint/keras-names';
import type { NetworkSpec, Shape } from '../../ml/blueprint/network-spec';
import type { SavedLayer } from './layers-model';
import { modelProblem, shapeText, type ModelProblem } from './model-problem';

interface OwnLayer {
  readonly id: string;
  /** Under which name a model saved here has its weights. */
  readonly savedAs: string;
  /** Shapes by our roles, and what Keras calls each. */
  readonly weights: readonly { readonly role: string; readonly word: string; readonly shape: Shape }[];
}

function ownLayers(spec: NetworkSpec): OwnLayer[] {
  const { nodes } = describeNetwork(spec);
  return spec.nodes.flatMap((node) => {
    const { id, layer } = node;
    const weights = (nodes[id]?.variables ?? []).map(({ role, shape }) => ({
      role,
      word: kerasWord(layer, role),
      shape,
    }));
    return weights.length === 0 ? [] : [{ id, savedAs: savedUnder(node).weights, weights }];
  });
}

/** Their layer for each of ours. */
function paired(own: readonly OwnLayer[], saved: readonly SavedLayer[]): readonly SavedLayer[] | undefined {
  const byName = new Map(saved.map((layer) => [layer.name, layer]));
  const named = own.map(({ savedAs }) => byName.get(savedAs));
  if (named.every((layer) => layer !== undefined)) return named;
  return own.length === saved.length ? saved : undefined;
}

/** Without the layers that a model saved here has beside ours, to say nothing. */
function withoutSilent(spec: NetworkSpec, saved: readonly SavedLayer[]): readonly SavedLayer[] {
  const silent = new Set(spec.nodes.map((node) => savedUnder(node).silent));
  const isZero = ({ weights }: SavedLayer): boolean => Object.values(weights).every(({ data }) => data.every((one) => one === 0));
  return saved.filter((layer) => !(silent.has(layer.name) && isZero(layer)));
}

/** The weights by our names, or which layer does not fit, with both shapes. */
export function weightsFor(
  spec: NetworkSpec,
  all: readonly SavedLayer[],
): { readonly arrays: Readonly<Record<string, HostArray>> } | ModelProblem {
  const own = ownLayers(spec);
  const saved = withoutSilent(spec, all);
  const theirs = own.length === saved.length ? paired(own, saved) : undefined;
  if (theirs === undefined) {
    const listed = (names: readonly string[]): string => `${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''}`;
    return modelProblem('layers', {
      count: saved.length,
      names: listed(saved.map(({ name }) => name.slice(0, 40))),
      wanted: own.length,
      own: listed(own.map(({ id }) => id)),
    });
  }
  const arrays: Record<string, HostArray> = {};
  for (const [i, { id, weights }] of own.entries()) {
    const { name = '', weights: given = {} } = theirs[i] ?? {};
    const where = { index: i + 1, name: name.slice(0, 60), own: id };
    for (const { role, word, shape } of weights) {
      const array = Object.hasOwn(given, word) ? given[word] : undefined;
      const wanted = shapeText(shape);
      if (array === undefined) return modelProblem('layerLacks', { ...where, role: word, wanted });
      if (array.shape.join() !== shape.join())
        return modelProblem('layerShape', { ...where, role: word, given: shapeText(array.shape), wanted });
      arrays[`${id}/${role}`] = array;
    }
    const more = Object.keys(given).find((word) => !weights.some((one) => one.word === word));
    if (more !== undefined) return modelProblem('layerHas', { ...where, role: more.slice(0, 40) });
  }
  return { arrays };
}
