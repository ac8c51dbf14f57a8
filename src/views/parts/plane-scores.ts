import { chainValues } from '../../ml/blueprint/chain-values';
import { featureRows, featuresOf } from '../../ml/data-kinds/planar/features';
import type { ViewSource } from '../view';
import { specOf } from './network-layout';

/** What the network gives at places of the plane, from its weights; undefined where it is no chain of dense layers that the frame holds. */
export function planeScores({ spec, arrays, values }: ViewSource): ((x1: number, x2: number) => readonly number[]) | undefined {
  const chain = spec === undefined ? undefined : chainValues(specOf(spec), arrays);
  const whole = chain?.from(undefined);
  if (whole === undefined) return undefined;
  const names = featuresOf(values['features']);
  return (x1, x2) => whole(Array.from(featureRows(names, [{ x1, x2 }])));
}
