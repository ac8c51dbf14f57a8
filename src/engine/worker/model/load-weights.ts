import { engineText } from '../../../i18n/engine';
import type { HostArray, Model } from '../../../ml/model';
import { ReaderError } from '../reader-error';

/**
 * Checks that weights fit a model, before anything is changed.
 * @throws ReaderError naming the first weight that is missing or has another shape.
 */
export function checkWeights(model: Model, arrays: Readonly<Record<string, HostArray>>): void {
  for (const { name, variable } of [...model.variables, ...model.state]) {
    const array = arrays[name];
    if (array === undefined) throw new ReaderError(engineText.missingWeight, { name });
    if (array.shape.join() !== variable.shape.join()) {
      throw new ReaderError(engineText.wrongShape, {
        name,
        given: `[${array.shape.join(', ')}]`,
        wanted: `[${variable.shape.join(', ')}]`,
      });
    }
  }
}
