import { fill } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import type { HostArray, Model } from '../../ml/model';

/** Checks that weights fit a model. Throws naming the first that does not, before anything has been changed. */
export function checkWeights(model: Model, arrays: Readonly<Record<string, HostArray>>): void {
  for (const { name, variable } of [...model.variables, ...model.state]) {
    const array = arrays[name];
    if (array === undefined) throw new Error(fill(engineText.missingWeight.en, { name }));
    if (array.shape.join() !== variable.shape.join()) {
      throw new Error(
        fill(engineText.wrongShape.en, { name, given: `[${array.shape.join(', ')}]`, wanted: `[${variable.shape.join(', ')}]` }),
      );
    }
  }
}
