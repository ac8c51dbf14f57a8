/** What happened to the run besides training, as a list: what was done to it and where it paused by itself; when, what, and a way back. */
import type { Demo, Values } from '../demos/declaration';
import { formatValue } from '../demos/resolve';
import type { Intervention } from '../engine/protocol';
import type { RunRecord, Stop } from '../engine/session-api';
import { breakpointText } from '../i18n/breakpoints';
import { inspectorText } from '../i18n/inspector';
import { shellText } from '../i18n/shell';
import { fill, type Lang } from '../i18n/text';
import { short } from '../views/parts/ramp';
import type { Controller } from './controller';

/** So many are listed; a weight that is dragged for long leaves more. */
const MOST_LISTED = 20;

const SEPARATORS: Readonly<Record<Lang, string>> = { zh: '，', en: ', ' };

export interface Change {
  readonly step: number;
  readonly what: string;
}

function wordsOf(demo: Demo, one: Intervention, lang: Lang): string[] {
  switch (one.kind) {
    case 'edit':
      return [`${one.variable}[${one.index}] = ${short(one.value)}`];
    case 'freeze':
      return [fill(inspectorText[one.on ? 'didFreeze' : 'didThaw'][lang], { layer: one.layer })];
    case 'unit':
      return [fill(inspectorText[one.on ? 'didSwitchOn' : 'didSwitchOff'][lang], { layer: one.layer, unit: one.unit + 1 })];
    case 'reinitialise':
      return [fill(inspectorText.didReinitialise[lang], { layer: one.layer })];
    case 'set':
      return setWords(demo, one.values, lang);
  }
}

function setWords(demo: Demo, values: Values, lang: Lang): string[] {
  return Object.entries(values).map(([name, value]) => {
    const parameter = demo.parameters[name];
    const said = parameter?.kind === 'choice' ? (parameter.options[String(value)]?.[lang] ?? formatValue(value)) : formatValue(value);
    return `${parameter?.label[lang] ?? name} = ${said}`;
  });
}

/** Interventions by step, in words. */
export function changesOf(demo: Demo, interventions: readonly Intervention[], lang: Lang): Change[] {
  const steps = [...new Set(interventions.map(({ step }) => step))];
  return steps.map((step) => {
    const here = interventions.filter((one) => one.step === step);
    return { step, what: here.flatMap((one) => wordsOf(demo, one, lang)).join(SEPARATORS[lang]) };
  });
}

function wordsOfStop({ reason }: Stop, lang: Lang): string {
  if (reason.kind === 'non-finite') return fill(breakpointText.markBroke[lang], { tensor: reason.finding.tensor });
  return fill(breakpointText.markStop[lang], { condition: reason.hits.map(({ condition }) => condition).join(SEPARATORS[lang]) });
}

/** A mark on the timeline: `change` where something was done, `stop` where the run paused by itself. */
export interface TimelineMark extends Change {
  readonly kind: 'change' | 'stop';
}

/** All that is marked on a run's timeline, by step. */
export function marksOf(demo: Demo, record: Pick<RunRecord, 'interventions' | 'stops'>, lang: Lang): TimelineMark[] {
  const changes = changesOf(demo, record.interventions, lang).map((change) => ({ ...change, kind: 'change' as const }));
  const stops = record.stops.map((stop) => ({ step: stop.step, what: wordsOfStop(stop, lang), kind: 'stop' as const }));
  return [...changes, ...stops].sort((a, b) => a.step - b.step);
}

/** Takes back what was last done to the weights, and says what that is. Nothing where there is nothing to take back. */
export function Undo({ controller }: { readonly controller: Controller }) {
  const { lang, loaded, session } = controller;
  const done = session?.undoable;
  if (session === undefined || done === undefined) return null;
  // A weight that was dragged is one change, told by where it came to rest.
  const [last] = changesOf(loaded.demo, done[0]?.kind === 'edit' ? done.slice(-1) : done, lang);
  return (
    <button type="button" class="gb-chip gb-undo" onClick={() => controller.attempt(session.undo())}>
      {fill(inspectorText.undo[lang], { what: last?.what ?? '' })}
    </button>
  );
}

export function Changes({ controller }: { readonly controller: Controller }) {
  const { lang, loaded, session } = controller;
  const marks = session === undefined ? [] : marksOf(loaded.demo, session.record, lang);
  if (marks.length === 0) return null;
  return (
    <details class="gb-changes">
      <summary>{fill(shellText.changesCount[lang], { count: marks.length })}</summary>
      <Undo controller={controller} />
      <ol>
        {marks.slice(-MOST_LISTED).map(({ step, what, kind }) => (
          <li key={`${kind}${step}`}>
            <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.seek(step))}>
              {fill(shellText.stepNow[lang], { step })}
            </button>{' '}
            {what}
          </li>
        ))}
      </ol>
    </details>
  );
}
