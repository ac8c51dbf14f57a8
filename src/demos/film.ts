/**
 * `film.json`: the recorded run at a few moments, loaded when its figure comes near, so that the run's timeline can be dragged before
 * anything is trained. Coarser than `run.json`, whose frame stands for the last moment: what a picture shows, in few bytes.
 */
import { at } from '../base/at';
import type { RecordedArray, Recording } from './recording';

/** An array at every moment of a film. */
export type FilmedArray =
  | {
      readonly shape: readonly number[];
      /** Short arrays: their numbers, rounded, moment after moment. */
      readonly numbers: readonly (readonly number[])[];
    }
  | {
      readonly shape: readonly number[];
      /** Long arrays: the distance between two levels, and how many of them level 0 is from zero, by moment. */
      readonly distance: readonly number[];
      readonly least: readonly number[];
      /** How many places before a number the one stands that it is told by; 0: by none. */
      readonly back: number;
      /** A byte a number, moment after moment, in base64: by how many levels it is above the one it is told by, modulo 256. */
      readonly levels: string;
    };

export interface Film {
  /** The moments, from step 0 to the last step of the recorded run. */
  readonly steps: readonly number[];
  /** Arrays that differ between the moments. Those of answers are called `<question>?<name>`. */
  readonly arrays: Readonly<Record<string, FilmedArray>>;
  /** Names of those that are at every moment as in the recorded frame. */
  readonly same: readonly string[];
}

/** The mark between a question and the name of an array of its answer. */
export const ASKED = '?';

/** Levels of a byte. */
const LEVELS = 256;

/** The array at the moment of that number. */
function developed(array: FilmedArray, moment: number): RecordedArray {
  const { shape } = array;
  if ('numbers' in array) return { shape, data: at(array.numbers, moment) };
  const size = shape.reduce((a, b) => a * b, 1);
  // Four characters of base64 are three bytes.
  const first = Math.floor((moment * size) / 3);
  const text = atob(array.levels.slice(4 * first, 4 * Math.ceil(((moment + 1) * size) / 3)));
  const [least, distance] = [at(array.least, moment), at(array.distance, moment)];
  const levels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const told = array.back > 0 && i >= array.back ? at(levels, i - array.back) : 0;
    levels[i] = (told + text.charCodeAt(moment * size - 3 * first + i)) % LEVELS;
  }
  return { shape, data: Array.from(levels, (level) => distance * (least + level)) };
}

/** The number of the moment that is nearest to a step. */
export function nearestMoment({ steps }: Pick<Film, 'steps'>, step: number): number {
  return steps.reduce((best, one, i) => (Math.abs(one - step) < Math.abs(at(steps, best) - step) ? i : best), 0);
}

/** What was measured up to a step. */
function curvesUntil({ lossAt, loss, evaluatedAt, evaluated }: Recording, step: number): Partial<Recording> {
  const losses = lossAt.filter((one) => one <= step).length;
  const evaluations = evaluatedAt.filter((one) => one <= step).length;
  return {
    lossAt: lossAt.slice(0, losses),
    loss: loss.slice(0, losses),
    evaluatedAt: evaluatedAt.slice(0, evaluations),
    evaluated: Object.fromEntries(Object.entries(evaluated).map(([name, values]) => [name, values.slice(0, evaluations)])),
  };
}

/** The recording as it was at that moment of its film; the last moment is the recording itself. */
export function atMoment(recording: Recording, film: Film, moment: number): Recording {
  if (moment >= film.steps.length - 1) return recording;
  const step = at(film.steps, moment);
  const changing = Object.entries(film.arrays).map(([name, array]): [string, RecordedArray] => [name, developed(array, moment)]);
  /** All arrays of the frame or of an answer, whose names in the film have this in front. */
  const through = (recorded: Readonly<Record<string, RecordedArray>>, front: string): Readonly<Record<string, RecordedArray>> =>
    Object.fromEntries(
      [
        ...Object.entries(recorded).filter(([name]) => film.same.includes(front + name)),
        ...changing.flatMap(([name, array]) => (name.startsWith(front) ? [[name.slice(front.length), array] as const] : [])),
      ].filter(([name]) => !name.includes(ASKED)),
    );
  const answers = Object.entries(recording.answers ?? {}).map(([question, { values, arrays }]) => [
    question,
    { values, arrays: through(arrays, question + ASKED) },
  ]);
  return {
    ...recording,
    ...curvesUntil(recording, step),
    frame: { step, arrays: through(recording.frame.arrays, '') },
    ...(recording.answers === undefined ? {} : { answers: Object.fromEntries(answers) as Recording['answers'] & object }),
  };
}
