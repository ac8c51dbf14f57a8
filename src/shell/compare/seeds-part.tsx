/** Training from several seeds: how many, how long, how far it is, and what came of each. */
import { useState } from 'preact/hooks';
import { demoText } from '../../i18n/demos';
import { compareText } from '../../i18n/compare';
import { fill } from '../../i18n/text';
import type { Controller } from '../controller';
import { Typed } from '../fields/typed';
import { median } from '../../base/median';
import { metricColumns, metricWords } from './metric-words';
import { MOST_SEED_STEPS, SEED_COUNTS } from './seed-counts';
import type { SeedSweep } from './seed-sweep';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

function SeedsForm({ controller, id }: PartProps) {
  const { lang, loaded, comparison, latest } = controller;
  const offered = comparison.seeds ?? { count: 5, steps: Math.min(MOST_SEED_STEPS, Math.max(latest, loaded.demo.steps)) };
  const [count, setCount] = useState(offered.count);
  const [steps, setSteps] = useState(offered.steps);
  return (
    <div class="gb-row">
      <label for={`${id}-count`}>{compareText.seedsCount[lang]}</label>
      <select id={`${id}-count`} value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
        {SEED_COUNTS.map((one) => (
          <option value={one} selected={one === count} key={one}>
            {one}
          </option>
        ))}
      </select>
      <label for={`${id}-steps`}>{compareText.seedsSteps[lang]}</label>
      <Typed
        id={`${id}-steps`}
        type="number"
        min={1}
        max={MOST_SEED_STEPS}
        value={String(steps)}
        name={`${id}-steps`}
        take={(text) => {
          const wanted = text.trim() === '' ? NaN : Number(text);
          if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_SEED_STEPS)
            return fill(demoText.notASize[lang], { text, min: 1, max: MOST_SEED_STEPS });
          setSteps(wanted);
          return undefined;
        }}
      />
      <button type="button" class="gb-chip" onClick={() => controller.attempt(comparison.trainSeeds(count, steps))}>
        {fill(compareText.seedsRun[lang], { count })}
      </button>
    </div>
  );
}

function SeedsProgress({ sweep, controller }: { readonly sweep: SeedSweep; readonly controller: Controller }) {
  const { lang } = controller;
  const words = fill(compareText.seedsRunning[lang], {
    seeds: sweep.under.join(lang === 'zh' ? '、' : ', '),
    done: sweep.done,
    count: sweep.seeds.length,
  });
  return (
    <p class="gb-row" role="status">
      <span>{words}</span>
      <progress value={sweep.fraction} max={1} aria-label={words} />
      {!sweep.visible && <span class="gb-hint">{compareText.seedsWaiting[lang]}</span>}
      <button type="button" class="gb-chip" onClick={() => sweep.cancel()}>
        {compareText.seedsCancel[lang]}
      </button>
    </p>
  );
}

function SeedsTable({ sweep, controller }: { readonly sweep: SeedSweep; readonly controller: Controller }) {
  const { lang, loaded } = controller;
  const columns = metricColumns(loaded.demo);
  const over = (of: (values: readonly number[]) => number) =>
    columns.map(([name, metric]) => {
      const values = sweep.runs.map(({ metrics }) => metrics[name] ?? NaN).filter(Number.isFinite);
      return metricWords(metric, values.length === 0 ? undefined : of(values));
    });
  const summaries = [
    ['median', over(median)],
    ['least', over((values) => Math.min(...values))],
    ['most', over((values) => Math.max(...values))],
  ] as const;
  return (
    <div class="gb-table" tabIndex={0} role="region" aria-label={compareText.seedsTable[lang]}>
      <table>
        <thead>
          <tr>
            <th scope="col">{compareText.seed[lang]}</th>
            <th scope="col">{compareText.runSteps[lang]}</th>
            {columns.map(([name, { label }]) => (
              <th scope="col" key={name}>
                {label[lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sweep.runs.map(({ seed, steps, metrics }) => (
            <tr key={seed}>
              <th scope="row">{seed}</th>
              <td>{steps}</td>
              {columns.map(([name, metric]) => (
                <td key={name}>{metricWords(metric, metrics[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {summaries.map(([name, cells]) => (
            <tr key={name}>
              <th scope="row">{compareText[name][lang]}</th>
              <td />
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

export function SeedsPart({ controller, id }: PartProps) {
  const { lang, comparison } = controller;
  const { sweep } = comparison;
  const broken = sweep?.runs.filter(({ broke }) => broke).length ?? 0;
  return (
    <div class="gb-compare-part" role="group" aria-labelledby={`${id}-seeds-title`}>
      <p class="gb-compare-title" id={`${id}-seeds-title`}>
        {compareText.seedsTitle[lang]}
      </p>
      <p class="gb-hint">{compareText.seedsIntroduction[lang]}</p>
      {sweep?.running === true ? (
        <SeedsProgress sweep={sweep} controller={controller} />
      ) : (
        <SeedsForm controller={controller} id={`${id}-seeds`} />
      )}
      {sweep?.failures.map(({ seed, cause }) => (
        <p class="gb-problem" role="alert" key={seed}>
          {fill(compareText.seedsFailed[lang], { seed, cause: cause[lang] })}
        </p>
      ))}
      {broken > 0 && <p class="gb-hint">{fill(compareText.seedsBroke[lang], { count: broken })}</p>}
      {sweep !== undefined && sweep.runs.length > 0 && (
        <>
          <SeedsTable sweep={sweep} controller={controller} />
          {!sweep.running && (
            <p>
              <button type="button" class="gb-chip" onClick={() => comparison.removeSeeds()}>
                {compareText.seedsRemove[lang]}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
