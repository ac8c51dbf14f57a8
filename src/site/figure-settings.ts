/** Which settings the site shows demos with: those of the chapters' figures, and that of the first page. */
import { openingOf } from '../demos/resolve';
import type { Demo } from '../demos/declaration';
import type { Book } from './markdown/book';
import { shownSettings, type ShownSetting } from './markdown/shown-settings';

export type FigureSetting = Pick<ShownSetting, 'demo' | 'values' | 'seed'>;

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
  const { figures, openings } = shownSettings(book);
  return [...(first === undefined ? [] : [first]), ...openings, ...figures];
}
