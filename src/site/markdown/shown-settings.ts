/** Which settings the site shows demos with: those of the chapters' figures, and those that the demos open with. */
import type { Position } from 'unist';
import type { Values } from '../../demos/declaration';
import { openingOf } from '../../demos/resolve';
import type { Book } from './book';
import { readDemoUse } from './demo-use';

export interface ShownSetting {
  readonly demo: string;
  readonly values: Values;
  readonly seed: number;
  /** The file that asks for it, and where in it. */
  readonly path: string;
  readonly position: Position | undefined;
  /** False where what is written in the chapter cannot be read whole. */
  readonly sound: boolean;
}

/** A recorded run of each is its picture without JavaScript. The gallery and the demos' own pages show every demo as it opens. */
export function shownSettings({ chapters, demos }: Pick<Book, 'chapters' | 'demos'>): {
  readonly figures: readonly ShownSetting[];
  readonly openings: readonly ShownSetting[];
} {
  const figures = chapters.flatMap(({ path, inventory }) =>
    inventory.demos.flatMap(({ demo: id, node }): ShownSetting[] => {
      const demo = id === undefined ? undefined : demos.get(id);
      if (id === undefined || demo === undefined) return [];
      const { values, seed, problems } = readDemoUse(node, demo);
      return [{ demo: id, values, seed, path, position: node.position, sound: problems.length === 0 }];
    }),
  );
  const openings = [...demos].map(([id, demo]): ShownSetting => ({
    demo: id,
    values: openingOf(demo),
    seed: demo.seed,
    path: `src/demos/${id}/demo.ts`,
    position: undefined,
    sound: true,
  }));
  return { figures, openings };
}
