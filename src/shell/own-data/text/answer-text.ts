/** What was pasted or dropped, read as a text: off the page's thread (`text-worker.ts`). */
import { fileText } from '../file-text';
import { readText, sayText, type ReadText, type WantedText } from './read-text';

export interface TextRequest {
  /** What was pasted, or a file's bytes. */
  readonly content: string | ArrayBuffer;
  readonly wanted: WantedText;
}

/** `shown`: a file's text, where it is short enough to be shown. */
export interface TextAnswer {
  readonly read: ReadText;
  readonly shown?: string;
}

/** Files of so many bytes are read at most. */
const MOST_BYTES = 10_000_000;
/** A longer text is not shown in the field: it would only slow the page down. */
const LONGEST_SHOWN = 20_000;

/** What a request is answered with. */
export async function answerText({ content, wanted }: TextRequest): Promise<TextAnswer> {
  const given = typeof content === 'string' ? { text: content } : await fileText(new Uint8Array(content), MOST_BYTES);
  if ('wrong' in given) {
    const sizes = given.wrong === 'large' ? { size: (given.size / 1e6).toFixed(1), most: MOST_BYTES / 1e6 } : {};
    return { read: { problem: sayText(given.wrong, sizes) } };
  }
  const read = readText(given.text, wanted);
  return { read, ...(given.text.length <= LONGEST_SHOWN ? { shown: given.text } : {}) };
}
