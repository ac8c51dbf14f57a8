/** The rows of a network: opened and closed, walked through and scrolled, by mouse, finger and keyboard. */
import { useState } from 'preact/hooks';
import { architectureText as words } from './words';
import { fill, type Lang } from '../../i18n/text';
import { Nudge } from '../../views/parts/nudge';
import { linesOf } from '../../views/parts/words';
import { columnsOf } from './columns';
import { Gutter } from './gutter';
import { PartRow } from './part-row';
import type { Published } from './published';
import { INPUT, levelsOf, openedTo, rowsOf, wiringOf, type Row } from './rows';
import { ScrollBar } from './scroll-bar';
import { compact, exact, layerText, memory, shapeText } from './in-words';

interface ExplorerProps {
  readonly network: Published;
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
  readonly id: string;
  readonly touchable: boolean;
}

/** How wide the two buttons for whole levels are, with what they change between them. */
const LEVELS = 188;

/** A row in words, in parts that may be broken into lines. */
function saying({ part, id }: Row, { input }: Published, lang: Lang): string[] {
  if (part === undefined) return [words.input[lang], fill(words.shapeNow[lang], { shape: shapeText(input) })];
  const what = part.node === undefined ? fill(words.layersInside[lang], { count: part.members.length }) : layerText(part.node, lang);
  return [
    `${id}${lang === 'zh' ? '：' : ': '}${what}`,
    fill(words.shapeNow[lang], { shape: shapeText(part.shape) }),
    ...(part.parameters > 0 ? [fill(words.parametersNow[lang], { parameters: exact(part.parameters) })] : []),
    ...(part.multiplyAdds > 0 ? [fill(words.multiplyAddsNow[lang], { multiplyAdds: exact(part.multiplyAdds) })] : []),
    fill(words.memoryNow[lang], { memory: memory(part.activationBytes) }),
    fill(words.fieldNow[lang], { field: part.field }),
  ];
}

