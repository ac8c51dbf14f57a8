/** What the network wrote at fixed steps of its run, and how many bits it took there. */
import type { ViewSource } from '../../../views/view';
import { textOf } from './reading-data';

export interface Sample {
  readonly step: number;
  readonly text: string;
  /** A character of the held-out text; NaN where they were not measured. */
  readonly bits: number;
}

export interface StripData {
  readonly part: 'strip';
  readonly step: number;
  /** In the order of their steps; none where nothing has been asked yet. */
  readonly samples: readonly Sample[];
}

/** The samples behind the run; undefined where the frame has no letters. */
export function stripOf({ step, arrays: { letters }, values, along }: ViewSource): StripData | undefined {
  if (letters === undefined) return undefined;
  const bytes = values['unit'] === 'byte';
  return {
    part: 'strip',
    step,
    samples: (along?.['sample'] ?? []).map(({ step: at, arrays: { text }, metrics }) => ({
      step: at,
      text: textOf(Array.from(text?.data ?? []), letters, bytes),
      bits: metrics['bits'] ?? NaN,
    })),
  };
}
