/** One look-up: question and keys in their plane, and the sum that makes the answer of the notes. */
import { fill } from '../../i18n/text';
import { percentShort, short } from '../../views/parts/ramp';
import { likeliestOf } from '../../views/parts/likeliest';
import { defineView, type ViewArray, type ViewProps } from '../../views/view';
import { Account, accountHeight } from './picture/account';
import { EDGE, KeyPlane, NAMES } from './picture/key-plane';
import { nameOf, type Colleague, type LookUp } from './picture/look-up';
import { GRID } from './setting';
import { colleaguesText } from './words';

/** Between plane and account, where they stand side by side. */
const GAP = 18;
/** Narrower than this they stand one below the other. */
const BESIDE = 520;

function Picture({ data, lang, width, height, id, act }: ViewProps<LookUp>) {
  const account = accountHeight(data.colleagues.length);
  const beside = width >= BESIDE;
  const tall = (beside ? height : height - account - 6) - NAMES - 16;
  const size = Math.max(60, Math.min(beside ? width * 0.5 : width - EDGE, tall));
  const plane = <KeyPlane data={data} lang={lang} id={id} act={act} size={size} />;
  if (!beside) {
    return (
      <>
        {plane}
        <Account data={data} lang={lang} act={act} x={0} y={size + NAMES + 22} width={width} />
      </>
    );
  }
  const x = EDGE + size + GAP;
  return (
    <>
      {plane}
      <Account data={data} lang={lang} act={act} x={x} y={Math.max(0, (size - account) / 2)} width={width - x} />
    </>
  );
}

function pair(array: ViewArray, row = 0): readonly [number, number] {
  return [array.data[2 * row] ?? NaN, array.data[2 * row + 1] ?? NaN];
}

const sample = (step: number, colleagues: readonly Colleague[], query: readonly [number, number] = [1, -0.5]): LookUp => ({
  step,
  query,
  colleagues,
  answer: colleagues.reduce((sum, { weight, note }) => sum + weight * note, 0),
  goal: 7,
  pull: [query[1], 2],
  misses: { shape: [GRID, GRID], data: Float32Array.from({ length: GRID * GRID }, (_, i) => (i % GRID) - 12) },
});

const colleague = (x: number, y: number, note: number, score: number, weight: number): Colleague => ({ key: [x, y], note, score, weight });

export default defineView<LookUp>({
  title: colleaguesText.title,
  aspect: { wide: 0.56, narrow: 1.78 },
  reads: ['goal'],
  read({ step, arrays, values }) {
    const { scores, weights, answer, surface, pull } = arrays;
    const [query, keys, notes] = ['query', 'keys', 'notes'].map((name) => arrays[`weights/${name}/value`]);
    if (!scores || !weights || !answer || !surface || !pull || !query || !keys || !notes) return undefined;
    const goal = Number(values['goal']);
    return {
      step,
      query: pair(query),
      colleagues: Array.from(weights.data, (weight, i) => ({
        key: pair(keys, i),
        note: notes.data[i] ?? NaN,
        score: scores.data[i] ?? NaN,
        weight,
      })),
      answer: answer.data[0] ?? NaN,
      goal,
      pull: pair(pull),
      misses: { shape: surface.shape, data: Float32Array.from(surface.data, (one) => one - goal) },
    };
  },
  Picture,
  describe({ step, query, colleagues, answer, goal }, lang) {
    const { label } = likeliestOf(colleagues.map(({ weight }) => weight));
    const most = colleagues[label]?.weight ?? NaN;
    if (!Number.isFinite(most)) return fill(colleaguesText.lost[lang], { step });
    return fill(colleaguesText.now[lang], {
      step,
      x: short(query[0]),
      y: short(query[1]),
      name: nameOf(label, lang),
      share: percentShort(most),
      answer: short(answer),
      goal: short(goal),
    });
  },
  table: ({ colleagues }, lang) => ({
    head: ['colleague', 'key', 'score', 'weight', 'note', 'share'].map((name) => colleaguesText[name as 'key'][lang]),
    rows: colleagues.map(({ key, score, weight, note }, i) => [
      nameOf(i, lang),
      `(${key.map(short).join(', ')})`,
      short(score),
      percentShort(weight),
      short(note),
      short(weight * note),
    ]),
  }),
  samples: {
    usual: sample(3, [colleague(2, 0, 3, 2, 0.6), colleague(0, 2, 8, 1, 0.25), colleague(-2, -1, 12, 0.4, 0.15)]),
    corners: sample(
      0,
      [0, 1, 2, 3, 4, 5].map((i) => colleague(i % 2 === 0 ? 3 : -3, i < 3 ? 3 : -3, 12 - i, -40, 1 / 6)),
      [3, 3],
    ),
    far: sample(9, [colleague(40, -1e6, 14.5, 1e5, 1), colleague(0, 0, -3, 0, 0)], [1e6, -30]),
    broken: sample(9, [colleague(NaN, 1, NaN, NaN, NaN), colleague(1, 1, 5, Infinity, NaN)], [NaN, NaN]),
    none: sample(0, []),
  },
});
