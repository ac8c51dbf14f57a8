/** The plane of questions and keys: the query as an arrow, a disc for each key, and how far each question's answer is from the goal. */
import { fill } from '../../../i18n/text';
import { Handle } from '../../../views/parts/handle';
import { coordinate, short } from '../../../views/parts/ramp';
import { SignedSurface } from '../../../views/parts/surface';
import { textWidth } from '../../../views/parts/words';
import type { ViewProps } from '../../../views/view';
import { keptWithin, nameOf, type LookUp } from './look-up';
import { REACH } from '../setting';
import { colleaguesText } from '../words';

/** Room for the numbers of the axes, and for the names under them. */
export const EDGE = 18;
export const NAMES = 18;
/** Days off the goal that have the full colour. */
const FULL = 9;
/** The longest that the arrow of the gradient is drawn, and how much of it a unit of the gradient gets. */
const LONGEST = 1.2;
const PER_UNIT = 0.15;

interface PlaneProps extends Pick<ViewProps<LookUp>, 'lang' | 'id' | 'act'> {
  readonly data: LookUp;
  readonly size: number;
}

interface ArrowProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly colour: string;
}

/** A line with a head; nothing where it has no length to speak of. */
function Arrow({ from: [ax, ay], to: [bx, by], colour }: ArrowProps) {
  const length = Math.hypot(bx - ax, by - ay);
  if (!(length > 4) || length > 1e6) return null;
  const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
  const corner = (side: number): string => `${coordinate(bx - 9 * ux + side * 4.5 * uy)},${coordinate(by - 9 * uy - side * 4.5 * ux)}`;
  return (
    <g stroke={colour} fill={colour}>
      <line x1={coordinate(ax)} y1={coordinate(ay)} x2={coordinate(bx - 6 * ux)} y2={coordinate(by - 6 * uy)} class="gb-look-up-arrow" />
      <path d={`M${coordinate(bx)},${coordinate(by)}L${corner(1)}L${corner(-1)}Z`} />
    </g>
  );
}

