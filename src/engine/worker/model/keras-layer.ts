/** What a layer is in a saved LayersModel, and what is needed to say so. */
import type { NetworkSpec, NodeSpec, Shape } from '../../../ml/blueprint/network-spec';

export interface KerasLayer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What a layer needs to know besides its own node. */
export interface LayerPlace {
  readonly spec: NetworkSpec;
  readonly name: string;
  readonly inputs: readonly Shape[];
}

/** A row of the table: layers that do together what a node does. Throws a ReaderError where these options have no counterpart. */
export type KerasRow = (node: NodeSpec, place: LayerPlace) => readonly KerasLayer[];

/** A node in Keras's words: one layer of a class, called after the node. */
export function one(class_name: string, { name }: LayerPlace, config: Readonly<Record<string, unknown>> = {}): readonly KerasLayer[] {
  return [{ class_name, config: { name, ...config } }];
}
