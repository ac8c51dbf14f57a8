/** One part of a network as a row: its name, and its numbers with bars for their share of the whole. */
import { architectureText as words } from './words';
import type { Lang } from '../../i18n/text';
import { cut, textWidth } from '../../views/parts/words';
import type { Columns } from './columns';
import type { Published } from './published';
import type { Row } from './rows';
import { compact, layerText, memory, shapeText } from './in-words';

interface PartRowProps {
  readonly row: Row;
  readonly network: Published;
  readonly columns: Columns;
  readonly y: number;
  readonly chosen: boolean;
  readonly lang: Lang;
  readonly onPress: (() => void) | undefined;
}

/** As many of a layer's options as there is room for, each whole: the chosen row's words say them all. */
function fitting(about: string, room: number): string {
  const options = about.split(/(?<=[,，])/);
  while (options.length > 0 && textWidth(options.join('').replace(/[,，]$/, '')) > room) options.pop();
  return options.join('').replace(/[,，]$/, '');
}

export function PartRow({ row, network, columns, y, chosen, lang, onPress }: PartRowProps) {
  const { part, level, open } = row;
  const { ends, dot, name, nameEnd } = columns;
  const middle = y + columns.row / 2;
  const start = name + level * columns.indent;
  const label = part === undefined ? words.input[lang] : part.name;
  // On a phone there is no room for it; the chosen row's words say it.
  const about = part?.node === undefined || ends.field === undefined ? '' : layerText(part.node, lang);
  const title = `${open === undefined ? '' : open ? '▾ ' : '▸ '}${label}`;
  const shape = shapeText(part?.shape ?? network.input);
  const room = nameEnd - start - textWidth(title) - 8;
  const told = fitting(about, room);
  const number = (end: number, text: string) => (
    <text x={end} y={middle + 4} text-anchor="end">
      {text}
    </text>
  );
  const bar = (end: number, share: number, kind: string) =>
    share > 0 && <rect x={end - 54 * share} y={middle + 8} width={54 * share} height={3} class={kind} />;
  const share = (value: number, all: number): number => (all > 0 ? value / all : 0);
  return (
    <g class={`gb-part${open === undefined ? '' : ' gb-part-folds'}${chosen ? ' gb-part-chosen' : ''}`}>
      {chosen && <rect x={dot + 6} y={y + 1} width={columns.bar.x - dot - 10} height={columns.row - 2} rx={4} class="gb-part-frame" />}
      {open === true ? (
        <line x1={dot - 3} x2={dot + 3} y1={middle} y2={middle} class="gb-axis" />
      ) : (
        <circle cx={dot} cy={middle} r={open === undefined ? 3 : 5} class="gb-part-dot" />
      )}
      <text x={start} y={middle + (ends.shape === undefined ? -4 : 4)} class="gb-label">
        {cut(title, nameEnd - start)}
      </text>
      {told !== '' && about !== label && (
        <text x={start + textWidth(title) + 8} y={middle + 4}>
          {told}
        </text>
      )}
      {ends.shape === undefined ? (
        <text x={start} y={middle + 12}>
          {shape}
        </text>
      ) : (
        number(ends.shape, shape)
      )}
      {part !== undefined && open !== true && (
        <>
          {part.parameters > 0 && number(ends.parameters, compact(part.parameters, lang))}
          {bar(ends.parameters, share(part.parameters, network.parameters), 'gb-part-weight')}
          {part.multiplyAdds > 0 && number(ends.multiplyAdds, compact(part.multiplyAdds, lang))}
          {bar(ends.multiplyAdds, share(part.multiplyAdds, network.multiplyAdds), 'gb-part-work')}
          {ends.memory !== undefined && number(ends.memory, memory(part.activationBytes))}
          {ends.field !== undefined && number(ends.field, String(part.field))}
        </>
      )}
      {onPress !== undefined && (
        <rect
          x={0}
          y={y}
          width={columns.bar.x - 2}
          height={columns.row}
          fill="transparent"
          class="gb-part-touch"
          onClick={onPress}
          data-part={row.id}
        />
      )}
    </g>
  );
}
