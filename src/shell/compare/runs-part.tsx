/** The runs kept: what differs in them and what came of them; renamed, drawn or not, restored, taken away as CSV. */
import { useState } from 'preact/hooks';
import { compareText } from '../../i18n/compare';
import { shellText } from '../../i18n/shell';
import { fill } from '../../i18n/text';
import type { Controller } from '../controller';
import { copyText, download } from '../page';
import { Typed } from '../fields/typed';
import type { KeptRun } from './kept-run';
import { metricColumns, metricWords } from './metric-words';
import { runsCsv, sorted, type Order } from './run-table';
import { settingWords } from './settings';

function restore(controller: Controller, { state }: KeptRun): void {
  controller.open({ ...controller.linkState, fork: undefined, ...state }, []);
}

function SettingsCell({ run, controller }: { readonly run: KeptRun; readonly controller: Controller }) {
  const { lang, loaded } = controller;
  const { values, interventions, own } = run.state;
  const words = settingWords(loaded.demo, values, lang);
  const more = [
    ...(own === undefined ? [] : [compareText.runOwnData[lang]]),
    ...(interventions.length === 0 ? [] : [fill(compareText.runChanges[lang], { count: interventions.length })]),
  ];
  return <td class="gb-words-cell">{[words === '' ? compareText.runDefaults[lang] : words, ...more].join(lang === 'zh' ? '；' : '; ')}</td>;
}

function Row({ run, controller, id }: { readonly run: KeptRun; readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, comparison } = controller;
  const { slot, name, shown, steps, state, metrics } = run;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          checked={shown}
          aria-label={fill(compareText.runShow[lang], { name })}
          onChange={(event) => comparison.alter(slot, { shown: event.currentTarget.checked })}
        />
      </td>
      <th scope="row">
        <Typed
          type="words"
          value={name}
          label={fill(compareText.runRename[lang], { name })}
          name={`${id}-${slot}`}
          take={(text) => {
            if (text.trim() !== '') comparison.alter(slot, { name: text });
            return undefined;
          }}
        />
      </th>
      <td class="gb-run-actions">
        <button
          type="button"
          class="gb-small"
          aria-label={fill(compareText.runRestoreIt[lang], { name })}
          onClick={() => restore(controller, run)}
        >
          {compareText.runRestore[lang]}
        </button>
        <button
          type="button"
          class="gb-small"
          aria-label={fill(compareText.runRemove[lang], { name })}
          onClick={() => comparison.remove(slot)}
        >
          ×
        </button>
      </td>
      <SettingsCell run={run} controller={controller} />
      <td>{state.seed}</td>
      <td>{steps}</td>
      {metricColumns(loaded.demo).map(([metric, spec]) => (
        <td key={metric}>{metricWords(spec, metrics[metric])}</td>
      ))}
    </tr>
  );
}

function RunTable({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, comparison } = controller;
  const [order, setOrder] = useState<Order>({ column: '', descending: false });
  const head = (column: string, words: string) => (
    <th scope="col" aria-sort={order.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'} key={column}>
      <button
        type="button"
        class="gb-sort"
        title={fill(compareText.sortBy[lang], { column: words })}
        onClick={() => setOrder({ column, descending: order.column === column && !order.descending })}
      >
        {words}
        <span aria-hidden="true">{order.column !== column ? '' : order.descending ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
  const runs = order.column === '' ? comparison.kept : sorted(comparison.kept, order);
  return (
    <div class="gb-table gb-run-table" tabIndex={0} role="region" aria-label={compareText.runsTitle[lang]}>
      <table>
        <thead>
          <tr>
            <th scope="col">{compareText.runShown[lang]}</th>
            {head('name', compareText.runName[lang])}
            <td />
            <th scope="col">{compareText.runSettings[lang]}</th>
            {head('seed', compareText.seed[lang])}
            {head('steps', compareText.runSteps[lang])}
            {metricColumns(loaded.demo).map(([name, { label }]) => head(name, label[lang]))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row run={run} controller={controller} id={id} key={run.slot} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function RunsPart({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, comparison } = controller;
  const [copied, setCopied] = useState(false);
  const csv = (): string => runsCsv(loaded.demo, comparison.kept);
  return (
    <div class="gb-compare-part" role="group" aria-labelledby={`${id}-runs-title`}>
      <p class="gb-compare-title" id={`${id}-runs-title`}>
        {compareText.runsTitle[lang]}
      </p>
      {comparison.kept.length === 0 ? (
        <p class="gb-hint">{`${compareText.runsNone[lang]}${lang === 'zh' ? '' : ' '}${compareText.keepHint[lang]}`}</p>
      ) : (
        <RunTable controller={controller} id={`${id}-run`} />
      )}
      <p class="gb-row">
        <button type="button" class="gb-chip" disabled={!comparison.mayKeep} onClick={() => comparison.keep()}>
          {compareText.keep[lang]}
        </button>
        {comparison.kept.length > 0 && (
          <>
            <button type="button" class="gb-chip" onClick={() => void copyText(csv()).then(setCopied)}>
              {copied ? shellText.copied[lang] : compareText.copyCsv[lang]}
            </button>
            <button type="button" class="gb-chip" onClick={() => download(`${loaded.id}-runs.csv`, csv(), 'text/csv')}>
              {compareText.saveCsv[lang]}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
