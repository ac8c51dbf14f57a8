/** The order in which Vitest takes the files of tests. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that really train, the longest first; their own length says nothing of how long they take. */
const LONG = [
  /\/proofs\//,
  /\/contract\/(?:challenges|measured|compiled)[/.]/,
  /\/contract\/every-demo\./,
  /\/contract\/(?:layers-models|printed-programs)\./,
  /\/contract\//,
  /\/unit\/compile\//,
];

function rank({ moduleId }: TestSpecification): number {
  const found = LONG.findIndex((pattern) => pattern.test(moduleId));
  return found < 0 ? LONG.length : found;
}

/**
 * Takes the longest files first, so that no worker is left with one of minutes when the others are done. Vitest does so by itself only
 * where it remembers an earlier run, which a fresh clone does not; it then goes by the size of the files, and the shortest file of all
 * runs the proofs of all demos.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
