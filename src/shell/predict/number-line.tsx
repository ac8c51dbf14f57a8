/** An axis on which a value is placed: by touching or dragging, with the arrow keys, or as a number; afterwards the run's stands beside it. */
import { scaleLinear, scaleLog } from 'd3';
import { predictText } from '../../i18n/predict';
import { fill, type Lang } from '../../i18n/text';
import { ticksOf, type Scale } from '../../views/parts/axes';
import { holdsPage, shareOf } from '../../views/parts/pointing';
import { keptBetween } from '../../views/parts/words';
import { Typed } from '../fields/typed';
import { written } from './written';

export interface NumberLineProps {
  readonly id: string;
  readonly axis: readonly [number, number];
  readonly log: boolean;
  readonly percent: boolean;
  readonly lang: Lang;
  readonly width: number;
  readonly value: number | undefined;
  readonly result: number | undefined;
  /** Absent once the reader is committed. */
  readonly onPlace: ((value: number) => void) | undefined;
}

const HEIGHT = 100;
const MIDDLE = 46;
const SIDE = 22;
/** A tick's words leave so much room for the line to the run's value. */
const TICK_ROOM = 20;
/** Parts of the axis that an arrow key, a page key and a drag go by. */
const FINE = 100;
const COARSE = 10;
const DRAGGED = 200;

/** Places on the axis by parts of its length. */
function places(axis: readonly [number, number], log: boolean) {
  const scale: Scale = log ? scaleLog().domain(axis).range([0, 1]) : scaleLinear().domain(axis).range([0, 1]);
  return {
    scale,
    at: (share: number): number => {
      const value = scale.invert(Math.max(0, Math.min(1, Math.round(share * DRAGGED) / DRAGGED)));
      return Math.max(axis[0], Math.min(axis[1], Number(value.toPrecision(log ? 3 : 6))));
    },
  };
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowRight: 1 / FINE,
  ArrowUp: 1 / FINE,
  ArrowLeft: -1 / FINE,
  ArrowDown: -1 / FINE,
  PageUp: 1 / COARSE,
  PageDown: -1 / COARSE,
  Home: -1,
  End: 1,
};

/** The value as a number that is typed; what does not fit stays in the field, with what would. */
function TypedValue({ id, axis, percent, lang, value, onPlace }: Omit<NumberLineProps, 'log' | 'width' | 'result'>) {
  const scale = percent ? 100 : 1;
  const take = (text: string): string | undefined => {
    const given = text.replace(/[%％]/, '').replace('−', '-').trim();
    const typed = given === '' ? NaN : Number(given) / scale;
    if (!(typed >= axis[0] && typed <= axis[1])) {
      const [low, high] = axis.map((end) => written(end, percent, lang));
      return fill(predictText.placeRange[lang], { low: low ?? '', high: high ?? '' });
    }
    onPlace?.(typed);
    return undefined;
  };
  return (
    <p class="gb-predict-typed">
      <label for={`${id}-typed`}>{predictText.place[lang]}</label>
      <Typed
        id={`${id}-typed`}
        name={`${id}-typed`}
        type="text"
        value={value === undefined ? '' : String(Number((value * scale).toPrecision(6)))}
        take={take}
      />
      {percent && '%'}
    </p>
  );
}

export function NumberLine({ id, axis, log, percent, lang, width, value, result, onPlace }: NumberLineProps) {
  const { scale, at } = places(axis, log);
  const x = (share: number): number => SIDE + share * (width - 2 * SIDE);
  const share = (one: number): number => Math.max(0, Math.min(1, scale(one)));
  const say = (one: number): string => written(one, percent, lang);
  const place = (event: PointerEvent): void => {
    const across = shareOf(event);
    if (across !== undefined) onPlace?.(at((across[0] * width - SIDE) / (width - 2 * SIDE)));
  };
  const key = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (move === undefined || onPlace === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPlace(at((value === undefined ? 0.5 : scale(value)) + move));
  };
  const open = onPlace !== undefined;
  /** The guess above the axis, the run's value below it: they may be close. */
  const words = (one: number, name: string, y: number) => {
    const text = `${name} ${say(one)}`;
    return (
      <text x={keptBetween(x(share(one)), text, SIDE / 2, width - SIDE / 2)} y={y} text-anchor="middle">
        {text}
      </text>
    );
  };
  const ticks = ticksOf(log ? scaleLog().domain(axis) : scaleLinear().domain(axis), width < 420 ? 5 : 9);
  return (
    <>
      <svg
        class="gb-svg gb-predict-line"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        tabindex={open ? 0 : undefined}
        role={open ? 'slider' : 'img'}
        aria-label={
          open
            ? predictText.place[lang]
            : `${predictText.yours[lang]} ${say(value ?? NaN)}${result === undefined ? '' : `, ${predictText.theRun[lang]} ${say(result)}`}`
        }
        aria-valuemin={open ? axis[0] : undefined}
        aria-valuemax={open ? axis[1] : undefined}
        aria-valuenow={open ? (value ?? axis[0]) : undefined}
        aria-valuetext={open ? (value === undefined ? predictText.notPlaced[lang] : say(value)) : undefined}
        onKeyDown={key}
      >
        <g class="gb-axes" aria-hidden="true">
          <line x1={SIDE} x2={width - SIDE} y1={MIDDLE} y2={MIDDLE} class="gb-axis" />
          {ticks.map((tick) => (
            <g transform={`translate(${x(share(tick))},${MIDDLE})`} key={tick}>
              <line y1={-4} y2={4} class="gb-tick" />
              {(result === undefined || Math.abs(share(result) - share(tick)) * width > TICK_ROOM) && (
                <text y={20} text-anchor="middle">
                  {say(tick)}
                </text>
              )}
            </g>
          ))}
        </g>
        {result !== undefined && (
          <g class="gb-predict-run-mark">
            <path d={`M${x(share(result))},${MIDDLE}v26`} />
            <circle cx={x(share(result))} cy={MIDDLE} r={6} />
            {words(result, predictText.theRun[lang], MIDDLE + 42)}
          </g>
        )}
        {value !== undefined && (
          <g class="gb-predict-guess-mark">
            <path d={`M${x(share(value))},${MIDDLE - (result === undefined ? 0 : 4)}l-8,-13h16z`} />
            {words(value, predictText.yours[lang], MIDDLE - 22)}
          </g>
        )}
        {open && (
          <rect
            width={width}
            height={HEIGHT}
            fill="transparent"
            class="gb-paintable"
            {...holdsPage}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              place(event);
            }}
            onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && place(event)}
          />
        )}
      </svg>
      {open && <TypedValue {...{ id, axis, percent, lang, value, onPlace }} />}
    </>
  );
}
