import { formatDrawing, type Drawing } from '../../ml/pen/drawing';
import type { Point, Stroke } from '../../ml/pen/strokes';
import { require, type Claim } from '../proof';
import type { Values } from '../declaration';

const SEEDS = [1, 2, 3] as const;

/** A circle or a part of it, angles in degrees, 0 to the right, 90 downwards. */
function round(x: number, y: number, radius: number, from: number, to: number): Stroke {
  return Array.from({ length: 25 }, (_, i): Point => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Digits written by hand for this proof, in the whole pad: none of the strokes is the generator's. */
const WRITTEN: readonly (readonly Stroke[])[] = [
  [round(0.5, 0.5, 0.34, -90, 270).map(([x, y]) => [0.5 + (x - 0.5) * 0.75, y])],
  [
    [
      [0.52, 0.12],
      [0.5, 0.88],
    ],
  ],
  [[...round(0.48, 0.32, 0.2, 190, 390), [0.24, 0.86], [0.8, 0.85]]],
  [[...round(0.45, 0.32, 0.19, 200, 440), ...round(0.45, 0.68, 0.21, -80, 160)]],
  [
    [
      [0.3, 0.12],
      [0.2, 0.56],
      [0.8, 0.54],
    ],
    [
      [0.66, 0.14],
      [0.6, 0.9],
    ],
  ],
  [
    [[0.34, 0.14], [0.31, 0.46], ...round(0.46, 0.64, 0.22, -115, 150)],
    [
      [0.34, 0.14],
      [0.74, 0.12],
    ],
  ],
  [[[0.62, 0.1], [0.4, 0.34], [0.29, 0.62], ...round(0.49, 0.7, 0.2, 180, -170)]],
  [
    [
      [0.2, 0.16],
      [0.78, 0.14],
      [0.46, 0.9],
    ],
  ],
  [[...round(0.5, 0.3, 0.17, 90, -270), ...round(0.5, 0.68, 0.2, -90, 270)]],
  [[...round(0.48, 0.32, 0.19, 0, -360), [0.66, 0.6], [0.6, 0.92]]],
];

/** The same strokes, smaller and elsewhere. */
function moved(strokes: readonly Stroke[], scale: number, dx: number, dy: number): readonly Stroke[] {
  return strokes.map((stroke) => stroke.map(([x, y]): Point => [dx + scale * x, dy + scale * y]));
}

const PLACES = [
  { name: 'in the middle', pen: 4, scale: 1, dx: 0, dy: 0 },
  { name: 'small, in the upper left corner', pen: 3, scale: 0.4, dx: 0, dy: 0 },
  { name: 'thick, in the lower right corner', pen: 5, scale: 0.45, dx: 0.55, dy: 0.55 },
  { name: 'very thick', pen: 8, scale: 1, dx: 0, dy: 0 },
] as const;

/** Left and upper end of a small digit in each corner of the pad. */
const CORNERS = [
  [0, 0],
  [0.6, 0],
  [0, 0.6],
  [0.6, 0.6],
] as const;

/** A drawing to be read. */
function reading(drawing: Drawing, centre = true): { readonly question: string; readonly values: Values } {
  return { question: 'reading', values: { drawing: formatDrawing(drawing), centre } };
}

/** All written digits in all places, and then in the corners as they are. */
const ASKS = [
  ...PLACES.flatMap(({ pen, scale, dx, dy }) => WRITTEN.map((strokes) => reading({ pen, strokes: moved(strokes, scale, dx, dy) }))),
  ...CORNERS.flatMap(([dx, dy]) => WRITTEN.map((strokes) => reading({ pen: 3, strokes: moved(strokes, 0.4, dx, dy) }, false))),
];

/** Trains with some values and requires an accuracy on held-out digits. */
function learns(values: Values, least: number): Claim {
  return {
    claim: `${Object.values(values).join(', ')}: held-out digits >= ${100 * least} % within 400 steps`,
    async check(lab) {
      const { metrics } = await lab.run({ values, steps: 400 });
      require((metrics['testAccuracy'] ?? 0) >= least, `test accuracy ${metrics['testAccuracy']}`);
    },
  };
}

const claims: readonly Claim[] = [
  {
    // Measured on 400 held-out digits: 98.2, 98.5 and 97.2 %. Of the 120 written digits, drawn as finely as a link holds them, one is
    // misread: seed 1 takes the small thick 3 in a corner for an 8. Of 40 small digits left in the
    // corners of the pad 4, 1 and 2 are read rightly.
    claim:
      'from seeds 1, 2 and 3, 400 steps of batch 64: held-out digits >= 97 %; of ten digits written elsewhere, small or thick, at most one is misread once they are centred, and a quarter at most is read rightly where they are left in the corners',
    async check(lab) {
      for (const seed of SEEDS) {
        const { metrics, answers } = await lab.run({ seed, steps: 400, asks: ASKS });
        const accuracy = metrics['testAccuracy'] ?? 0;
        require(accuracy >= 0.97, `seed ${seed}: test accuracy ${accuracy}`);
        const readings = answers.map(({ scores }) => Array.from(scores?.data ?? [])).map((all) => all.indexOf(Math.max(...all)));
        for (const { name } of PLACES) {
          const read = readings.splice(0, WRITTEN.length);
          const wrong = read.filter((one, digit) => one !== digit).length;
          require(wrong <= 1, `seed ${seed}, ${name}: 0 to 9 are read as ${read.join(' ')}`);
        }
        const right = readings.filter((digit, i) => digit === i % WRITTEN.length).length;
        require(right <= 10, `seed ${seed}: ${right} of 40 digits left in the corners are read rightly`);
      }
    },
  },
  // Measured: 98.2, 98.7, 98.2 %; sigmoid, whose slope is a quarter at most, 89.2 and 90.5 %; the settings of 1998 96.5 %.
  learns({ activation: 'relu', pooling: 'averagePool' }, 0.96),
  learns({ activation: 'tanh', pooling: 'maxPool' }, 0.96),
  learns({ activation: 'tanh', pooling: 'averagePool' }, 0.96),
  learns({ activation: 'sigmoid', pooling: 'maxPool' }, 0.8),
  learns({ activation: 'sigmoid', pooling: 'averagePool' }, 0.8),
  learns({ activation: 'tanh', pooling: 'averagePool', optimiser: 'sgd', learningRate: 0.1 }, 0.94),
  {
    // Measured: batch loss 0.0002, test loss 0.40, test accuracy 90.2 %.
    claim: 'from 300 digits alone it learns those by heart: batch loss <= 0.01, test loss >= 0.2',
    async check(lab) {
      const { loss, metrics } = await lab.run({ values: { train: 300 }, steps: 400 });
      require((loss.at(-1) ?? 1) <= 0.01, `batch loss ${loss.at(-1)}`);
      require((metrics['testLoss'] ?? 0) >= 0.2, `test loss ${metrics['testLoss']}`);
    },
  },
];
export default claims;
