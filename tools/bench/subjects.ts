/** What is timed: four networks of the plane at four batch sizes, a CNN, recurrent networks, a transformer block, a demo that learns a text. */
import charModelDemo from '../../src/demos/char-model/demo';
import charModelDefinition from '../../src/demos/char-model/model';
import { buildModel } from '../../src/engine/worker/model/build-model';
import { defaultsOf } from '../../src/demos/resolve';
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

/** The network of the demo that learns a text, as it is declared: a GRU of 64 units over 48 places, 32 rows at a time. */
const charModel: Subject = {
  name: 'char-model',
  batch: 32,
  async build() {
    const recipe = { demo: 'char-model', values: defaultsOf(charModelDemo), seed: SEED, interventions: [] };
    return (await buildModel(recipe, charModelDefinition)).model;
  },
};

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
  const all = [...nets, ...models, charModel];
  const chosen = only === undefined ? all : all.filter(({ name }) => name === only);
  if (chosen.length === 0)
    throw new Error(`there is no model "${only ?? ''}"; there are ${[...new Set(all.map(({ name }) => name))].join(', ')}`);
  return chosen;
}
