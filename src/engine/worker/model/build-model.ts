/** A model from its recipe. */
import type { Value } from '../../../demos/declaration';
import { createRandom } from '../../../ml/random';
import type { Model, Share } from '../../../ml/model';
import type { Recipe } from '../../protocol';

/** What a demo's `model.ts` exports, whatever its values are. */
export interface AnyDefinition {
  create: (options: never) => Model | Promise<Model>;
  createShare?: (options: never, share: Share) => Model | Promise<Model>;
}

/** Builds it on the active backend. @returns the model, and the values that it reads while it runs. */
export async function buildModel(
  recipe: Recipe,
  definition: AnyDefinition,
): Promise<{ readonly model: Model; readonly values: Record<string, Value> }> {
  const values: Record<string, Value> = { ...recipe.values };
  const options = { values, random: createRandom(recipe.seed), ...(recipe.ownData === undefined ? {} : { ownData: recipe.ownData }) };
  return { model: await definition.create(options as never), values };
}
