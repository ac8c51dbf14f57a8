/** Dates as people write them and as ISO 8601 has them: year, month, day. */
import { at } from '../../../base/at';

/** A date as it is to be answered: a letter for each digit of year, month and day. */
const ANSWER = 'yyyy-mm-dd';

/** Dates as they are given; `nnn` is the month's name. What stands between the numbers tells which is which: 03.04. is in April, 03/04 in March. */
export const DATE_SHAPES = ['dd.mm.yyyy', 'mm/dd/yyyy', 'dd nnn yyyy', 'nnn dd, yyyy', 'yyyy年mm月dd日'] as const;

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Years from 1000 to 2999: five rounds of the Gregorian calendar, which comes again after 400 years of 146,097 days. */
export const FIRST_YEAR = 1000;
export const DATES = 5 * 146_097;

const DAY_MS = 86_400_000;

/** Characters of answers: the classes, by their numbers. */
export const ANSWER_CHARACTERS = '0123456789-';
/** Characters that stand in dates as they are given, and in no answer. */
export const GIVEN_CHARACTERS = [...new Set(`./ ,年月日${MONTHS.join('')}`)].join('');
/** Places of an answer, and of the longest date that is given. */
export const ANSWER_LENGTH = ANSWER.length;
export const GIVEN_LENGTH = Math.max(...DATE_SHAPES.map((shape) => shape.length));

/** One of the dates, by its number from 0, as it is to be answered. */
export function isoDate(number: number): string {
  return new Date(Date.UTC(FIRST_YEAR, 0, 1) + number * DAY_MS).toISOString().slice(0, ANSWER_LENGTH);
}

/** A date as it is given in that shape. */
export function givenDate(iso: string, shape: string): string {
  const [year, month, day] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8)];
  // The name comes last: no letter of it may be taken for a number's place.
  return shape
    .replace('yyyy', year)
    .replace('mm', month)
    .replace('dd', day)
    .replace('nnn', at(MONTHS, Number(month) - 1));
}

/** Whether that character may stand where a shape has this one. */
function fits(kind: string, character: string): boolean {
  if ('dmy'.includes(kind)) return /^\d$/.test(character);
  return kind === 'n' ? /^[a-z]$/i.test(character) : kind === character;
}

/**
 * The places of a given date from which each character of its answer is taken: a digit's own place; for both digits of the month all letters
 * of its name, where it has one; for a dash none, since it is the same in every answer.
 * @throws RangeError where the date has none of the shapes.
 */
export function dateSources(given: string): readonly (readonly number[])[] {
  const shape = DATE_SHAPES.find((one) => one.length === given.length && [...one].every((kind, i) => fits(kind, given.charAt(i))));
  if (shape === undefined) throw new RangeError(`"${given}" is no date: it should have one of the shapes ${DATE_SHAPES.join(', ')}`);
  const placesOf = (kind: string): number[] => [...shape].flatMap((one, place) => (one === kind ? [place] : []));
  return [...ANSWER].map((kind, i) => {
    if (kind === '-') return [];
    const places = placesOf(kind);
    return places.length === 0 ? placesOf('n') : [at(places, i - ANSWER.indexOf(kind))];
  });
}
