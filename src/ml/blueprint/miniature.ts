/** A published network made so narrow that a page can train it: the same graph, fewer channels. */
import { at } from '../../base/at';
import { layerNamed } from './layers';
import type { NetworkSpec, NodeSpec, OptionValue } from './network-spec';

export interface MiniatureSettings {
  /** Channels and units are divided by this. */
  readonly divisor: number;
  /** No layer gets narrower than this, or than it was. */
  readonly least: number;
}

/** The option that says how wide a layer is. */
function widthOption({ layer }: NodeSpec): string | undefined {
  return layerNamed(layer)?.width;
}

function narrowed(value: OptionValue | undefined, { divisor, least }: MiniatureSettings): number {
  const width = Number(value);
  return Math.min(width, Math.max(least, Math.round(width / divisor)));
}

/**
 * Divides the widths of all layers but the last that has one, which gives the classes; shortcuts still fit, since equal widths stay
 * equal. What acts in training alone (dropout) is left out: what is so small has nothing to spare.
 */
export function miniature(spec: NetworkSpec, settings: MiniatureSettings): NetworkSpec {
  const last = spec.nodes.findLast((node) => widthOption(node) !== undefined);
  const instead = new Map(
    spec.nodes.filter(({ layer }) => layerNamed(layer)?.trainingOnly === true).map(({ id, from }) => [id, at(from, 0)]),
  );
  const sourceOf = (id: string): string => {
    const source = instead.get(id);
    return source === undefined ? id : sourceOf(source);
  };
  const nodes = spec.nodes
    .filter(({ id }) => !instead.has(id))
    .map((node): NodeSpec => {
      const option = widthOption(node);
      const options =
        option === undefined || node === last ? node.options : { ...node.options, [option]: narrowed(node.options[option], settings) };
      return { ...node, from: node.from.map(sourceOf), options };
    });
  return { ...spec, name: `${spec.name}-miniature`, nodes, outputs: spec.outputs.map(sourceOf) };
}
