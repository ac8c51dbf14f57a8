import { sequenceText } from '../../i18n/sequences';
import { fill } from '../../i18n/text';
import { writingText } from '../../i18n/writing';
import distribution from '../distribution';
import { short } from './ramp';
import { cut, cutName, textWidth } from './words';
import type { ViewProps } from '../view';
import type { WritingData } from './written-data';

const LINE = 16;
/** Lines that a text may take. */
const LINES = 3;
const WAYS = ['greedy', 'drawn', 'beam'] as const;

/** A text in lines as wide as there is room, broken at any letter: it is no sentence, and a blank is a letter. */
function broken(text: string, room: number): string[] {
  const lines: string[] = [''];
  for (const letter of text) {
    const joined = `${lines.at(-1) ?? ''}${letter}`;
    if (textWidth(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(letter);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), cut(`${lines.slice(LINES - 1).join('')}`, room)];
}

export function WritingPicture({ data, lang, width, height, id }: ViewProps<WritingData>) {
  const { ways, next, prompt, temperature, step, work } = data;
  const counted = work !== undefined && Number.isFinite(work) ? fill(writingText.work[lang], { work: short(work) }) : '';
  const tail = counted === '' ? 0 : LINE;
  const block = LINE * (LINES + 1) + 5;
  const bottom = WAYS.length * block;
  // What has been read last comes next to what is written: of a long text its end is shown.
  const around = textWidth(fill(writingText.after[lang], { prompt: '', temperature: short(temperature) })) + 8;
  const after = fill(writingText.after[lang], { prompt: cutName(prompt, width - around), temperature: short(temperature) });
  return (
    <g class="gb-writing">
      {WAYS.map((way, i) => {
        const said = fill(writingText[way][lang], { temperature: short(temperature) });
        const written = ways?.[way];
        return (
          <g transform={`translate(0,${i * block})`} key={way}>
            <text x={0} y={11} class="gb-label">
              {said}
            </text>
            <text x={width} y={11} text-anchor="end">
              {written === undefined ? '' : fill(writingText.each[lang], { bits: short(Number(written.bits.toFixed(2))) })}
            </text>
            {broken(written === undefined ? sequenceText.notAsked[lang] : written.text, 0.92 * width).map((line, j) => (
              <text
                x={0}
                y={11 + LINE * (j + 1)}
                class={written === undefined ? undefined : 'gb-written'}

                key={j}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
      {next !== undefined && (
        <>
          <text x={0} y={bottom + 12} class="gb-label">
            {cut(after, width)}
          </text>
          <g transform={`translate(0,${bottom + 20})`}>
            <distribution.Picture
              data={{ step, symbols: next.symbols, shares: next.shares, truth: undefined, most: 7 }}
              lang={lang}
              width={width}
              height={Math.max(40, height - bottom - 20 - tail)}
              id={`${id}-next`}
            />
          </g>
          {counted !== '' && (
            <text x={width} y={height - 3} text-anchor="end" class="gb-label">
              {cut(counted, width)}
            </text>
          )}
        </>
      )}
    </g>
  );
}
