import { sequenceText } from '../../i18n/sequences';
import { fill } from '../../i18n/text';
import { writingText } from '../../i18n/writing';
import { cut } from './words';
import type { ViewProps } from '../view';

import type { Sample, StripData } from './written-data';

/** Height of a sample: what is touched with a finger. */
const ROW = 46;
/** Room from which it is said whose bits they are. */
const WIDE = 400;

/** Those that there is room for: the first, to compare with, and the latest. */
function shownOf(samples: readonly Sample[], room: number): readonly Sample[] {
  return samples.length <= room ? samples : [...samples.slice(0, 1), ...samples.slice(1 - room)];
}

/** A line for each sample, by which the run is taken there; the one that the pictures stand at, or have last gone past, is marked. */
export function StripPicture({ data, lang, width, height, act }: ViewProps<StripData>) {
  const { step, samples } = data;
  const shown = shownOf(samples, Math.max(2, Math.floor(height / ROW)));
  const here = shown.filter((one) => one.step <= step).at(-1);
  if (shown.length === 0) {
    return (
      <text x={0} y={12} class="gb-label">
        {sequenceText.notAsked[lang]}
      </text>
    );
  }
  return (
    <g class="gb-strip">
      {shown.map((one, i) => {
        const go = (): void => act?.({ kind: 'seek', step: one.step });
        const touch =
          act === undefined
            ? {}
            : ({
                class: 'gb-written-sample',
                role: 'button',
                tabindex: 0,
                'aria-label': fill(writingText.goThere[lang], { step: one.step, text: one.text }),
                'aria-current': one === here ? 'step' : undefined,
                onClick: go,
                onKeyDown: (event: KeyboardEvent) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  go();
                  event.preventDefault();
                  event.stopPropagation();
                },
              } as const);
        return (
          <g transform={`translate(0,${i * ROW})`} {...touch} key={one.step}>
            <rect width={width} height={ROW - 2} rx={4} class={one === here ? 'gb-written-here' : 'gb-written-other'} />
            <text x={8} y={17} class="gb-label">
              {fill(writingText.sampledAt[lang], { step: one.step })}
            </text>
            {Number.isFinite(one.bits) && (
              <text x={width - 8} y={17} text-anchor="end">
                {fill(writingText[width < WIDE ? 'sampledBitsShort' : 'sampledBits'][lang], { bits: one.bits.toFixed(2) })}
              </text>
            )}
            <text x={8} y={36} class="gb-written">
              {cut(one.text, width - 16)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
