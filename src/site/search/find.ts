/**
 * Finds words in the book's texts, letter for letter: no dictionary cuts Chinese into words, so a query finds every page that it
 * stands on, in every browser alike. The texts are short enough (a book) to be read through at every key.
 */
import { excerptAt, type Excerpt } from './excerpt';
import { fold, isSpacedLetter } from './fold';
import type { PageTexts, Place } from './page-texts';

export interface FoundPlace {
  readonly url: string;
  readonly title: string;
  readonly excerpt: Excerpt;
}

export interface FoundPage extends FoundPlace {
  readonly places: readonly FoundPlace[];
}

interface FoldedPlace {
  readonly place: Place;
  readonly heading: string;
  readonly text: string;
}

interface Hit {
  readonly place: Place;
  readonly score: number;
  readonly excerpt: Excerpt;
}

/** How many places of a page are listed. */
const MOST_PLACES = 5;
/** Repeating a word makes a place weightier up to here. */
const MOST_COUNTED = 16;

/** An English plural finds the singular too: words are compared by their beginning. */
function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+s$/.test(word)) return word;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[siu]s$/.test(word) ? word : word.slice(0, -1);
}

/** What sets words apart in a query: all but letters, digits and the point of a number. */
const BETWEEN = /[^\p{L}\p{N}.]+|(?<!\d)\.|\.(?!\d)/u;

/** The words of a query; all of them must stand on a page. */
export function readQuery(query: string): readonly string[] {
  const words = fold(query.normalize('NFC')).split(BETWEEN);
  return [...new Set(words.filter((word) => word !== '').map(stem))];
}

/** Where a word stands in a folded text: anywhere among characters without spaces between, else at the beginning of a word. */
export function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = [];
  const inside = isSpacedLetter(word.charAt(0));
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!inside || at === 0 || !isSpacedLetter(text.charAt(at - 1))) places.push(at);
  }
  return places;
}

function weigh(words: readonly string[], whole: string, { place, heading, text }: FoldedPlace): Hit | undefined {
  const counts = words.map((word) => placesOf(word, text));
  const inHeading = words.map((word) => placesOf(word, heading).length > 0);
  const found = words.filter((_, i) => inHeading[i] === true || (counts[i]?.length ?? 0) > 0).length;
  if (found === 0) return undefined;
  const phrase = placesOf(whole, text);
  const counted = Math.min(MOST_COUNTED, phrase.length || Math.min(...counts.map((all) => all.length)));
  const score = 10 * (found / words.length) + (inHeading.every(Boolean) ? 8 : 0) + (phrase.length > 0 ? 6 : 0) + 2 * Math.log2(1 + counted);
  const first = phrase[0] ?? counts.find((all) => all.length > 0)?.[0] ?? 0;
  const marks = words.flatMap((word, i) => (counts[i] ?? []).map((start) => ({ start, end: start + word.length })));
  return { place, score, excerpt: excerptAt(place.text, first, marks) };
}

/** Prepares the book's texts once. */
export function createFinder(pages: readonly PageTexts[]): (query: string) => readonly FoundPage[] {
  const book = pages.map((page) => ({
    page,
    title: fold(page.title),
    places: page.places.map((place): FoldedPlace => ({ place, heading: fold(place.heading), text: fold(place.text) })),
  }));
  const findIn = (
    { page, title, places }: (typeof book)[number],
    words: readonly string[],
  ): { score: number; found: FoundPage } | undefined => {
    const whole = words.join(' ');
    const here = (word: string): boolean =>
      [title, ...places.flatMap(({ heading, text }) => [heading, text])].some((text) => placesOf(word, text).length > 0);
    if (!words.every(here)) return undefined;
    const hits = places.map((place) => weigh(words, whole, place)).filter((hit) => hit !== undefined);
    const best = [...hits].sort((a, b) => b.score - a.score);
    const listed = best.filter(({ place }) => place.anchor !== '').slice(0, MOST_PLACES);
    const lead = hits.find(({ place }) => place.anchor === '') ?? best[0];
    const titled = words.every((word) => placesOf(word, title).length > 0);
    return {
      score: (titled ? 40 : 0) + (best[0]?.score ?? 0) + Math.log2(1 + hits.length) * 4,
      found: {
        url: page.url,
        title: page.title,
        excerpt: lead?.excerpt ?? excerptAt(places[0]?.place.text ?? '', 0, []),
        places: page.places.flatMap((place) => {
          const hit = listed.find((one) => one.place === place);
          return hit === undefined ? [] : [{ url: `${page.url}#${place.anchor}`, title: place.heading, excerpt: hit.excerpt }];
        }),
      },
    };
  };
  return (query) => {
    const words = readQuery(query);
    if (words.length === 0) return [];
    return book
      .map((one) => findIn(one, words))
      .filter((one) => one !== undefined)
      .sort((a, b) => b.score - a.score)
      .map(({ found }) => found);
  };
}
