/** The table of layers' pure sides: a new layer is a file here, one in `ml/layers`, and a row in each table. */
import type { LayerDescription } from '../layer-description';
import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { dense } from './dense';
import { dropout } from './dropout';
import { add, concat, flatten } from './joins';

export const layerDescriptions = { dense, activation, dropout, batchNorm, add, concat, flatten } as const satisfies Record<
  string,
  LayerDescription
>;

export type LayerName = keyof typeof layerDescriptions;

/** True for a layer of the table. */
export function isLayerName(name: string): name is LayerName {
  return Object.hasOwn(layerDescriptions, name);
}