export function Explorer({ network, lang, width, height, id, touchable }: ExplorerProps) {
  const columns = columnsOf(width, height);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState(INPUT);
  const [scrolled, setScrolled] = useState(0);
  const [level, setLevel] = useState(0);
  const rows = rowsOf(network, open);
  const wiring = wiringOf(network, rows);
  const count = Math.max(1, Math.floor((columns.bottom - columns.top) / columns.row));
  const inside = (first: number): number => Math.max(0, Math.min(rows.length - count, first));
  const first = inside(scrolled);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === chosen),
  );
  const row = rows[at] ?? rows[0];

  /** Chooses a row and scrolls as far as it takes to see it. */
  const choose = (index: number, among: readonly Row[] = rows): void => {
    const to = Math.max(0, Math.min(among.length - 1, index));
    setChosen(among[to]?.id ?? INPUT);
    setScrolled(Math.max(Math.min(first, to), to - count + 1));
  };
  const toggle = ({ id: part, open: isOpen }: Row): void => {
    if (isOpen === undefined) return;
    const next = new Set(open);
    if (isOpen) next.delete(part);
    else next.add(part);
    setOpen(next);
  };
  const press = (pressed: Row): void => {
    setChosen(pressed.id);
    toggle(pressed);
  };
  const zoom = (by: number): void => {
    const to = Math.max(0, Math.min(levelsOf(network), level + by));
    setLevel(to);
    const opened = openedTo(network, to);
    setOpen(opened);
    // The chosen row may have been folded away: what holds it is chosen then.
    const shown = rowsOf(network, opened);
    const holder = shown.findLastIndex((one) => chosen === one.id || chosen.startsWith(`${one.id}/`));
    choose(holder, shown);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
    PageDown: () => choose(at + count),
    PageUp: () => choose(at - count),
    Home: () => choose(0),
    End: () => choose(rows.length - 1),
    ArrowRight: () => (row?.open === false ? toggle(row) : choose(row?.open === true ? at + 1 : at)),
    ArrowLeft: () => {
      if (row?.open === true) toggle(row);
      else if (row?.parent !== undefined) choose(rows.findIndex((one) => one.id === row.parent));
    },
    Enter: () => row !== undefined && toggle(row),
    ' ': () => row !== undefined && toggle(row),
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
  };
  const touch = touchable
    ? {
        tabindex: 0,
        role: 'application' as const,
        'aria-label': `${network.architecture.label}: ${words.keys[lang]}`,
        onKeyDown: (event: KeyboardEvent) => {
          const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
          if (act === undefined) return;
          act();
          event.preventDefault();
          event.stopPropagation();
        },
        onWheel: (event: WheelEvent) => {
          const to = inside(first + Math.sign(event.deltaY) * Math.max(1, Math.round(Math.abs(event.deltaY) / 40)));
          // At an end the page scrolls on.
          if (to === first || event.ctrlKey) return;
          setScrolled(to);
          event.preventDefault();
        },
      }
    : {};
  const { ends } = columns;
  const { label, year } = network.architecture;
  const totals = linesOf(
    [
      fill(words.totals[lang], { label: `${label}${label.includes('(') ? '' : ` (${year})`}`, parameters: exact(network.parameters) }),
      fill(words.totalWork[lang], { multiplyAdds: compact(network.multiplyAdds, lang) }),
      fill(words.totalMemory[lang], { memory: memory(network.activationBytes) }),
    ],
    width,
  );
  const said = row === undefined ? [] : linesOf(saying(row, network, lang), width);
  const head = (end: number | undefined, text: string) =>
    end !== undefined && (
      <text x={end} y={columns.top - 8} text-anchor="end">
        {text}
      </text>
    );
  return (
    <g class="gb-architecture">
      {totals.map((line, i) => (
        <text x={0} y={13 + 17 * i} class="gb-label" key={i}>
          {line}
        </text>
      ))}
      {ends.shape === undefined ? (
        <text x={columns.name} y={columns.top - 8}>
          {`${words.name[lang]} · ${words.shape[lang]}`}
        </text>
      ) : (
        head(ends.shape, words.shape[lang])
      )}
      {head(ends.parameters, words.parameters[lang])}
      {head(ends.multiplyAdds, words.multiplyAdds[lang])}
      {head(ends.memory, words.memory[lang])}
      {head(ends.field, words.field[lang])}
      <clipPath id={`${id}-rows`}>
        <rect x={0} y={columns.top} width={width} height={count * columns.row} />
      </clipPath>
      <g class="gb-touch" {...touch}>
        <rect x={0} y={columns.top} width={columns.bar.x - 4} height={count * columns.row} fill="transparent" />
        <g clip-path={`url(#${id}-rows)`}>
          <Gutter wiring={wiring} columns={columns} first={first} count={count} />
        </g>
        {rows.slice(first, first + count).map((one, i) => (
          <PartRow
            row={one}
            network={network}
            columns={columns}
            y={columns.top + i * columns.row}
            chosen={touchable && one.id === row?.id}
            lang={lang}
            onPress={touchable ? () => press(one) : undefined}
            key={one.id}
          />
        ))}
        <ScrollBar
          columns={columns}
          first={first}
          count={count}
          all={rows.length}
          label={words.scroll[lang]}
          onScroll={touchable ? (to) => setScrolled(inside(to)) : undefined}
        />
      </g>
      {touchable && (
        <g aria-live="polite">
          {said.map((line, i) => (
            <text x={0} y={columns.bottom + 20 + 17 * i} key={i}>
              {line}
            </text>
          ))}
        </g>
      )}
      {touchable && (
        <>
          <Nudge x={23} y={columns.levels} sign="−" label={words.less[lang]} onPress={() => zoom(-1)} />
          <text x={LEVELS / 2} y={columns.levels + 4} text-anchor="middle">
            {fill(words.levels[lang], { level })}
          </text>
          <Nudge x={LEVELS - 23} y={columns.levels} sign="+" label={words.more[lang]} onPress={() => zoom(1)} />
        </>
      )}
    </g>
  );
}
