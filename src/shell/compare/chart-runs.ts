/** The other runs in the curves: ghosts under the run's own, a fork and the middle of several seeds beside them. */
import type { Demo } from '../../demos/declaration';
import type { RunRecord } from '../../engine/session-api';
import { compareText } from '../../i18n/compare';
import { fill, type Lang } from '../../i18n/text';
import { viewText } from '../../i18n/views';
import type { Series } from '../../views/parts/paths';
import type { RunKey } from '../../views/parts/run-legend';
import type { Controller } from '../controller';
import { recordedOf, seriesOf, type Recorded } from '../pictures/source';

type Chart = 'loss' | 'accuracy' | 'other';

/** The run before this one. */
const BEFORE = '5 4';
const FORK = '10 3';
const SEEDS = '1 3';
/** Dashes of kept runs, by slot: told apart by length and by rhythm. */
const KEPT = ['2 3', '8 3 2 3', '14 4', '5 2 5 6', '2 2 2 7', '12 3 2 3 2 3', '4 8', '18 3 4 3', '1 5', '8 8', '3 2 9 2', '20 6'];

export interface OtherRuns {
  readonly ghosts: readonly Series[];
  readonly others: readonly Series[];
  readonly runs: readonly RunKey[];
  /** The last step of any of them. */
  readonly last: number;
}

/** The run before this one, unless it is among those that are kept. */
function ghostOf({ session, comparison }: Controller): RunRecord | undefined {
  const ghost = session?.ghost;
  const same = (curves: Recorded): boolean => curves.loss[curves.loss.length - 1] === ghost?.loss[ghost.latest - 1];
  return comparison.kept.some(({ steps, curves }) => steps === ghost?.latest && same(curves)) ? undefined : ghost;
}

function bandsOf(demo: Demo, chart: Chart, { comparison, lang }: Controller): Series[] {
  const { sweep } = comparison;
  if (sweep === undefined || sweep.runs.length === 0) return [];
  const own = seriesOf(demo, chart, { lossAt: [], loss: [], evaluatedAt: [], evaluated: {} }, lang);
  const names = Object.entries(demo.metrics).filter(([, metric]) => metric.chart === chart);
  return names.flatMap(([name, metric], i) => {
    const band = sweep.band(name);
    // The loss of single batches flutters: its band would hide the ones that matter.
    if (band === undefined || own[i]?.faint === true) return [];
    const words = fill(compareText.seedsBand[lang], { count: sweep.runs.length });
    return { name: `${metric.label[lang]} · ${words}`, colour: own[i]?.colour ?? '', x: band.x, y: band.median, band, dash: SEEDS };
  });
}

function keysOf(controller: Controller, lang: Lang): RunKey[] {
  const { comparison } = controller;
  const keys: RunKey[] = [
    ...(ghostOf(controller) === undefined ? [] : [{ name: viewText.ghost[lang], dash: BEFORE, faint: true }]),
    ...(comparison.forked === undefined ? [] : [{ name: compareText.fork[lang], dash: FORK }]),
    ...comparison.kept.filter(({ shown }) => shown).map(({ name, slot }) => ({ name, dash: KEPT[slot] ?? BEFORE, faint: true })),
  ];
  const { sweep } = comparison;
  if (sweep !== undefined && sweep.runs.length > 0)
    keys.push({ name: fill(compareText.seedsBand[lang], { count: sweep.runs.length }), dash: SEEDS, band: true });
  return keys.length === 0 ? [] : [{ name: compareText.thisRun[lang] }, ...keys];
}

/** What one chart shows besides the run itself. */
export function otherRuns(controller: Controller, chart: Chart): OtherRuns {
  const { loaded, lang, comparison } = controller;
  const { demo } = loaded;
  const ghost = ghostOf(controller);
  const kept = comparison.kept.filter(({ shown }) => shown);
  const fork = comparison.forked?.fork;
  const before = ghost === undefined ? [] : seriesOf(demo, chart, recordedOf(ghost), lang, true);
  const ghosts = kept.flatMap(({ curves, slot }) =>
    seriesOf(demo, chart, curves, lang, true).map((one) => ({ ...one, dash: KEPT[slot] ?? BEFORE })),
  );
  const forks = fork === undefined ? [] : seriesOf(demo, chart, recordedOf(fork.record), lang);
  return {
    ghosts: [...before, ...ghosts],
    others: [
      ...bandsOf(demo, chart, controller),
      ...forks.map((one) => ({ ...one, name: `${one.name} · ${compareText.fork[lang]}`, dash: FORK })),
    ],
    runs: keysOf(controller, lang),
    last: Math.max(
      ghost?.latest ?? 0,
      fork?.last ?? 0,
      ...kept.map(({ steps }) => steps),
      ...(comparison.sweep?.runs ?? []).map(({ steps }) => steps),
    ),
  };
}
