/** Whether every picture that a page shows before and without JavaScript has been recorded. */
import { recordingName } from '../../demos/recording-name';
import type { Book } from './book';
import { problemAt, type Problem } from './problem';
import { shownSettings } from './shown-settings';

/**
 * Figures of the chapters, and openings of the demos' own pages, whose settings have no recorded run. Each is named once, where it is
 * first asked for. Figures whose settings cannot be read are left to the check of demos.
 */
export function checkRecordings({ chapters, demos, isFile }: Pick<Book, 'chapters' | 'demos' | 'isFile'>): readonly Problem[] {
  const named = new Set<string>();
  const { figures, openings } = shownSettings({ chapters, demos });
  return [...figures, ...openings].flatMap(({ demo: id, values, seed, path, position, sound }): Problem[] => {
    const demo = demos.get(id);
    if (demo === undefined || !sound) return [];
    const file = `src/demos/${id}/${recordingName(demo, values, seed)}`;
    if (named.has(file) || isFile(file)) return [];
    named.add(file);
    const message = `demo "${id}" has no recorded run with these settings (${file}), the picture before and without JavaScript; to make it: npm run record -- ${id} --missing`;
    return [problemAt(path, position, message)];
  });
}
