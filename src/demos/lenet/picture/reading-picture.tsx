/** The pad, what the network sees of it, and how sure it is of each class. */
import { at, atOr } from '../../../base/at';
import { imageText } from '../../../i18n/images';
import { fill, type Lang } from '../../../i18n/text';
import { formatDrawing, type Drawing } from '../../../ml/pen/drawing';
import { Nudge } from '../../../views/parts/nudge';
import { PictureButton } from '../../../views/parts/picture-button';
import { percent } from '../../../views/parts/ramp';
import { Raster } from '../../../views/parts/raster';
import type { ViewAction } from '../../../views/view';
import { Ink, Pad } from './pad';
import type { Reading } from './reading';

const SEEN = 72;
/** Room for the names of the classes left of their bars, and for the probabilities on the right. */
const NAMES = 26;
const SHARES = 50;

/** Side of the pad: half of the picture. */
function padSize(width: number): number {
  return Math.min(260, Math.round(width / 2));
}

/** The class with the greatest probability, and that probability; undefined while nothing is read. */
export function readClass({ scores }: Reading): { readonly read: number; readonly sure: number } | undefined {
  if (scores.length === 0) return undefined;
  const sure = Math.max(...scores);
  return { read: scores.indexOf(sure), sure };
}

/** What is looked at, in words. */
export function nameOf({ label }: Reading, lang: Lang): string {
  return label === undefined ? imageText.yours[lang] : fill(imageText.test[lang], { label });
}

/** A probability: with a decimal where it would else be said to be certain, or nothing. */
export const sureness = (share: number): string => percent(share, share > 0.995 || share < 0.005 ? 1 : 0);

function Bars({ reading, pad, width }: { readonly reading: Reading; readonly pad: number; readonly width: number }) {
  const best = readClass(reading);
  const long = width - pad - NAMES - SHARES;
  const pitch = pad / Math.max(10, reading.scores.length);
  return (
    <g class="gb-scores" transform={`translate(${pad + NAMES},0)`}>
      {reading.scores.map((score, i) => {
        const wrong = i === best?.read && reading.label !== undefined && reading.label !== i;
        const share = Number.isFinite(score) ? Math.max(0, Math.min(1, score)) : 0;
        return (
          <g transform={`translate(0,${i * pitch})`} key={i}>
            <text x={-8} y={pitch / 2} dy="0.35em" text-anchor="end" class={i === best?.read ? 'gb-label' : undefined}>
              {i}
            </text>
            <rect x={0} y={2.5} width={long} height={pitch - 5} rx={2} fill="var(--gb-zero)" />
            <rect x={0} y={3} width={share * long} height={pitch - 5} rx={2} fill={wrong ? 'var(--gb-negative)' : 'var(--gb-activation)'} />
            <text x={long + 6} y={pitch / 2} dy="0.35em">
              {sureness(score)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface ReadingPictureProps {
  /** Unique on the page. */
  readonly id: string;
  readonly reading: Reading;
  readonly lang: Lang;
  readonly width: number;
  readonly act?: ((action: ViewAction) => void) | undefined;
}

/** The buttons under the pad. */
function Tools({
  reading: { drawing },
  lang,
  write,
  pad,
}: {
  readonly reading: Reading;
  readonly lang: Lang;
  readonly write: (drawing: Drawing) => void;
  readonly pad: number;
}) {
  const clear = (): void => write({ ...drawing, strokes: [] });
  const penned = (by: number): void => write({ ...drawing, pen: Math.max(1, Math.min(9, drawing.pen + by)) });
  return (
    <g transform={`translate(0,${pad + 24})`}>
      <PictureButton x={0} y={0} words={imageText.clear[lang]} onPress={clear} />
      <Nudge x={112} y={0} sign="−" label={imageText.thinner[lang]} onPress={() => penned(-1)} />
      <text x={146} dy="0.35em" text-anchor="middle">
        {`${imageText.pen[lang]} ${drawing.pen}`}
      </text>
      <Nudge x={180} y={0} sign="+" label={imageText.thicker[lang]} onPress={() => penned(1)} />
    </g>
  );
}

export function ReadingPicture({ id, reading, lang, width, act }: ReadingPictureProps) {
  const pad = padSize(width);
  const { drawing, image, label } = reading;
  const [rows, columns, channels] = [at(image.shape, 0), at(image.shape, 1), atOr(image.shape, 2, 1)];
  const best = readClass(reading);
  const write = (next: Drawing): void => act?.({ kind: 'set', values: { drawing: formatDrawing(next) } });
  const seen = (x: number, y: number, size: number) => (
    <Raster values={image.data} rows={rows} columns={columns} stride={channels} x={x} y={y} size={size} scale={1} colours="ink" />
  );
  return (
    <g class="gb-reading-digit">
      <rect x={0} y={0} width={pad} height={pad} rx={3} class="gb-pad" />
      {label !== undefined && seen(0, 0, pad)}
      {label !== undefined && act !== undefined && (
        <text x={pad / 2} y={pad - 8} text-anchor="middle">
          {imageText.writeHere[lang]}
        </text>
      )}
      <clipPath id={`${id}-pad`}>
        <rect x={0} y={0} width={pad} height={pad} rx={3} />
      </clipPath>
      {act === undefined ? (
        <Ink drawing={drawing} size={pad} clip={`${id}-pad`} />
      ) : (
        <Pad drawing={drawing} size={pad} lang={lang} clip={`${id}-pad`} onDrawn={write} />
      )}
      {act !== undefined && <Tools reading={reading} lang={lang} write={write} pad={pad} />}
      <Bars reading={reading} pad={pad} width={width} />
      {seen(0, pad + 52, SEEN)}
      <text x={SEEN + 12} y={pad + 70}>
        {imageText.seen[lang]}
      </text>
      <text x={SEEN + 12} y={pad + 112} class="gb-read-class">
        {best === undefined ? '—' : `${best.read}`}
      </text>
      <text x={SEEN + 52} y={pad + 110}>
        {best === undefined ? '' : sureness(best.sure)}
      </text>
    </g>
  );
}
