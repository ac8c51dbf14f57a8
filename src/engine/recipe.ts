import type { Values } from '../demos/spec';
import type { Recipe } from './protocol';
import type { Session } from './session-api';

/**
 * The recipe of the run that a change starts.
 * @param values all values, those that change among them.
 */
export function recipeAfter(recipe: Recipe, values: Values, change: Parameters<Session['change']>[0]): Recipe {
  const ownData = change.ownData === undefined ? recipe.ownData : (change.ownData ?? undefined);
  return {
    demo: recipe.demo,
    values,
    seed: change.seed ?? recipe.seed,
    interventions: change.interventions ?? [],
    ...(ownData === undefined ? {} : { ownData }),
  };
}
