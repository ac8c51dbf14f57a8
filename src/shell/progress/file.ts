/**
 * A reader's progress as a file: `{ "format": "glassbox-progress", "version": 1, "solved": ["mlp/xor"] }`, and where there are some,
 * `"predictions"` by name, as they are kept.
 */
import { progressText } from '../../i18n/progress';
import { fill, type Text } from '../../i18n/text';
import { jsonFault } from '../json-fault';
import { placeIn } from '../place-in';
import { NAME, soundPredictions, type Predictions } from '../predict/predictions';

const FORMAT = 'glassbox-progress';
/** Bytes of a progress file, at most: a book of a thousand challenges takes a tenth of it. */
export const MOST_BYTES = 500_000;

type Parsed = { readonly solved: readonly string[]; readonly predictions: Predictions } | { readonly problem: Text };

function problem(key: keyof typeof progressText, values: Readonly<Record<string, string | number>> = {}): Parsed {
  return { problem: { zh: fill(progressText[key].zh, values), en: fill(progressText[key].en, values) } };
}

export function formatProgress(solved: ReadonlySet<string>, predictions: Predictions = {}): string {
  const made = Object.keys(predictions).length > 0 ? { predictions } : {};
  return `${JSON.stringify({ format: FORMAT, version: 1, solved: [...solved].sort(), ...made }, null, 2)}\n`;
}

/** Reads a progress file, or says what is wrong with it and where. Nothing is changed by reading. */
export function parseProgress(text: string): Parsed {
  const plain = text.replace(/^\uFEFF/, '');
  const fault = jsonFault(plain);
  if (fault !== undefined) return problem('notJson', placeIn(plain, fault));
  const content: unknown = JSON.parse(plain);
  if (typeof content !== 'object' || content === null || !('format' in content) || content.format !== FORMAT) return problem('notProgress');
  if (!('solved' in content) || !Array.isArray(content.solved)) return problem('notProgress');
  const names: readonly unknown[] = content.solved;
  const wrong = names.findIndex((name) => typeof name !== 'string' || !NAME.test(name));
  if (wrong >= 0) return problem('notChallenge', { index: wrong });
  const said: unknown = 'predictions' in content ? content.predictions : {};
  const predictions = soundPredictions(said);
  if (predictions === undefined || Object.keys(predictions).length < Object.keys(said ?? {}).length) return problem('notPredictions');
  return { solved: names.filter((name) => typeof name === 'string'), predictions };
}

/** Reads a file that a reader chose. */
export async function readProgressFile(file: Pick<File, 'size' | 'text'>): Promise<Parsed> {
  if (file.size > MOST_BYTES) {
    return problem('tooLarge', { size: Math.ceil(file.size / 1000), most: MOST_BYTES / 1000 });
  }
  try {
    return parseProgress(await file.text());
  } catch {
    return problem('unreadable');
  }
}
