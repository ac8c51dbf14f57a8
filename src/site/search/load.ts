/** The texts that are searched, fetched; loaded when the dialog opens first, with what finds in them. */
import { createFinder, type FoundPage } from './find';
import type { PageTexts } from './page-texts';

function isPageTexts(value: unknown): value is PageTexts {
  return typeof value === 'object' && value !== null && 'url' in value && 'title' in value && 'places' in value;
}

/** Fetches the texts of one language's pages. */
export async function loadFinder(address: string): Promise<(query: string) => readonly FoundPage[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const pages: unknown = await response.json();
  if (!Array.isArray(pages) || !pages.every(isPageTexts)) throw new Error(`${address} holds no texts`);
  return createFinder(pages);
}
