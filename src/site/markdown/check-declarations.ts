import { declarationFaults } from '../../demos/declaration-faults';
import { plannedChapters } from '../chapters';
import type { Book } from './book';
import { problemAt, type Problem } from './problem';

/**
 * What is wrong in the declarations of the demos, each at its file.
 * @param views names of the pictures in `src/views`.
 */
export function checkDeclarations(
  { chapters, demos, glossary, isFile }: Pick<Book, 'chapters' | 'demos' | 'glossary' | 'isFile'>,
  views: readonly string[],
): readonly Problem[] {
  const known = [...new Set([...chapters.map(({ id }) => id), ...plannedChapters.map(({ id }) => id)])];
  const terms = [...glossary.keys()];
  return [...demos].flatMap(([id, demo]) =>
    declarationFaults(demo, { views, ownView: isFile(`src/demos/${id}/view.tsx`), chapters: known, terms }).map((message) =>
      problemAt(`src/demos/${id}/demo.ts`, undefined, message),
    ),
  );
}
