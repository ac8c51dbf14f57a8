/** What the inspector calls the layers, tensors and inputs of a run. */
import type { Probe } from '../../engine/protocol';
import { fill, type Lang } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { groupsByName, layerGroups, type LayerGroup } from '../../ml/blueprint/layer-groups';
import { innerName, placeOfValue } from '../../ml/blueprint/inner-values';
import { activationNameOf, labelOf, layerNamed } from '../../ml/blueprint/layers';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { FEATURE_LABELS } from '../../views/parts/network-layout';

/** The layers of a run: by its specification, or, where it has none, by what was seen in it. */
export function layersOf(spec: NetworkSpec | undefined, probe: Probe | undefined): readonly LayerGroup[] {
  if (spec !== undefined) return layerGroups(spec);
  const shapes = Object.entries(probe?.summaries ?? {}).map(
    ([name, { shape }]) => [name, name.startsWith('activations/') ? shape.slice(1) : shape] as const,
  );
  return groupsByName(Object.fromEntries(shapes));
}

/** The layer that is looked at: the one chosen, else the first with weights. */
export function chosenLayer(layers: readonly LayerGroup[], chosen: string | undefined): LayerGroup | undefined {
  const holds = ({ id, nodes }: LayerGroup): boolean => id === chosen || nodes.some((node) => node.id === chosen);
  return layers.find(holds) ?? layers.find(({ weighted }) => weighted.length > 0) ?? layers[0];
}

/** What kind of layer it is, in a word or two: `dense 8 · tanh`. */
export function aboutLayer({ nodes, units, shape }: LayerGroup, lang: Lang): string {
  if (nodes.length === 0) return `${inspectorText.input[lang]} ${shape.join('×')}`;
  return nodes
    .filter(({ layer }) => layerNamed(layer)?.trainingOnly !== true)
    .map((node, i) => (i === 0 && activationNameOf(node) === undefined ? `${labelOf(node)} ${units}` : labelOf(node)))
    .join(' · ');
}

/** Nodes whose numbers are needed to look at a layer and its units: its own, and those that feed it. */
export function nodesNeeded(group: LayerGroup): readonly string[] {
  return [...new Set(group.nodes.flatMap(({ id, from }) => [id, ...from]))];
}

/** Names of a layer's tensors, as in a probe, in the order in which they arise: activations, weights, gradients. */
export function tensorsOf(group: LayerGroup, probe: Probe): readonly string[] {
  const names = Object.keys(probe.summaries);
  const of = (kind: string): string[] =>
    names.filter((name) =>
      group.nodes.some(
        ({ id }) => name === `${kind}/${id}` || name.startsWith(`${kind}/${id}/`) || name.startsWith(`${kind}/${innerName(id, '')}`),
      ),
    );
  return [...of('activations'), ...of('weights'), ...of('gradients')];
}

const KINDS = {
  activations: inspectorText.activationsOf,
  weights: inspectorText.weightsOf,
  gradients: inspectorText.gradientsOf,
  updates: inspectorText.updatesOf,
} as const;

/** A tensor's name for readers: `weights hidden1/kernel`. */
export function tensorName(name: string, lang: Lang): string {
  const [kind = '', ...rest] = name.split('/');
  const words = Object.entries(KINDS).find(([one]) => one === kind)?.[1];
  return words === undefined ? name : fill(words[lang], { name: rest.join('/') });
}

/** The layer that a tensor of a probe belongs to. */
export function layerOfTensor(name: string): string {
  return placeOfValue(name.split('/')[1] ?? '').id;
}

/** Names of the numbers that come from a source: the features of the input, else the source's units. */
export function sourceNames(spec: NetworkSpec | undefined, source: string, count: number, features: unknown): readonly string[] {
  const isInput = spec !== undefined && Object.hasOwn(spec.inputs, source);
  const labels = Array.isArray(features) ? features.map((name) => FEATURE_LABELS[String(name)]) : [];
  return Array.from({ length: count }, (_, i) => {
    if (!isInput) return `${source}[${i + 1}]`;
    return (
      labels[i] ?? (count === 1 ? source : `${source}${[...String(i + 1)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '').join('')}`)
    );
  });
}
