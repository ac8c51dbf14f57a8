/** Films a run: the same training again, stopped at some twenty moments, as many as fit the bytes that a page may load for it. */
import { gzipSync } from 'node:zlib';
import { ASKED, type Film, type FilmedArray } from '../../src/demos/film';
import type { RecordedArray, Recording } from '../../src/demos/recording';
import type { Demo } from '../../src/demos/declaration';
import { labTrainer, trainFor } from '../../src/engine/worker/lab';
import { at } from '../../src/base/at';
import { answersOf, pictureArrays, rounded } from './arrays';
import { filmed, LONG } from './film-array';

/** Bytes of a film at most, compressed as servers do. */
export const MOST_BYTES = 40_000;
/** How many moments are tried. */
const MOMENTS = [32, 24, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2] as const;

/** Moments of a run, closer together where it is young, which is where most changes. */
export function momentsOf(last: number, count: number): readonly number[] {
  if (last < count) return Array.from({ length: last + 1 }, (_, step) => step);
  return [...new Set(Array.from({ length: count }, (_, i) => Math.round(last * (i / (count - 1)) ** 2)))];
}

/** The moments with these steps among them, each in the place of the moment nearest to it: those that pictures lead to. */
export function withStops(moments: readonly number[], stops: readonly number[]): readonly number[] {
  const last = at(moments, -1);
  const kept = [...moments];
  for (const stop of stops.filter((one) => one <= last && !moments.includes(one))) {
    // First and last stay, and what has been put in place.
    const free = kept.filter((one) => one !== 0 && one !== last && !stops.includes(one));
    const nearest = free.sort((a, b) => Math.abs(a - stop) - Math.abs(b - stop))[0];
    if (nearest !== undefined) kept[kept.indexOf(nearest)] = stop;
  }
  return kept.sort((a, b) => a - b);
}

/** All arrays of the run by step, those of answers with their question's name in front. */
async function arraysAt(
  id: string,
  demo: Demo,
  { values, seed }: Recording,
  steps: readonly number[],
): Promise<ReadonlyMap<number, Readonly<Record<string, RecordedArray>>>> {
  const trainer = await labTrainer(demo.reference ?? 'cpu', id, demo, { values, seed });
  const all = new Map<number, Readonly<Record<string, RecordedArray>>>();
  for (const step of steps) {
    await trainFor(trainer, step - trainer.step, () => undefined);
    const { arrays } = await trainer.frame();
    const answers = Object.entries(await answersOf(trainer, demo, values, seed)).flatMap(([question, answer]) =>
      Object.entries(answer.arrays).map(([name, array]) => [`${question}${ASKED}${name}`, array] as const),
    );
    const finite = Object.entries(pictureArrays(arrays)).map(([name, { shape, data }]) => {
      const kept = Array.from(data, (value) => (Number.isFinite(value) ? value : 0));
      return [name, { shape, data: data.length < LONG ? kept.map(rounded) : kept }] as const;
    });
    all.set(step, Object.fromEntries([...finite, ...answers]));
  }
  trainer.dispose();
  return all;
}

function filmOf(steps: readonly number[], all: ReadonlyMap<number, Readonly<Record<string, RecordedArray>>>): Film {
  const moments = steps.map((step) => all.get(step) ?? {});
  const first = at(moments, 0);
  const arrays: Record<string, FilmedArray> = {};
  const same: string[] = [];
  for (const name of new Set(moments.flatMap((moment) => Object.keys(moment)))) {
    const through = moments.map((moment) => {
      const array = moment[name];
      if (array === undefined) throw new Error(`array "${name}" is not there at every moment`);
      return array;
    });
    if (through.every(({ data }) => data.every((value, i) => value === first[name]?.data[i]))) same.push(name);
    // The last moment is the recorded frame itself.
    else arrays[name] = filmed(through.slice(0, -1));
  }
  return { steps, arrays, same };
}

/** Films the run of a recording, with as many moments as fit. */
export async function recordFilm(id: string, demo: Demo, recording: Recording): Promise<Film> {
  const stops = Object.values(demo.along ?? {}).flatMap(({ steps }) => steps);
  const tried = MOMENTS.map((count) => withStops(momentsOf(recording.steps, count), stops));
  const all = await arraysAt(
    id,
    demo,
    recording,
    [...new Set(tried.flat())].sort((a, b) => a - b),
  );
  for (const steps of tried) {
    const film = filmOf(steps, all);
    if (gzipSync(JSON.stringify(film)).length <= MOST_BYTES) return film;
  }
  throw new Error(`${id}: not even two moments fit ${MOST_BYTES} bytes`);
}
