/** All demos at once, for the build, the gallery and the tests (the page loads one at a time: `load.ts`). */
import { at } from '../base/at';
import type { Demo } from './declaration';

/** The names of the pictures that demos share, files of `src/views`: what a declaration's `view` may say besides `own`. */
export const viewNames: readonly string[] = Object.keys(import.meta.glob('../views/*.tsx')).map((path) =>
  path.replace(/^.*\/|\.tsx$/g, ''),
);

const modules = import.meta.glob<{ default: Demo }>('./*/demo.ts', { eager: true });

/** The id of a demo is the name of its folder: in Markdown, in links and in tests. */
export function demoIdOf(path: string): string {
  return at(path.split('/'), -2);
}

/** Every demo by id, sorted by id. */
export const demos: ReadonlyMap<string, Demo> = new Map(
  Object.entries(modules)
    .map(([path, module]) => [demoIdOf(path), module.default] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
