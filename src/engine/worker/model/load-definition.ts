/** The models of all demos, each loaded when it is first asked for. */
import type { AnyDefinition } from './build-model';

const modules = import.meta.glob<{ readonly default: AnyDefinition }>('../../../demos/*/model.ts');

/** The model of a demo, or undefined where there is no such demo. */
export async function loadDefinition(demo: string): Promise<AnyDefinition | undefined> {
  const load = modules[`../../../demos/${demo}/model.ts`];
  return load === undefined ? undefined : (await load()).default;
}
