/** The models of all demos, each loaded when it is first asked for. */
import type { Model } from '../../../ml/model';

interface ModelModule {
  readonly default: { create: (options: never) => Model | Promise<Model> };
}

const modules = import.meta.glob<ModelModule>('../../../demos/*/model.ts');

/** The model of a demo, or undefined where there is no such demo. */
export async function loadDefinition(demo: string): Promise<ModelModule['default'] | undefined> {
  const load = modules[`../../../demos/${demo}/model.ts`];
  return load === undefined ? undefined : (await load()).default;
}
