/** What is timed: four networks of the plane at four batch sizes, a CNN, recurrent networks, a transformer block. */
import type { Model } from '../../src/ml/model';
import { benchModels } from './models';
import { buildNet, NETS } from './nets';

/** One line of the table. */
export interface Subject {
  readonly name: string;
  readonly batch: number;
  /** A fresh model on the active backend. */
  build(): Promise<Model>;
}

const NET_BATCHES: readonly number[] = [10, 32, 128, 400];
const MODEL_BATCHES: Readonly<Record<string, readonly number[]>> = { lenet: [20, 32], rnn: [32], lstm: [32], gru: [32], transformer: [32] };
const SEED = 1;

/** Which of them. */
export interface Selection {
  /** One batch size each: the lines that figures are promised for. */
  readonly quick: boolean;
  /** One model alone. */
  readonly only?: string | undefined;
}

/** The lines of the table. @throws Error where `only` names none, with the names there are. */
export function subjects({ quick, only }: Selection): readonly Subject[] {
  const some = (batches: readonly number[]): readonly number[] => (quick ? batches.slice(0, 1) : batches);
  const nets = Object.entries(NETS).flatMap(([name, hidden]) =>
    some(NET_BATCHES).map((batch): Subject => ({ name, batch, build: () => buildNet({ hidden, batch }) })),
  );
  const models = Object.entries(benchModels).flatMap(([name, make]) =>
    some(MODEL_BATCHES[name] ?? []).map((batch): Subject => ({ name, batch, build: () => Promise.resolve(make(batch, SEED)) })),
  );
  const all = [...nets, ...models];
  const chosen = only === undefined ? all : all.filter(({ name }) => name === only);
  if (chosen.length === 0)
    throw new Error(`there is no model "${only ?? ''}"; there are ${[...new Set(all.map(({ name }) => name))].join(', ')}`);
  return chosen;
}
