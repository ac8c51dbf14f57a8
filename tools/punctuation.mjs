/**
 * Makes the punctuation of Chinese text full-width, in place: `npx tsx tools/punctuation.mjs content/zh/mlp.md`. Only text is
 * touched: formulas, code, addresses and attributes stay. The check of the chapters names what this would mend.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseChapter } from '../src/site/markdown/book.ts';
import { walk } from '../src/site/markdown/nodes.ts';
import { widen } from '../src/site/markdown/punctuation.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: npx tsx tools/punctuation.mjs <file.md> …');
  process.exit(1);
}
for (const path of files) {
  const text = readFileSync(path, 'utf8');
  const { tree } = await parseChapter({ id: '', lang: 'zh', path, text });
  let result = text;
  for (const { node } of walk(tree)) {
    const { position } = node;
    if (node.type !== 'text' || position === undefined) continue;
    const lines = text.split('\n');
    const offsetOf = ({ line, column }) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    const [start, end] = [offsetOf(position.start), offsetOf(position.end)];
    // A mark and its full-width form are one character each, so places stay the same.
    result = result.slice(0, start) + widen(result.slice(start, end)) + result.slice(end);
  }
  if (result !== text) writeFileSync(path, result);
  console.log(`${path}: ${[...result].filter((mark, i) => mark !== text[i]).length} marks`);
}
