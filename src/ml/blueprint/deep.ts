import type { ActivationName } from './activations';
import type { InitialiserName } from './initialiser-names';
import type { NetworkSpec, NodeSpec } from './network-spec';

export interface DeepSettings {
  readonly name: string;
  readonly inputs: number;
  /** Hidden layers, all of `width` units. */
  readonly depth: number;
  readonly width: number;
  readonly activation: ActivationName;
  readonly initialiser: InitialiserName;
  readonly initialScale: number;
  /** Each layer's pre-activations brought to mean 0 and variance 1 over the units of a sample (Ba et al. 2016). */
  readonly layerNorm?: boolean;
  /** Each hidden layer but the first adds to what it was given: h + f(h) (He et al. 2016). */
  readonly residual?: boolean;
}

/** The nodes of hidden layer `index` (from 1): where its pre-activations are, and what it hands on. */
export interface DeepLayer {
  readonly before: string;
  readonly after: string;
}

/** Names of the hidden layers of a deep network with such settings, from the input to the output. */
export function deepLayers({ depth, layerNorm, residual }: Pick<DeepSettings, 'depth' | 'layerNorm' | 'residual'>): readonly DeepLayer[] {
  return Array.from({ length: depth }, (_, i) => {
    const id = `hidden${i + 1}`;
    return {
      before: layerNorm === true ? `${id}-norm` : id,
      after: residual === true && i > 0 ? `${id}-sum` : `${id}-activation`,
    };
  });
}

/**
 * A deep network of equal layers, to see how far signals and gradients carry: `hidden1 … hiddenL`, each with its norm, activation
 * and shortcut as asked, and the dense `output` of one unit.
 */
export function deepNetwork(settings: DeepSettings): NetworkSpec {
  const { width, initialiser, initialScale, activation } = settings;
  const weights = { initialiser, initialScale };
  const nodes: NodeSpec[] = [];
  let from = 'x';
  deepLayers(settings).forEach(({ before, after }, i) => {
    const id = `hidden${i + 1}`;
    nodes.push({ id, layer: 'dense', from: [from], options: { units: width, ...weights } });
    if (before !== id) nodes.push({ id: before, layer: 'layerNorm', from: [id], options: {} });
    nodes.push({ id: `${id}-activation`, layer: 'activation', from: [before], options: { activation } });
    if (after.endsWith('-sum')) nodes.push({ id: after, layer: 'add', from: [from, `${id}-activation`], options: {} });
    from = after;
  });
  nodes.push({ id: 'output', layer: 'dense', from: [from], options: { units: 1, ...weights } });
  return { name: settings.name, inputs: { x: [settings.inputs] }, nodes, outputs: ['output'] };
}
