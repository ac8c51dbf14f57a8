/** What a goal may speak of, read off a demo's element. */
import type { Values } from '../../demos/declaration';
import { describeNetwork } from '../../ml/blueprint/describe';
import { activationNameOf, layerNamed } from '../../ml/blueprint/layers';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';

/** The parts of `<glassbox-demo>` that are judged. */
export interface Judged {
  readonly metrics: Readonly<Record<string, number>>;
  readonly params: Values;
  readonly cursor: number;
  readonly spec: unknown;
}

function isSpec(value: unknown): value is NetworkSpec {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'inputs' in value;
}

/** What a goal may speak of, from a demo's element. */
export function quantitiesNow(element: Judged): Record<string, number> {
  const numbers = Object.entries(element.params).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const { spec } = element;
  const network = isSpec(spec) ? spec : undefined;
  const ofUnits = network?.nodes.filter(({ layer, id }) => layerNamed(layer)?.drawing === 'units' && !network.outputs.includes(id)) ?? [];
  // An activation may stand after the last layer of units; that one is the output all the same.
  const hidden = activationNameOf(network?.nodes.at(-1)) === undefined ? ofUnits : ofUnits.slice(0, -1);
  return {
    ...Object.fromEntries(numbers),
    ...element.metrics,
    step: element.cursor,
    parameters: network === undefined ? NaN : describeNetwork(network).parameters,
    hiddenLayers: hidden.length,
    hiddenUnits: hidden.reduce((sum, { options }) => sum + Number(options['units'] ?? 0), 0),
  };
}
