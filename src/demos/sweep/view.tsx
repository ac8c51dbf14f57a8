/** What one network of the maps answers over the plane, by what it was trained, and the way to train it alone. */
import { at } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import surfaceView from '../../views/decision-surface';
import { buttonWidth, PictureButton } from '../../views/parts/picture-button';
import { short } from '../../views/parts/ramp';
import { cut } from '../../views/parts/words';
import { defineView, type ViewArray, type ViewProps, type ViewSource } from '../../views/view';
import { networkText } from './words';

type Surface = NonNullable<ReturnType<typeof surfaceView.read>>;

interface NetworkData {
  readonly step: number;
  /** Its number, from 1, and what it has of its own; none before anything has been asked. */
  readonly own?: {
    readonly number: number;
    readonly learningRate: number;
    readonly initialScale: number;
    readonly weightDecay: number;
    readonly draw: number;
  };
  readonly alone: boolean;
  readonly surface: Surface;
}

/** Over the plane: the name and the button, and the settings. */
const HEAD = 54;
/** The middle of the button. */
const BUTTON = 14;

function nameOf({ own, alone }: NetworkData, lang: Lang): string {
  if (own === undefined) return networkText.title[lang];
  if (alone) return fill(networkText.alone[lang], { number: own.number });
  return fill(networkText.name[lang], { number: own.number, map: fill(networkText.maps[lang], { map: own.draw + 1 }) });
}

function settingsOf({ own }: NetworkData, lang: Lang): readonly string[] {
  if (own === undefined) return [];
  return [
    fill(networkText.rate[lang], { value: short(own.learningRate) }),
    fill(networkText.scale[lang], { value: short(own.initialScale) }),
    fill(networkText.decay[lang], { value: short(own.weightDecay) }),
  ];
}

function Picture({ data, lang, width, height, id, act }: ViewProps<NetworkData>) {
  const { own, alone } = data;
  const words = alone ? networkText.back[lang] : networkText.open[lang];
  const button = buttonWidth(words);
  return (
    <>
      <text x={0} y={19} class="gb-label">
        {cut(nameOf(data, lang), width - button - 6)}
      </text>
      <text x={0} y={45}>
        {cut(settingsOf(data, lang).join(' · '), width)}
      </text>
      <g transform={`translate(0,${HEAD})`}>
        <surfaceView.Picture data={data.surface} lang={lang} width={width} height={height - HEAD} id={`${id}-plane`} act={act} />
      </g>
      {act !== undefined && own !== undefined && (
        <PictureButton
          x={width - button}
          y={BUTTON}
          words={words}
          onPress={() => act({ kind: 'set', values: { only: alone ? 0 : own.number } })}
        />
      )}
    </>
  );
}

/** What is shown of the plane: held-out points too, since the maps show losses on them. */
const SHOWN = { showTest: true };
/** A plane of which nothing is known yet. */
const NOTHING: ViewArray = { shape: [2, 2], data: [0, 0, 0, 0] };

function surfaceOf(source: ViewSource, surface: ViewArray): Surface | undefined {
  return surfaceView.read({ ...source, arrays: { ...source.arrays, answered: surface }, values: SHOWN }, { surface: 'answered' });
}

function ownOf({ data }: ViewArray): NonNullable<NetworkData['own']> {
  return {
    number: at(data, 0),
    learningRate: at(data, 1),
    initialScale: at(data, 2),
    weightDecay: at(data, 3),
    draw: at(data, 4),
  };
}

function sampleSurface(value: number): Surface {
  const points: ViewArray = { shape: [2, 3], data: [1, 2, 1, -3, 4, -1] };
  const surface: ViewArray = { shape: [4, 4], data: Array.from({ length: 16 }, (_, i) => (i % 4 < 2 ? -value : value)) };
  const read = surfaceOf({ step: 12, arrays: { points }, metrics: {}, values: {} }, surface);
  if (read === undefined) throw new Error('a surface can be read from a surface');
  return read;
}

const own = { number: 58, learningRate: 0.39, initialScale: 1.9, weightDecay: 0.001, draw: 0 };

export default defineView<NetworkData>({
  title: networkText.title,
  aspect: { wide: 1.03, narrow: 1.03 },
  reads: ['only'],
  read(source) {
    const answer = source.answers?.['answer']?.arrays;
    const { surface: answered, own: said } = answer ?? {};
    const surface = surfaceOf(source, answered ?? NOTHING);
    if (surface === undefined || source.arrays['points'] === undefined) return undefined;
    return {
      step: source.step,
      ...(said === undefined ? {} : { own: ownOf(said) }),
      alone: Number(source.values['only']) > 0,
      surface,
    };
  },
  Picture,
  describe: (data, lang) =>
    [
      fill(networkText.now[lang], {
        step: data.step,
        name: nameOf(data, lang),
        settings: settingsOf(data, lang).join(lang === 'zh' ? '，' : ', '),
      }),
      surfaceView.describe(data.surface, lang),
    ].join(lang === 'zh' ? '' : ' '),
  table: ({ surface }, lang) => surfaceView.table(surface, lang),
  samples: {
    looked: { step: 12, own, alone: false, surface: sampleSurface(0.7) },
    alone: { step: 12, own: { ...own, number: 256, learningRate: 1e-5 }, alone: true, surface: sampleSurface(0.1) },
    broken: { step: 12, own, alone: false, surface: sampleSurface(NaN) },
    notAsked: { step: 0, alone: false, surface: sampleSurface(0) },
  },
});
