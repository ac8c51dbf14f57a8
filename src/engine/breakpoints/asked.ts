/** What breakpoints ask for besides a run's metrics. */
import { everyPart } from '../../ml/expression/expression';
import { printExpression } from '../../ml/expression/print';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import type { Condition } from './condition';
import { activationOf, isLayerQuantity, isWholeQuantity, type LayerQuantity, type WholeQuantity } from './quantities';

/** A size within the run: of the whole network, or of a layer. */
export interface Asked {
  /** As it is written: `gradNorm`, `dead(hidden1)`. */
  readonly written: string;
  readonly name: LayerQuantity | WholeQuantity;
  readonly layer?: string;
}

/** What conditions ask for, each once. */
export function askedBy(conditions: readonly Condition[]): readonly Asked[] {
  const asked = new Map<string, Asked>();
  for (const part of conditions.flatMap(({ expression }) => everyPart(expression))) {
    const written = printExpression(part);
    if (part.kind === 'measure' && isLayerQuantity(part.name)) asked.set(written, { written, name: part.name, layer: part.layer });
    if (part.kind === 'name' && isWholeQuantity(part.name)) asked.set(written, { written, name: part.name });
  }
  return [...asked.values()];
}

/** The activation whose flat places are asked for. */
export function activationAsked({ name, layer }: Asked, spec: NetworkSpec | undefined): string | undefined {
  if (layer === undefined || (name !== 'dead' && name !== 'saturated') || spec === undefined) return undefined;
  return activationOf(spec, layer);
}
