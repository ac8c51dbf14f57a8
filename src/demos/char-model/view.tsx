/** A held-out passage and what the network makes of each of its symbols. */
import { at } from '../../base/at';
import { fill } from '../../i18n/text';
import { short } from '../../views/parts/ramp';
import { defineView } from '../../views/view';
import { PassagePicture } from './picture/passage-picture';
import { passageOf, type Colour, type PassageData } from './picture/reading-data';
import { charText } from './words';

/** Mean of the bits. */
function meanBits(bits: readonly number[]): number {
  return bits.reduce((sum, one) => sum + one, 0) / Math.max(1, bits.length);
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

export default defineView<PassageData>({
  title: charText.title,
  aspect: { wide: 0.56, narrow: 1 },
  reads: ['colour', 'place', 'unit'],
  read: passageOf,
  Picture: PassagePicture,
  describe({ step, surprise, symbols }, lang) {
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
  table: (data, lang) => ({
    head: [charText.text[lang], charText.surprise[lang]],
    rows: data.symbols.map((symbol, i) => [symbol, short(data.surprise[i] ?? NaN)]),
  }),
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
  },
});
