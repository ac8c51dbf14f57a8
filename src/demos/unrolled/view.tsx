/** A line of symbols with a copy of the cell at each: what it reads, its state, what it says next, and the line as it writes it alone. */
import { fill, type Lang } from '../../i18n/text';
import distribution from '../../views/distribution';
import { Nudge } from '../../views/parts/nudge';
import { coordinate, percent, short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { equationsOf, linesOfUnit, productsOf, shortened } from './picture/equations';
import { BARS, BESIDE, BUTTONS, layoutOf, LINES, PITCH } from './picture/layout';
import { lineView, partingOf, rightAnswers, type LineView } from './picture/line-data';
import { sampleLine } from './picture/samples';
import { StripLine } from './picture/strip';
import { unrolledText } from './words';

const Answers = distribution.Picture;

function placeName({ place, unit, line, symbols }: LineView, lang: Lang): string {
  return fill(unrolledText.place[lang], { place: place + 1, symbol: symbols[line[place] ?? -1] ?? '', unit: unit + 1 });
}

function Picture({ data, lang, width, height, id, act }: ViewProps<LineView>) {
  const layout = layoutOf(data, width, height);
  const { line, states, place, cell, numbers, resets } = data;
  const { broad } = layout;
  const room = broad ? width - BESIDE - 12 : width;
  const words = act === undefined ? 0 : 98;
  const own = linesOfUnit(cell, numbers, room);
  const equations = [...own, ...(cell === 'rnn' ? shortened(productsOf(numbers), room, LINES - own.length) : [])];
  const go = (by: number): void => act?.({ kind: 'set', values: { place: Math.max(1, Math.min(states.length, place + 1 + by)) } });
  return (
    <g class="gb-unrolled">
      {Array.from({ length: layout.lines }, (_, number) => (
        <StripLine data={data} layout={layout} lang={lang} number={number} act={act} key={number} />
      ))}
      {states.length > 0 && (
        <g transform={`translate(0,${coordinate(layout.bottom)})`}>
          {act !== undefined && (
            <>
              <Nudge x={22} y={22} sign="−" label={unrolledText.previous[lang]} onPress={() => go(-1)} />
              <Nudge x={68} y={22} sign="+" label={unrolledText.next[lang]} onPress={() => go(1)} />
            </>
          )}
          <text x={words} y={18} class="gb-label" aria-live="polite">
            {placeName(data, lang)}
          </text>
          <text x={words} y={35}>
            {(resets.includes(place) ? unrolledText.fresh : cell === 'gru' ? unrolledText.gruTerms : unrolledText.terms)[lang]}
          </text>
          {equations.map((equation, i) => (
            <text x={0} y={BUTTONS + i * PITCH + 13} class="gb-label" key={i}>
              {equation}
            </text>
          ))}
          <g transform={broad ? `translate(${width - BESIDE},6)` : `translate(0,${BUTTONS + LINES * PITCH + 6})`}>
            <Answers
              data={{ step: data.step, symbols: data.symbols, shares: data.answer, truth: line[place + 1], most: broad ? 6 : BARS - 1 }}
              lang={lang}
              width={broad ? BESIDE : width}
              height={broad ? BUTTONS + LINES * PITCH - 6 : BARS * 20}
              id={`${id}-answers`}
            />
          </g>
        </g>
      )}
    </g>
  );
}

function saidAlone(data: LineView, lang: Lang): string {
  const { symbols, line, alone, given } = data;
  const place = partingOf(data);
  if (place === undefined) return fill(unrolledText.whole[lang], { given });
  return fill(unrolledText.parted[lang], {
    given,
    place: place + 1,
    wrong: symbols[alone[place] ?? -1] ?? '',
    symbol: symbols[line[place] ?? -1] ?? '',
    own: line.length - given,
    kept: line.filter((symbol, i) => i >= given && symbol === alone[i]).length,
  });
}

export default defineView<LineView>({
  title: unrolledText.title,
  aspect: { wide: 0.48, narrow: 1.5 },
  wide: 640,
  reads: ['place', 'unit', 'given'],
  read: lineView,
  Picture,
  describe(data, lang) {
    const { step, line, states, cell, numbers, place, unit, symbols } = data;
    const parts = [
      fill(unrolledText.now[lang], { step, count: line.length, steps: states.length, right: rightAnswers(data) }),
      saidAlone(data, lang),
      fill(unrolledText.here[lang], {
        place: place + 1,
        symbol: symbols[line[place] ?? -1] ?? '',
        unit: unit + 1,
        equations: equationsOf(cell, numbers)
          .map((one) => one.join(' = '))
          .join(lang === 'zh' ? '，' : ', '),
      }),
    ];
    return parts.join(lang === 'zh' ? '' : ' ');
  },
  table({ symbols, line, states, says, alone }, lang) {
    const name = (i: number | undefined): string => symbols[i ?? -1] ?? '';
    return {
      head: [
        unrolledText.position[lang],
        unrolledText.reads[lang],
        unrolledText.shouldSay[lang],
        unrolledText.says[lang],
        unrolledText.share[lang],
        unrolledText.alone[lang],
        ...(states[0] ?? []).map((_, j) => fill(unrolledText.unit[lang], { unit: j + 1 })),
      ],
      rows: line.map((symbol, i) => {
        const answer = says[i];
        return [
          i + 1,
          name(symbol),
          name(line[i + 1]),
          name(answer?.label),
          answer === undefined ? '' : percent(answer.share),
          name(alone[i]),
          ...(states[0] ?? []).map((_, j) => (states[i] === undefined ? '' : short(states[i][j] ?? NaN))),
        ];
      }),
    };
  },
  samples: {
    simple: sampleLine('rnn', 'to be or not to be that is the question', 8, 18),
    gates: sampleLine('lstm', '四是四十是十十四是十四四十是四十'.repeat(3), 16, 40),
    reset: sampleLine('gru', 'hello', 1, 3, [0, 2]),
    broken: sampleLine('lstm', 'abab', 2, 0, [0], NaN),
  },
});
