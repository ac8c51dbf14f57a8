/** Holds the numbers in chapters against the runs that they name. */
import type { Nodes } from 'mdast';
import type { Chapter } from '../../src/site/markdown/book';
import { measuredIn } from '../../src/site/markdown/check-measured';
import { predictionsIn } from '../../src/site/markdown/check-predict';
import { bearsOut, reduced } from '../../src/site/markdown/judge-measured';
import { readMeasured, type Measured } from '../../src/site/markdown/measured';
import { attributeOf, textOf } from '../../src/site/markdown/nodes';
import { readPrediction } from '../../src/site/markdown/predict';
import { demos } from '../../src/demos/registry';
import { partOf, type Part } from './parts';
import { measureAll, type Carried, type Wish } from './runs';

/** One place of the text, and what came of it. */
export interface Outcome {
  /** `content/en/mlp.md:199:12`. */
  readonly place: string;
  readonly words: string;
  readonly ok: boolean;
  /** A line that says all: place, what the text says, what was measured, of what. */
  readonly line: string;
}

interface Place {
  readonly place: string;
  readonly words: string;
  readonly measured: Measured;
  readonly wishes: readonly Wish[];
  readonly against: readonly Wish[];
}

/** The first of several seeds and its number; what is said of all of them together, a mean or a range, stays whole. */
function ofFirstSeed(measured: Measured): Measured {
  const { runs, against, stated, over, reading } = measured;
  if (over.length > 0 || reading.kind === 'between' || (stated.length > 1 && stated.length !== runs.length)) return measured;
  return { ...measured, runs: runs.slice(0, 1), against: against.slice(0, 1), stated: stated.slice(0, 1) };
}

function placeOf({ path }: Chapter, { position }: Nodes, words: string, measured: Measured): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  const wishOf = (run: Wish['run']): Wish => ({ run, asked: measured.asked });
  return {
    place: `${path}:${line}:${column}`,
    words,
    measured,
    wishes: measured.runs.map(wishOf),
    against: measured.against.map(wishOf),
  };
}

/** The numbers of a chapter's text, and those that its predictions are decided by. */
function placesIn(chapter: Chapter, wanted: (measured: Measured) => Measured): readonly Place[] {
  const numbers = measuredIn(chapter).flatMap((node) => {
    const read = readMeasured(node, demos);
    return 'measured' in read ? [placeOf(chapter, node, textOf(node), wanted(read.measured))] : [];
  });
  const predictions = predictionsIn(chapter).flatMap((node) => {
    const read = readPrediction(node, demos);
    const measured = 'prediction' in read ? read.prediction.measured : undefined;
    return measured === undefined ? [] : [placeOf(chapter, node, attributeOf(node, 'says') ?? '', wanted(measured))];
  });
  return [...numbers, ...predictions];
}

function shown(value: number, percent: boolean): string {
  const scaled = percent ? value * 100 : value;
  return `${Number(scaled.toPrecision(5))}${percent ? ' %' : ''}`;
}

function settingsOf({ runs: [run] }: Measured): string {
  const defaults = run === undefined ? undefined : demos.get(run.demo)?.parameters;
  const changed = Object.entries(run?.values ?? {}).filter(([name, value]) => String(defaults?.[name]?.value) !== String(value));
  return changed.map(([name, value]) => ` ${name}=${String(value)}`).join('');
}

function outcomeOf({ place, words, measured, wishes, against }: Place, found: ReadonlyMap<Wish, number>): Outcome {
  const values = wishes.map((wish, i) => {
    const divisor = against[i] === undefined ? 1 : (found.get(against[i]) ?? NaN);
    return (found.get(wish) ?? NaN) / divisor;
  });
  const { over, stated, reading, runs, written } = measured;
  const compared = over.length > 0 ? over.map((by) => reduced(by, values)) : values;
  const ok = bearsOut(compared, stated, reading);
  const percent = stated.some((one) => one.percent);
  const numbers = values.map((value) => shown(value, percent)).join(', ');
  const how = reading.kind === 'exact' ? '' : ` (${reading.kind})`;
  const which = `${runs[0]?.demo ?? ''}${settingsOf(measured)}, seed ${runs.map(({ seed }) => seed).join(', ')}, step ${runs[0]?.step ?? ''}`;
  const line = `${place} says "${words}"${how}, measured ${numbers}: ${written} of ${which}`;
  return { place, words, ok, line };
}

/**
 * Measures what the chapters say was measured, or one part of it. Runs that several places speak of, in whichever language, are
 * carried out once.
 * @param seeds `first` for a look while one writes: of numbers of several seeds the first.
 */
export async function checkMeasurements(
  chapters: readonly Chapter[],
  { part = { index: 0, of: 1 }, seeds = 'all' }: { readonly part?: Part; readonly seeds?: 'all' | 'first' } = {},
): Promise<{ readonly outcomes: readonly Outcome[]; readonly carried: readonly Carried[] }> {
  const all = chapters.flatMap((chapter) => placesIn(chapter, seeds === 'all' ? (measured) => measured : ofFirstSeed));
  const places = partOf(all, part);
  const { found, carried } = await measureAll(places.flatMap(({ wishes, against }) => [...wishes, ...against]));
  return { outcomes: places.map((place) => outcomeOf(place, found)), carried };
}
