/** The glossary: terms with their meaning in both languages (`content/glossary.json`). */
import { z } from 'astro/zod';
import { readTable, type Table } from './read-table';

const wording = z.strictObject({ term: z.string().min(1), meaning: z.string().min(1) });
const entry = z.strictObject({ zh: wording, en: wording });

export type GlossaryEntry = z.infer<typeof entry>;
export type Glossary = ReadonlyMap<string, GlossaryEntry>;

/** Reads the glossary by the names that `[words](term:name)` uses. */
export function readGlossary(root: string, path: string): Table<GlossaryEntry> {
  return readTable(root, path, entry);
}
