/**
 * A held-out passage and what the network makes of each of its symbols (option `part: 'passage'`), what it writes (`part: 'writing'`), or
 * what it wrote at fixed steps on its way (`part: 'strip'`).
 */
import { at } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import { short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { PassagePicture } from './picture/passage-picture';
import { passageOf, writingOf, type Colour, type PassageData, type Written, type WritingData } from './picture/reading-data';
import { stripOf, type StripData } from './picture/strip-data';
import { StripPicture } from './picture/strip-picture';
import { charText } from './words';
import { WritingPicture } from './picture/writing-picture';

type CharData = PassageData | WritingData | StripData;

function Picture({ data, ...props }: ViewProps<CharData>) {
  if (data.part === 'passage') return <PassagePicture data={data} {...props} />;
  return data.part === 'writing' ? <WritingPicture data={data} {...props} /> : <StripPicture data={data} {...props} />;
}

/** Mean of the bits. */
function meanBits(bits: readonly number[]): number {
  return bits.reduce((sum, one) => sum + one, 0) / Math.max(1, bits.length);
}

/** The first and the last of the samples, in words. */
function saidOf({ samples, step }: StripData, lang: Lang): string {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return fill(charText.writingNone[lang], { step });
  return fill(charText.stripNow[lang], {
    count: samples.length,
    first: first.step,
    firstBits: short(first.bits),
    firstText: first.text,
    last: last.step,
    lastBits: short(last.bits),
    lastText: last.text,
  });
}

const letters = ['□', '␣', 'e', 't'];
const shares = [0, 0.5, 0.3, 0.2];

function passage(text: string, colour: Colour, given: Partial<PassageData> = {}): PassageData {
  const symbols = [...text];
  const surprise = symbols.map((_, i) => (i % 7) + 0.5);
  return {
    part: 'passage',
    step: 300,
    across: 24,
    symbols,
    surprise,
    colour,
    shown: colour === 'surprise' ? surprise : symbols.map((_, i) => Math.sin(i)),
    place: 5,
    expected: { symbols: letters, shares, truth: 2 },
    unit: colour === 'word' ? { number: 12, correlation: -0.64 } : undefined,
    ...given,
  };
}

const way = (text: string, bits: number): Written => ({ text, bits });
const writing: WritingData = {
  part: 'writing',
  step: 300,
  prompt: 'The ',
  temperature: 0.8,
  ways: {
    greedy: way('ship a ship a ship '.repeat(6), 1.8),
    drawn: way('deep in for the remage all part; and pould '.repeat(3), 2.2),
    beam: way('shipmates, and the '.repeat(6), 1.1),
  },
  next: { symbols: letters, shares, truth: undefined },
};
const chinese = way('日日日里，不知不可见。⏎风不知事，不知不知人。⏎'.repeat(2), 4);

export default defineView<CharData>({
  title: charText.title,
  aspect: { wide: 0.56, narrow: 1 },
  reads: ['colour', 'place', 'prompt', 'temperature', 'unit'],
  read(source, { part }) {
    return part === 'strip' ? stripOf(source) : part === 'writing' ? writingOf(source) : passageOf(source);
  },
  Picture,
  describe(data, lang) {
    if (data.part === 'strip') return saidOf(data, lang);
    const { step } = data;
    if (data.part === 'writing') {
      const { ways, prompt } = data;
      if (ways === undefined) return fill(charText.writingNone[lang], { step });
      return fill(charText.writingNow[lang], { step, prompt, greedy: ways.greedy.text, drawn: ways.drawn.text, beam: ways.beam.text });
    }
    const { surprise, symbols } = data;
    const mean = meanBits(surprise);
    const largest = Math.max(0, ...surprise.filter(Number.isFinite));
    const most = surprise.indexOf(largest);
    return fill(charText.passageNow[lang], {
      step,
      count: symbols.length,
      bits: short(mean),
      perplexity: short(2 ** mean),
      symbol: most < 0 ? '' : at(symbols, most),
      largest: short(largest),
    });
  },
  table(data, lang) {
    if (data.part === 'strip') {
      return {
        head: [charText.stepOfSample[lang], charText.perCharacter[lang], charText.text[lang]],
        rows: data.samples.map(({ step, bits, text }) => [step, short(bits), text]),
      };
    }
    if (data.part === 'writing') {
      return {
        head: [charText.way[lang], charText.text[lang], charText.bits[lang]],
        rows: Object.entries(data.ways ?? {}).map(([name, { text, bits }]) => [
          fill(charText[name === 'greedy' ? 'greedy' : name === 'beam' ? 'beam' : 'drawn'][lang], { temperature: short(data.temperature) }),
          text,
          short(bits),
        ]),
      };
    }
    return {
      head: [charText.text[lang], charText.surprise[lang]],
      rows: data.symbols.map((symbol, i) => [symbol, short(data.surprise[i] ?? NaN)]),
    };
  },
  samples: {
    english: passage('deep␣into␣distant␣woodlands␣winds␣a␣mazy␣way,␣'.repeat(4), 'surprise'),
    chinese: passage('四时运灰琯，一夕变冬春。送寒余雪尽，迎岁早梅新。⏎'.repeat(8), 'moved', { across: 25 }),
    unit: passage('deep␣into␣distant␣woodlands␣winds␣a␣mazy␣way,␣'.repeat(4), 'word'),
    unasked: passage('E6', 'surprise', {
      symbols: ['E6', '9C', '88'],
      surprise: [NaN, 1, Infinity],
      shown: [NaN, 1, Infinity],
      expected: undefined,
    }),
    empty: passage('', 'surprise', { expected: undefined }),
    writing,
    strip: {
      part: 'strip',
      step: 120,
      samples: [0, 25, 50, 100, 200, 300, 500, 1000].map((step, i) => ({
        step,
        text: i === 0 ? 'qX;Zk(0jw’v—WbP!x8,LrGq3“yT:nd7H&Fu'.padEnd(40, 'm') : 'the ship a whale deep in the sea; and al',
        bits: 6 / (i + 1),
      })),
    },
    bytesStrip: { part: 'strip', step: 0, samples: [{ step: 0, text: '日�⏎'.repeat(13), bits: NaN }] },
    noStrip: { part: 'strip', step: 0, samples: [] },
    chineseWriting: { ...writing, prompt: '春', ways: { greedy: chinese, drawn: chinese, beam: chinese } },
    unwritten: { ...writing, ways: undefined, next: undefined, prompt: '长'.repeat(100) },
  },
});
