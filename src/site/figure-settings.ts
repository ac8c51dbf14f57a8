/** Which settings the site shows demos with: those of the chapters' figures, and that of the first page. */
import { openingOf } from '../demos/resolve';
import type { Demo, Values } from '../demos/declaration';
import type { Book } from './markdown/book';
import { readDemoUse } from './markdown/demo-use';

export interface FigureSetting {
  readonly demo: string;
  readonly values: Values;
  readonly seed: number;
}

/** What a reader can train on the first page: a task that looks hard, and a network small enough to be seen whole. */
const FIRST = 'mlp-playground';

/** The demo of the first page, or nothing where it is not there. */
export function firstPageSetting(demos: ReadonlyMap<string, Demo>): FigureSetting | undefined {
  const demo = demos.get(FIRST);
  return demo && { demo: FIRST, values: openingOf(demo), seed: demo.seed };
}

/** Every setting that a page of the site shows; a recorded run of each is its picture without JavaScript. */
export function figureSettings(book: Pick<Book, 'chapters' | 'demos'>): readonly FigureSetting[] {
  const first = firstPageSetting(book.demos);
  const figures = book.chapters.flatMap(({ inventory }) =>
    inventory.demos.flatMap(({ demo: id, node }): FigureSetting[] => {
      const demo = id === undefined ? undefined : book.demos.get(id);
      if (id === undefined || demo === undefined) return [];
      const { values, seed } = readDemoUse(node, demo);
      return [{ demo: id, values, seed }];
    }),
  );
  // The gallery and the demos' own pages show every demo as it opens.
  const openings = [...book.demos].map(([id, demo]): FigureSetting => ({ demo: id, values: openingOf(demo), seed: demo.seed }));
  return [...(first === undefined ? [] : [first]), ...openings, ...figures];
}
