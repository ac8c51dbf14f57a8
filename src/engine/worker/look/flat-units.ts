/** What goes into activations, kept on the backend until it is read: which units are dead, and how much is saturated. */
import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../../base/at';
import type { Model } from '../../../ml/model';
import { activationNameOf } from '../../../ml/blueprint/layers';
import type { NetworkSpec } from '../../../ml/blueprint/network-spec';
import { flatness } from '../../../ml/blueprint/statistics';
import { activationsOf, batchesFrom } from './samples';

/** By activation, what goes into it: a tensor a batch. */
export type FlatLook = Readonly<Record<string, readonly Tensor[]>>;

export interface Flat {
  readonly saturated: number;
  readonly dead: number;
}

/** Of what went into an activation, batch after batch. @param units how many numbers a sample has. */
export function flatIn(arrays: readonly ArrayLike<number>[], units: number, name: string): Flat {
  const values = new Float32Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    values.set(array, at);
    at += array.length;
  }
  const { saturated, dead } = flatness(values, units, name);
  return { saturated, dead: dead.filter(Boolean).length / Math.max(1, dead.length) };
}

async function flatOf(parts: readonly Tensor[], name: string): Promise<Flat> {
  return flatIn(await Promise.all(parts.map((part) => part.data())), parts[0]?.shape.at(-1) ?? 1, name);
}

export class FlatUnits {
  /** Each with the node that feeds it and its function's name. */
  readonly activations: readonly { readonly id: string; readonly from: string; readonly name: string }[];

  /** @param wanted ids of activations of the network. */
  constructor(spec: NetworkSpec | undefined, wanted: ReadonlySet<string | undefined>) {
    this.activations = (spec?.nodes ?? []).flatMap((node) => {
      const name = activationNameOf(node);
      return name !== undefined && wanted.has(node.id) ? [{ id: node.id, from: at(node.from, 0), name }] : [];
    });
  }

  get asked(): boolean {
    return this.activations.length > 0;
  }

  /**
   * Keeps what goes into the activations at the weights as they are, on as many samples as the inspector looks at.
   * @param first what the nodes give for the step's own batch; stays the caller's.
   */
  look(model: Model, first: Readonly<Record<string, Tensor>>, step: number): FlatLook {
    if (!this.asked) return {};
    const numbers = Object.values(first).reduce((count, { size }) => count + size, 0);
    const taken: Record<string, Tensor[]> = Object.fromEntries(this.activations.map(({ id }) => [id, []]));
    const take = (given: Readonly<Record<string, Tensor>>): void => {
      for (const { id, from } of this.activations) if (given[from] !== undefined) taken[id]?.push(given[from].clone());
    };
    take(first);
    for (const batch of batchesFrom(model, step, numbers).slice(1)) {
      const given = activationsOf(model, batch);
      take(given);
      dispose(Object.values(given));
    }
    return taken;
  }

  async read(look: FlatLook): Promise<ReadonlyMap<string, Flat>> {
    return new Map(await Promise.all(this.activations.map(async ({ id, name }) => [id, await flatOf(look[id] ?? [], name)] as const)));
  }
}
