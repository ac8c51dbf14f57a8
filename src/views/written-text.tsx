/**
 * What a network writes when it is asked: on from a prompt, three ways (option `part: 'ways'`), or a line at each of some fixed steps of
 * its run (`part: 'strip'`), by which the run is taken there. Reads the answers `writing` and `sample`.
 */
import { fill, type Lang } from '../i18n/text';
import { writingText } from '../i18n/writing';
import { short } from './parts/ramp';
import { stripOf, writingOf, type StripData, type WritingData, type Written } from './parts/written-data';
import { StripPicture } from './parts/written-strip';
import { WritingPicture } from './parts/written-ways';
import { defineView, type ViewProps } from './view';

type WrittenData = WritingData | StripData;

function Picture({ data, ...props }: ViewProps<WrittenData>) {
  return data.part === 'writing' ? <WritingPicture data={data} {...props} /> : <StripPicture data={data} {...props} />;
}

/** The first and the last of the samples, in words. */
function saidOf({ samples, step }: StripData, lang: Lang): string {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return fill(writingText.writingNone[lang], { step });
  return fill(writingText.stripNow[lang], {
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

export default defineView<WrittenData>({
  title: writingText.title,
  aspect: { wide: 0.56, narrow: 1 },
  reads: (options) => (options['part'] === 'strip' ? ['unit'] : ['prompt', 'temperature', 'unit']),
  read: (source, { part }) => (part === 'strip' ? stripOf(source) : writingOf(source)),
  Picture,
  describe(data, lang) {
    if (data.part === 'strip') return saidOf(data, lang);
    const { ways, prompt, step } = data;
    if (ways === undefined) return fill(writingText.writingNone[lang], { step });
    return fill(writingText.writingNow[lang], { step, prompt, greedy: ways.greedy.text, drawn: ways.drawn.text, beam: ways.beam.text });
  },
  table(data, lang) {
    if (data.part === 'strip') {
      return {
        head: [writingText.stepOfSample[lang], writingText.perCharacter[lang], writingText.text[lang]],
        rows: data.samples.map(({ step, bits, text }) => [step, short(bits), text]),
      };
    }
    return {
      head: [writingText.way[lang], writingText.text[lang], writingText.bits[lang]],
      rows: Object.entries(data.ways ?? {}).map(([name, { text, bits }]) => [
        fill(writingText[name === 'greedy' ? 'greedy' : name === 'beam' ? 'beam' : 'drawn'][lang], {
          temperature: short(data.temperature),
        }),
        text,
        short(bits),
      ]),
    };
  },
  samples: {
    counted: { ...writing, work: 8.13e6 },
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
