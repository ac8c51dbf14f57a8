/**
 * One image through a network on plain numbers, without tfjs: so that a page can show what a network makes of an image at whatever
 * step is shown, without asking the run. Small networks alone: a LeNet takes 2 to 4 milliseconds.
 */
import { NetworkError } from './layer-description';
import { isLayerName } from './layers';
import { inputShapes, type NetworkSpec } from './network-spec';
import { plainLayers } from './plain';
import type { PlainArray } from './plain/plain-layer';

/** A weight's numbers by name, `<node>/<role>`; undefined where they are not at hand. */
export type WeightsByName = (name: string) => ArrayLike<number> | undefined;

/**
 * Outputs of all nodes by id for one image, as far as weights are at hand: what lies behind a node without them is left out.
 * @param image [rows, columns, channels], the network's only input.
 * @throws NetworkError naming a layer that is not computed here.
 */
export function forwardImage(spec: NetworkSpec, weights: WeightsByName, image: Float32Array): ReadonlyMap<string, PlainArray> {
  const [[name, shape] = ['x', []]] = Object.entries(inputShapes(spec));
  const values = new Map<string, PlainArray>([[name, { shape, data: image }]]);
  for (const node of spec.nodes) {
    const layer = isLayerName(node.layer) ? plainLayers[node.layer] : undefined;
    if (layer === undefined) {
      const known = Object.keys(plainLayers).join(', ');
      throw new NetworkError(node.id, `the layer "${node.layer}" is not computed here; ${known} are`);
    }
    const inputs = node.from.flatMap((id) => values.get(id) ?? []);
    const output = inputs.length < node.from.length ? undefined : layer(node, inputs, (role) => weights(`${node.id}/${role}`));
    if (output !== undefined) values.set(node.id, output);
  }
  return values;
}
