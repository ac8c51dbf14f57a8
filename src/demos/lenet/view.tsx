/** A digit and how it is read (option `part: 'reading'`), or what every layer makes of it (`part: 'maps'`). */
import { imageText } from '../../i18n/images';
import { fill } from '../../i18n/text';
import { EMPTY_DRAWING, parseDrawing } from '../../ml/pen/drawing';
import { preparedDrawing } from '../../ml/pen/prepared';
import { short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { drawnLayers, largestOf, MapsPicture } from './picture/maps-picture';
import { readingOf, type Reading } from './picture/reading';
import { nameOf, readClass, ReadingPicture, sureness } from './picture/reading-picture';

interface LenetData {
  readonly part: 'reading' | 'maps';
  readonly reading: Reading;
}

function Picture({ data: { part, reading }, id, lang, width, act }: ViewProps<LenetData>) {
  return part === 'maps' ? (
    <MapsPicture reading={reading} width={width} />
  ) : (
    <ReadingPicture id={id} reading={reading} lang={lang} width={width} act={act} />
  );
}

const drawing = parseDrawing('5QIgEwH.wHwx') ?? EMPTY_DRAWING;
const written: Reading = {
  step: 400,
  drawing,
  image: { shape: [28, 28, 1], data: preparedDrawing(drawing) },
  label: undefined,
  scores: [0.01, 0.01, 0.02, 0.01, 0.05, 0, 0, 0.85, 0.03, 0.02],
  layers: [
    ['conv1-relu', { shape: [4, 4, 2], data: Float32Array.from({ length: 32 }, (_, i) => Math.sin(i)) }],
    ['dense1-relu', { shape: [120], data: Float32Array.from({ length: 120 }, (_, i) => i % 7) }],
  ],
};
const held: Reading = { ...written, drawing: EMPTY_DRAWING, label: 3 };

export default defineView<LenetData>({
  title: imageText.reading,
  aspect: { wide: 0.81, narrow: 0.95 },
  reads: ['digit', 'drawing', 'centre'],
  read(source, options) {
    const reading = readingOf(source);
    return reading === undefined ? undefined : { part: options['part'] === 'maps' ? 'maps' : 'reading', reading };
  },
  Picture,
  describe({ part, reading }, lang) {
    const what = nameOf(reading, lang);
    const { step } = reading;
    if (part === 'maps') {
      const layers = drawnLayers(reading).map(([id]) => id);
      return fill(imageText.mapsNow[lang], { step, what, layers: layers.join(lang === 'zh' ? '、' : ', ') });
    }
    const best = readClass(reading);
    if (best === undefined) return fill(imageText.readingUnread[lang], { step, what });
    return fill(imageText.readingNow[lang], { step, what, read: best.read, sure: sureness(best.sure) });
  },
  table({ part, reading }, lang) {
    if (part === 'maps') {
      return {
        head: [imageText.layer[lang], imageText.shape[lang], imageText.mean[lang], imageText.most[lang]],
        rows: drawnLayers(reading).map(([id, output]) => [
          id,
          output.shape.join(' × '),
          short(output.data.reduce((sum, value) => sum + value, 0) / Math.max(1, output.data.length)),
          short(largestOf(output)),
        ]),
      };
    }
    return { head: [imageText.class[lang], imageText.probability[lang]], rows: reading.scores.map((score, i) => [i, sureness(score)]) };
  },
  samples: {
    written: { part: 'reading', reading: written },
    held: { part: 'reading', reading: held },
    unread: { part: 'reading', reading: { ...written, scores: [], layers: [] } },
    maps: { part: 'maps', reading: written },
    noMaps: { part: 'maps', reading: { ...held, layers: [] } },
    broken: {
      part: 'reading',
      reading: { ...held, scores: [NaN, 1, 0, 0], image: { shape: [2, 2, 1], data: Float32Array.of(NaN, Infinity, 0, 1) } },
    },
  },
});
