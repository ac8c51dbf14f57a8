/** What is timed: networks of the plane at four batch sizes, a population of one of them, a CNN, recurrent networks, a transformer block, the demos that learn a text. */
import charModelDemo from '../../src/demos/char-model/demo';
import charModelDefinition from '../../src/demos/char-model/model';
import type { Demo, Values } from '../../src/demos/declaration';
import miniTransformerDemo from '../../src/demos/mini-transformer/demo';
import miniTransformerDefinition from '../../src/demos/mini-transformer/model';
import { buildModel } from '../../src/engine/worker/model/build-model';
import { defaultsOf } from '../../src/demos/resolve';
import type { Model } from '../../src/ml/model';
import { benchModels } from './models';
import { buildNet, NETS } from './nets';
import { buildPopulationNet, POPULATION } from './populations';

/** One line of the table. */
export interface Subject {
  readonly name: string;
  readonly batch: number;
  /** A fresh model on the active backend. */
  build(): Promise<Model>;
}

const NET_BATCHES: readonly number[] = [10, 32, 128, 400];
const POPULATION_BATCHES: readonly number[] = [10, 32];
const MODEL_BATCHES: Readonly<Record<string, readonly number[]>> = { lenet: [20, 32], rnn: [32], lstm: [32], gru: [32], transformer: [32] };
const SEED = 1;

/** A demo's own model, as it is declared but for `values`. */
function demoSubject(name: string, demo: Demo, definition: Parameters<typeof buildModel>[1], batch: number, values: Values = {}): Subject {
  const [id = name] = name.split(' ');
  const recipe = { demo: id, values: { ...defaultsOf(demo), ...values }, seed: SEED, interventions: [] };
  return { name, batch, build: async () => (await buildModel(recipe, definition)).model };
}

/** Those that learn a text: a GRU of 64 units over 48 places; transformers of one block 32 wide over 32, and of two 64 wide over 64. */
const textDemos: readonly Subject[] = [
  demoSubject('char-model', charModelDemo, charModelDefinition, 32),
  demoSubject('mini-transformer', miniTransformerDemo, miniTransformerDefinition, 32),
  demoSubject('mini-transformer two', miniTransformerDemo, miniTransformerDefinition, 16, { size: 'two' }),
];

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
  const populations = some(POPULATION_BATCHES).map((batch): Subject => ({
    name: POPULATION,
    batch,
    build: () => Promise.resolve(buildPopulationNet(batch)),
  }));
  const models = Object.entries(benchModels).flatMap(([name, make]) =>
    some(MODEL_BATCHES[name] ?? []).map((batch): Subject => ({ name, batch, build: () => Promise.resolve(make(batch, SEED)) })),
  );
  const all = [...nets, ...populations, ...models, ...textDemos];
  const chosen = only === undefined ? all : all.filter(({ name }) => name === only);
  if (chosen.length === 0)
    throw new Error(`there is no model "${only ?? ''}"; there are ${[...new Set(all.map(({ name }) => name))].join(', ')}`);
  return chosen;
}
