import type { CorpusName } from '../../data-kinds/text/program';

/** Each text is a script of its own, asked for when a run learns it: no page and no other run carries it. */
const texts = import.meta.glob<string>('./*.txt', { query: '?raw', import: 'default' });

/** One of the book's own texts (where they come from: `LICENCES` here; how they are made: `tools/corpora.mjs`). */
export async function loadCorpus(name: CorpusName): Promise<string> {
  const load = texts[`./${name}.txt`];
  if (load === undefined) throw new Error(`there is no text "${name}"`);
  return load();
}
