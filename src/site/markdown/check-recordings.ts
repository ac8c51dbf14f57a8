/** Whether every picture that a page shows before anything is trained has been recorded, and filmed. */
import { filmName, recordingName } from '../../demos/recording-name';
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
    const run = recordingName(demo, values, seed);
    const wanted = [
      { file: run, what: 'recorded run with these settings', use: 'the picture before and without JavaScript' },
      { file: filmName(run), what: 'film of the run with these settings', use: 'what its timeline shows before anything is trained' },
    ];
    return wanted.flatMap(({ file: name, what, use }) => {
      const file = `src/demos/${id}/${name}`;
      if (named.has(file) || isFile(file)) return [];
      named.add(file);
      return [problemAt(path, position, `demo "${id}" has no ${what} (${file}), ${use}; to make it: npm run record -- ${id} --missing`)];
    });
  });
}
