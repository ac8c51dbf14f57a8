/** Whether every picture that a page shows before and without JavaScript has been recorded. */
import { recordingName } from '../../demos/recording-name';
import { openingOf } from '../../demos/resolve';
import type { Values } from '../../demos/declaration';
import type { Book } from './book';
import { readDemoUse } from './demo-use';
import { problemAt, type Problem } from './problem';

/**
 * Figures of the chapters, and openings of the demos' own pages, whose settings have no recorded run. Each is named once, where it is
 * first asked for. Figures whose settings cannot be read are left to the check of demos.
 */
export function checkRecordings({ chapters, demos, isFile }: Pick<Book, 'chapters' | 'demos' | 'isFile'>): readonly Problem[] {
  const named = new Set<string>();
  const missing = (id: string, values: Values, seed: number): string | undefined => {
    const demo = demos.get(id);
    if (demo === undefined) return undefined;
    const file = `src/demos/${id}/${recordingName(demo, values, seed)}`;
    if (named.has(file) || isFile(file)) return undefined;
    named.add(file);
    return `demo "${id}" has no recorded run with these settings (${file}), the picture before and without JavaScript; to make it: npm run record -- ${id} --missing`;
  };
  const figures = chapters.flatMap(({ path, inventory }) =>
    inventory.demos.flatMap(({ node, demo: id = '' }): Problem[] => {
      const demo = demos.get(id);
      const use = demo && readDemoUse(node, demo);
      if (use === undefined || use.problems.length > 0) return [];
      const message = missing(id, use.values, use.seed);
      return message === undefined ? [] : [problemAt(path, node.position, message)];
    }),
  );
  const openings = [...demos].flatMap(([id, demo]): Problem[] => {
    const message = missing(id, openingOf(demo), demo.seed);
    return message === undefined ? [] : [problemAt(`src/demos/${id}/demo.ts`, undefined, message)];
  });
  return [...figures, ...openings];
}
