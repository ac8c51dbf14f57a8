/** One head opened (option `part: 'head'`), or the residual stream as a sum (`part: 'stream'`), at the place that is followed. */
import { fill } from '../../i18n/text';
import { streamParts } from '../../ml/blueprint/stream-parts';
import { percentShort, short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { HeadPicture } from './picture/head-picture';
import { headOf, scoreOf, type HeadData } from './picture/inside-data';
import { streamOf, type StreamData } from './picture/stream-data';
import { partName, StreamPicture } from './picture/stream-picture';
import { miniText } from './words';

type Unasked = { readonly part: 'unasked'; readonly step: number };
type MiniData = HeadData | StreamData | Unasked;

function Picture({ data, ...props }: ViewProps<MiniData>) {
  if (data.part === 'head') return <HeadPicture data={data} {...props} />;
  if (data.part === 'stream') return <StreamPicture data={data} {...props} />;
  return (
    <text x={0} y={12} class="gb-label">
      {miniText.notAsked[props.lang]}
    </text>
  );
}

const wave = (count: number, phase: number): number[] => Array.from({ length: count }, (_, i) => Math.sin(1.3 * i + phase));

function head(text: string, given: Partial<HeadData> = {}): HeadData {
  const symbols = [...text];
  const rows = (count: number, phase: number): number[][] => symbols.map((_, i) => wave(count, i + phase));
  const columns = Array.from({ length: 8 }, (_, unit) => wave(32, unit));
  return {
    part: 'head',
    step: 300,
    block: 1,
    head: 2,
    symbols,
    place: Math.max(0, symbols.length - 1),
    causal: true,
    turned: false,
    reads: rows(32, 0),
    query: rows(8, 1),
    key: rows(8, 2),
    value: rows(8, 3),
    out: rows(8, 4),
    weights: symbols.map((_, i) => symbols.map((__, j) => (j > i ? 0 : 1 / (i + 1)))),
    columns: { query: columns, key: columns, value: columns },
    ...given,
  };
}

function stream(blocks: number, given: Partial<StreamData> = {}): StreamData {
  const parts = streamParts({ blocks, heads: 4 });
  const next = [...'etao␣n'].map((name, i) => {
    const added = wave(parts.length, i);
    return { name, probability: 0.4 / (i + 1), added, score: added.reduce((sum, one) => sum + one, 0) };
  });
  return { part: 'stream', step: 300, symbol: '␣', place: 19, parts, next, ...given };
}

export default defineView<MiniData>({
  title: miniText.title,
  aspect: { wide: 0.52, narrow: 1.2 },
  reads: ['block', 'head', 'mask', 'positions', 'place', 'prompt'],
  read(source, { part }) {
    if (source.arrays['letters'] === undefined) return undefined;
    return (part === 'stream' ? streamOf(source) : headOf(source)) ?? { part: 'unasked', step: source.step };
  },
  Picture,
  describe(data, lang) {
    const { step } = data;
    if (data.part === 'stream') {
      const { next, parts, place } = data;
      const [first] = next;
      if (first === undefined) return fill(miniText.none[lang], { step });
      const most = first.added.indexOf(Math.max(...first.added));
      const part = parts[most];
      const blocks = Math.max(...parts.map(({ block }) => block));
      return fill(miniText.streamNow[lang], {
        step,
        place,
        symbol: first.name,
        probability: percentShort(first.probability),
        score: short(Number(first.score.toFixed(2))),
        part: part === undefined ? '' : partName(part, blocks, lang),
        added: short(Number((first.added[most] ?? NaN).toFixed(2))),
      });
    }
    const row = data.part === 'head' ? (data.weights[data.place] ?? []) : [];
    if (data.part !== 'head' || row.length === 0) return fill(miniText.none[lang], { step });
    const weight = Math.max(...row);
    const asked = row.indexOf(weight);
    const { block, head: number, place, symbols } = data;
    return fill(miniText.headNow[lang], {
      step,
      block,
      head: number,
      place: place + 1,
      symbol: symbols[place] ?? '',
      asked: asked + 1,
      heard: symbols[asked] ?? '',
      weight: percentShort(weight),
    });
  },
  table(data, lang) {
    if (data.part === 'stream') {
      const blocks = Math.max(...data.parts.map(({ block }) => block));
      return {
        head: [miniText.part[lang], ...data.next.map(({ name }) => name)],
        rows: data.parts.map((part, i) => [partName(part, blocks, lang), ...data.next.map(({ added }) => short(added[i] ?? NaN))]),
      };
    }
    const { symbols, place, weights } = data.part === 'head' ? data : { symbols: [], place: 0, weights: [] };
    return {
      head: [miniText.place[lang], miniText.symbol[lang], miniText.score[lang], miniText.weight[lang]],
      rows: symbols.map((symbol, i) => [
        String(i + 1),
        symbol,
        data.part === 'head' ? short(scoreOf(data, place, i)) : '',
        percentShort(weights[place]?.[i] ?? NaN),
      ]),
    };
  },
  samples: {
    head: head('⏎The␣whale␣and␣the␣'),
    chinese: head('⏎春风不知处，', { place: 3 }),
    full: head('⏎deep␣into␣distant␣woodlands␣winds␣a␣mazy␣way,␣reaching␣to␣overl', { causal: false, turned: true, place: 5 }),
    one: head('⏎'),
    broken: head('abc', { weights: [[NaN], [NaN, NaN], [NaN, NaN, NaN]], query: [[NaN], [NaN], [NaN]] }),
    empty: head(''),
    stream: stream(1),
    blocks: stream(2),
    brokenStream: stream(1, {
      next: [{ name: 'e', probability: NaN, score: NaN, added: streamParts({ blocks: 1, heads: 4 }).map(() => NaN) }],
    }),
    noStream: stream(1, { next: [] }),
    unasked: { part: 'unasked', step: 0 },
  },
});
