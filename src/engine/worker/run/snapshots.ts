/** Putting a kept state into variables. */
import { engineText } from '../../../i18n/engine';
import type { HostArray, NamedVariable } from '../../../ml/model';
import type { Snapshot } from '../../protocol';
import { ReaderError } from '../reader-error';
import { writeVariable } from '../compiled/weights';

/** @throws ReaderError where a snapshot is another model's. */
export function checkSnapshot({ arrays }: Snapshot, all: readonly NamedVariable[]): void {
  for (const { name, variable } of all) {
    if (arrays[name]?.data.length !== variable.size) throw new ReaderError(engineText.snapshotMisfit, { name });
  }
}

/** Sets the variables that have an array. */
export function writeArrays(all: readonly NamedVariable[], arrays: Readonly<Record<string, HostArray>>): void {
  for (const named of all) {
    const array = arrays[named.name];
    if (array !== undefined) writeVariable(named, array.data);
  }
}
