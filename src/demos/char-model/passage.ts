/** What of the held-out text is shown: a passage of a running text, or some of its lines. */
import { at } from '../../base/at';
import type { TextTask } from '../../ml/tasks/text';
import { windowsOf, type Windows } from '../../ml/data-kinds/text/windows';

/** Symbols of a passage, and lines where a text is of lines. */
const PASSAGE = 192;
const LINES = 8;

/**
 * The passage: one row of the running text from where it is held out, or lines spread over those that are held out, a row each.
 * Its length does not depend on the sequences that are learned.
 */
export function passageOf({ test }: Pick<TextTask, 'test'>): Windows {
  const count = Math.min(LINES, test.length);
  const picked = Array.from({ length: count }, (_, i) => at(test, Math.floor((i * test.length) / count)));
  const longest = Math.max(...picked.map(({ length }) => length - 1));
  const length = Math.min(longest, count === 1 ? PASSAGE : Math.ceil(PASSAGE / count) + 1);
  return windowsOf(
    picked.map((sequence) => ({ sequence, start: 0 })),
    length,
  );
}
