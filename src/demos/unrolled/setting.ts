/** Where the state begins anew, and what the best answer can be that is made of what has been read since: plain data. */
import { pieceStarts } from '../../ml/blueprint/layers/recurrent';
import { lineNumbers, lineSteps } from '../../ml/data-kinds/line/program';

export interface StateSetting {
  readonly line: string;
  readonly state: 'carried' | 'row' | 'symbol';
  readonly row: number;
}

/** What the recurrent layer is told: into pieces of how many symbols it is cut, each of which begins with a state of zeros. */
export function piecesOf({ state, row }: StateSetting): Readonly<Record<string, number | boolean>> {
  return state === 'carried' ? {} : { truncate: state === 'symbol' ? 1 : row, carry: false };
}

/** The steps before which the state is zero, from 0: the first always is one. */
export function resetsOf(setting: StateSetting): readonly number[] {
  const { truncate = 0 } = piecesOf(setting);
  return [0, ...pieceStarts({ steps: lineSteps({ text: setting.line }), truncate: Number(truncate) })];
}

/** What the best answers reach that depend on nothing but the symbols read since the last reset. */
export interface Bounds {
  /** Share of answers that are right: the commonest next symbol of each context. */
  readonly accuracy: number;
  /** Conditional entropy of the next symbol, nats. */
  readonly loss: number;
}

/** By counting: places with the same symbols since the last reset can only be answered alike. */
export function boundsOf(setting: StateSetting): Bounds {
  const numbers = lineNumbers(setting.line);
  const steps = numbers.length - 1;
  const resets = resetsOf(setting);
  const counts = new Map<string, Map<number, number>>();
  for (let step = 0; step < steps; step++) {
    const from = resets.findLast((one) => one <= step) ?? 0;
    const context = numbers.slice(from, step + 1).join();
    const follows = counts.get(context) ?? new Map<number, number>();
    const next = numbers[step + 1] ?? 0;
    follows.set(next, (follows.get(next) ?? 0) + 1);
    counts.set(context, follows);
  }
  let [right, loss] = [0, 0];
  for (const follows of counts.values()) {
    const times = [...follows.values()];
    const all = times.reduce((sum, one) => sum + one, 0);
    right += Math.max(...times);
    for (const one of times) loss -= one * Math.log(one / all);
  }
  return { accuracy: right / steps, loss: loss / steps };
}
