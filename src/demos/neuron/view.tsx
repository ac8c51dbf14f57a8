/** One neuron over the plane: its response, its line w·x + b = 0, and its weights as an arrow; arrow and line can be moved. */
import { fill } from '../../i18n/text';
import { viewText } from '../../i18n/views';
import surface, { planeIn } from '../../views/decision-surface';
import { Handle } from '../../views/parts/handle';
import { EDGE } from '../../views/parts/plane';
import { short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';

interface NeuronData {
  readonly step: number;
  readonly w: readonly [number, number];
  readonly b: number;
  readonly plane: NonNullable<ReturnType<typeof surface.read>>;
}

/** The arrow of a weight vector of length 1 spans this much of the plane. */
const ARROW = 2;

/** The point of the line w·x + b = 0 nearest the origin. */
function foot({ w, b }: NeuronData): readonly [number, number] {
  const square = w[0] * w[0] + w[1] * w[1];
  return square < 1e-12 ? [0, 0] : [(-b * w[0]) / square, (-b * w[1]) / square];
}

function Picture(props: ViewProps<NeuronData>) {
  const { data, lang, width, height, act, id } = props;
  const { w, b } = data;
  const { size, scale, at } = planeIn(width, height);
  const [fx, fy] = foot(data);
  const length = Math.hypot(...w) || 1e-9;
  const [px, py] = at(fx, fy);
  const [tx, ty] = at(fx + w[0] * ARROW, fy + w[1] * ARROW);
  const [ax, ay] = at(fx - (w[1] / length) * 20, fy + (w[0] / length) * 20);
  const [bx, by] = at(fx + (w[1] / length) * 20, fy - (w[0] / length) * 20);
  const held = { w, x: fx, y: fy };
  const [shownX, shownY] = [Math.max(EDGE + 8, Math.min(EDGE + size - 8, tx)), Math.max(8, Math.min(size - 8, ty))];
  const goesOn = shownX !== tx || shownY !== ty;
  const edit = (w1: number, w2: number, bias: number): void => {
    act?.({ kind: 'edit', variable: 'neuron/kernel', index: 0, value: w1 });
    act?.({ kind: 'edit', variable: 'neuron/kernel', index: 1, value: w2 });
    act?.({ kind: 'edit', variable: 'neuron/bias', index: 0, value: bias });
  };
  return (
    <>
      <surface.Picture {...props} data={data.plane} />
      <clipPath id={`${id}-plane`}>
        <rect x={EDGE} y={0} width={size} height={size} />
      </clipPath>
      <g clip-path={`url(#${id}-plane)`} class="gb-neuron">
        <line x1={ax} y1={ay} x2={bx} y2={by} class="gb-boundary" />
        <line x1={px} y1={py} x2={tx} y2={ty} class="gb-arrow" />
      </g>
      <Handle
        x={Math.max(EDGE + 8, Math.min(EDGE + size - 8, px))}
        y={Math.max(8, Math.min(size - 8, py))}
        label={`${viewText.dragBias[lang]}: b = ${short(b)}`}
        enabled={act !== undefined}
        value={held}
        onMove={(from, dx, dy) => edit(...from.w, -(from.w[0] * (from.x + dx / scale) + from.w[1] * (from.y - dy / scale)))}
      />
      {goesOn && (
        <text x={EDGE + size / 2} y={size - 8} text-anchor="middle" class="gb-reading-text">
          {fill(viewText.arrowGoesOn[lang], { length: short(Math.hypot(...w)) })}
        </text>
      )}
      <Handle
        x={shownX}
        y={shownY}
        label={`${viewText.dragWeights[lang]}: w = (${short(w[0])}, ${short(w[1])})`}
        enabled={act !== undefined}
        value={held}
        onMove={(from, dx, dy) => {
          const w1 = from.w[0] + dx / scale / ARROW;
          const w2 = from.w[1] - dy / scale / ARROW;
          // The line keeps its place: b follows so that the foot stays on it.
          edit(w1, w2, -(w1 * from.x + w2 * from.y));
        }}
      />
    </>
  );
}

const plane = (step: number): NeuronData['plane'] =>
  ({ ...(surface.samples['waves'] ?? Object.values(surface.samples)[0]), step }) as NeuronData['plane'];

export default defineView<NeuronData>({
  title: viewText.neuron,
  aspect: { wide: 0.74, narrow: 1 },
  ...(surface.reads === undefined ? {} : { reads: surface.reads }),
  read(source) {
    const kernel = source.arrays['weights/neuron/kernel'];
    const bias = source.arrays['weights/neuron/bias'];
    const under = surface.read(source, {});
    if (kernel === undefined || bias === undefined || under === undefined) return undefined;
    return { step: source.step, w: [kernel.data[0] ?? 0, kernel.data[1] ?? 0], b: bias.data[0] ?? 0, plane: under };
  },
  Picture,
  describe: (data, lang) =>
    fill(viewText.neuronNow[lang], {
      step: data.step,
      w1: short(data.w[0]),
      w2: short(data.w[1]),
      b: short(data.b),
      distance: short(Math.hypot(...foot(data))),
    }),
  table: ({ w, b }) => ({ head: ['w₁', 'w₂', 'b'], rows: [[short(w[0]), short(w[1]), short(b)]] }),
  samples: {
    usual: { step: 3, w: [1, -0.5], b: 0.5, plane: plane(3) },
    zero: { step: 0, w: [0, 0], b: 0, plane: plane(0) },
    far: { step: 9, w: [40, 30], b: -9, plane: plane(9) },
  },
});