/** What the lines of the plane are. */
function Legend({ lang, y }: { readonly lang: PlaneProps['lang']; readonly y: number }) {
  const entries = [
    { words: colleaguesText.query[lang], colour: 'var(--gb-weight)', look: 'gb-look-up-arrow' },
    { words: colleaguesText.pull[lang], colour: 'var(--gb-gradient)', look: 'gb-look-up-arrow' },
    { words: colleaguesText.met[lang], colour: 'var(--gb-ink)', look: 'gb-look-up-met' },
  ];
  let offset = EDGE;
  return (
    <g aria-hidden="true">
      {entries.map(({ words, colour, look }) => {
        const x = offset;
        offset += 20 + textWidth(words) + 12;
        return (
          <g transform={`translate(${coordinate(x)},${y})`} key={words}>
            <line x2={14} stroke={colour} class={look} />
            <text x={18} dy="0.35em">
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface Label {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Names beside their discs, on the side where there is room. Of keys that were dragged onto each other the first has its name. */
function labelsOf(discs: readonly { readonly at: readonly [number, number]; readonly words: string }[], size: number): readonly Label[] {
  const placed: (Label & { readonly left: number; readonly right: number })[] = [];
  for (const {
    at: [x, y],
    words,
  } of discs) {
    const long = textWidth(words);
    const anchor = x > EDGE + size - 24 - long ? 'end' : 'start';
    const [left, right] = anchor === 'end' ? [x - 12 - long, x - 12] : [x + 12, x + 12 + long];
    const line = keptWithin(y - 9, 12, size - 22);
    if (placed.some((other) => left < other.right && right > other.left && Math.abs(line - other.y) < 14)) continue;
    placed.push({ words, x: anchor === 'end' ? right : left, y: line, anchor, left, right });
  }
  return placed;
}

export function KeyPlane({ data, lang, id, act, size }: PlaneProps) {
  const { query, colleagues, pull, misses } = data;
  const scale = size / (2 * REACH);
  const at = ([x, y]: readonly [number, number]): readonly [number, number] => [EDGE + (x + REACH) * scale, (REACH - y) * scale];
  const shown = ([x, y]: readonly [number, number]): readonly [number, number] => [
    keptWithin(x, EDGE + 8, EDGE + size - 8),
    keptWithin(y, 8, size - 8),
  ];
  const origin = at([0, 0]);
  const tip = at(query);
  // A tip beyond the plane is taken hold of where the arrow leaves it.
  const beyond = Math.max(1, ...query.map((one) => Math.abs(one) / (REACH - 8 / scale)));
  const [qx, qy] = shown(at([query[0] / beyond, query[1] / beyond]));
  const goesOn = Math.hypot(qx - tip[0], qy - tip[1]) > 1;
  const steep = Math.hypot(...pull);
  const reach = steep > 0 ? Math.min(LONGEST, PER_UNIT * steep) / steep : 0;
  const edit = (variable: string, first: number, place: readonly [number, number]): void =>
    place.forEach((value, i) => act?.({ kind: 'edit', variable, index: first + i, value }));
  const moved = ([x, y]: readonly [number, number], dx: number, dy: number): readonly [number, number] => [
    keptWithin(x + dx / scale, -REACH, REACH),
    keptWithin(y - dy / scale, -REACH, REACH),
  ];
  return (
    <>
      <SignedSurface array={misses} x={EDGE} y={0} size={size} scale={FULL} detail="fine" boundary />
      <path
        d={`M${EDGE},${coordinate(origin[1])}h${coordinate(size)}M${coordinate(origin[0])},0v${coordinate(size)}`}
        class="gb-grid"
        fill="none"
      />
      <g class="gb-axes" aria-hidden="true">
        {[-REACH, 0, REACH].map((tick) => (
          <g key={tick}>
            <text
              x={coordinate(at([tick, 0])[0])}
              y={size + 13}
              text-anchor={tick === -REACH ? 'start' : tick === REACH ? 'end' : 'middle'}
            >
              {short(tick)}
            </text>
            <text
              x={EDGE - 4}
              y={coordinate(at([0, tick])[1])}
              dy={tick === REACH ? '0.8em' : tick === -REACH ? '-0.1em' : '0.32em'}
              text-anchor="end"
            >
              {short(tick)}
            </text>
          </g>
        ))}
      </g>
      <clipPath id={`${id}-keys`}>
        <rect x={EDGE} y={0} width={size} height={size} />
      </clipPath>
      <g clip-path={`url(#${id}-keys)`}>
        {colleagues.map(({ key, weight }, i) => {
          const [x, y] = shown(at(key));
          return (
            <circle
              cx={coordinate(x)}
              cy={coordinate(y)}
              r={coordinate(Number.isFinite(weight) ? 8 + 26 * Math.sqrt(weight) : 8)}
              class="gb-look-up-disc"
              key={i}
            />
          );
        })}
        <Arrow from={origin} to={tip} colour="var(--gb-weight)" />
        {!goesOn && <Arrow from={[qx, qy]} to={at([query[0] + reach * pull[0], query[1] + reach * pull[1]])} colour="var(--gb-gradient)" />}
      </g>
      {goesOn && (
        <text x={coordinate(EDGE + size / 2)} y={size - 8} text-anchor="middle" class="gb-reading-text">
          {fill(colleaguesText.goesOn[lang], { length: short(Math.hypot(...query)) })}
        </text>
      )}
      {labelsOf(
        colleagues.map(({ key, note }, i) => ({ at: shown(at(key)), words: `${nameOf(i, lang)} ${short(note)}` })),
        size,
      ).map(({ words, x, y, anchor }, i) => (
        <text x={coordinate(x)} y={coordinate(y)} text-anchor={anchor} class="gb-reading-text" key={i}>
          {words}
        </text>
      ))}
      {colleagues.map(({ key }, i) => {
        const [x, y] = shown(at(key));
        return (
          <Handle
            x={coordinate(x)}
            y={coordinate(y)}
            label={`${fill(colleaguesText.dragKey[lang], { name: nameOf(i, lang) })}: (${key.map(short).join(', ')})`}
            enabled={act !== undefined}
            value={key}
            onMove={(from, dx, dy) => edit('keys/value', 2 * i, moved(from, dx, dy))}
            key={i}
          />
        );
      })}
      <Handle
        x={coordinate(qx)}
        y={coordinate(qy)}
        label={`${colleaguesText.dragQuery[lang]}: (${query.map(short).join(', ')})`}
        enabled={act !== undefined}
        value={query}
        onMove={(from, dx, dy) => edit('query/value', 0, moved(from, dx, dy))}
      />
      <Legend lang={lang} y={size + 27} />
    </>
  );
}
