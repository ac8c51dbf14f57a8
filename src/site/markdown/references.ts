/** The works that chapters cite (`content/references.json`), one table for both languages. */
import { z } from 'astro/zod';
import { fill, type Lang } from '../../i18n/text';
import { siteText } from '../../i18n/site';
import { readTable, type Table } from './read-table';

const work = z.strictObject({
  /** "Family, Given", or the name alone (an institution, a Chinese name). */
  authors: z.array(z.string().min(1)).min(1),
  year: z.number().int(),
  title: z.string().min(1),
  where: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

export type Work = z.infer<typeof work>;
export type References = ReadonlyMap<string, Work>;

/** Reads the works by the keys that `[@key]` uses. */
export function readReferences(root: string, path: string): Table<Work> {
  return readTable(root, path, work);
}

function familyOf(author: string): string {
  return author.split(',')[0]?.trim() ?? author;
}

/** "Hornik et al., 1989" · “Hornik 等,1989”: how a work is cited in the text. */
export function citationOf({ authors, year }: Work, lang: Lang): string {
  const [first = '', second] = authors.map(familyOf);
  const template = authors.length === 1 ? siteText.citeOne : authors.length === 2 ? siteText.citeTwo : siteText.citeMany;
  return fill(template[lang], { first, second: second ?? '', year });
}

/** Works in the order of a list of references: by family name, year, title. */
export function compareWorks(a: Work, b: Work): number {
  const [one = '', two = ''] = [a, b].map(({ authors }) => familyOf(authors[0] ?? '').toLowerCase());
  return one < two ? -1 : one > two ? 1 : a.year - b.year || (a.title < b.title ? -1 : 1);
}
