/** Reads a table off the page's thread, which goes on answering the reader meanwhile. One table, then the worker is ended. */
import { textOfFile } from './file-text';
import type { TableReport, TableRequest } from './ask-table';
import { readTable } from './read-table';

/** Milliseconds between two words on how far the reading is. */
const TELL_EVERY = 100;
/** A longer text is not shown in the field: it would only slow the page down. */
const LONGEST_SHOWN = 20_000;

const report = (one: TableReport): void => postMessage(one);

async function read({ content, wanted }: TableRequest): Promise<TableReport> {
  const given = typeof content === 'string' ? { text: content } : await textOfFile(new Uint8Array(content));
  if ('problem' in given) return { table: given };
  let told = performance.now();
  const table = readTable(given.text, wanted, (fraction) => {
    const now = performance.now();
    if (now - told < TELL_EVERY) return;
    told = now;
    report({ fraction });
  });
  return { table, ...(given.text.length <= LONGEST_SHOWN ? { text: given.text } : {}) };
}

addEventListener('message', ({ data }: MessageEvent<TableRequest>) => void read(data).then(report));
