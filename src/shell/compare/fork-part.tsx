/** Starting a fork, and what has become of it in numbers. */
import { useState } from 'preact/hooks';
import { sameValue } from '../../demos/resolve';
import type { Value } from '../../demos/declaration';
import { compareText } from '../../i18n/compare';
import { fill } from '../../i18n/text';
import type { Controller } from '../controller';
import { Field } from '../fields/fields';
import { metricColumns, metricWords } from './metric-words';
import { forkable } from './settings';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

function ForkForm({ controller, id }: PartProps) {
  const { lang, loaded, values, comparison, cursor } = controller;
  const knobs = forkable(loaded.demo, values);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [value, setValue] = useState<Value | undefined>(undefined);
  // What can be turned as the run goes is what one most often wants to know about.
  const [name, parameter] = knobs.find(([one]) => one === chosen) ?? knobs.find(([, { effect }]) => effect === 'live') ?? knobs[0] ?? [];
  if (name === undefined || parameter === undefined) return null;
  const now = values[name] ?? parameter.value;
  const wanted = value ?? now;
  const live = parameter.effect === 'live';
  return (
    <div class="gb-fork-form">
      <label for={`${id}-knob`}>{compareText.forkKnob[lang]}</label>
      <select
        id={`${id}-knob`}
        value={name}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          setValue(undefined);
        }}
      >
        {knobs.map(([one, { label }]) => (
          <option value={one} selected={one === name} key={one}>
            {label[lang]}
          </option>
        ))}
      </select>
      <div class="gb-knob" role="group" aria-label={parameter.label[lang]} key={name}>
        <label class="gb-visually-hidden" for={`${id}-value`} id={`${id}-value-label`}>
          {`${compareText.fork[lang]} · ${parameter.label[lang]}`}
        </label>
        <Field
          id={`${id}-value`}
          parameter={{
            ...parameter,
            label: { zh: `${compareText.fork.zh} · ${parameter.label.zh}`, en: `${compareText.fork.en} · ${parameter.label.en}` },
          }}
          value={wanted}
          values={{ ...values, [name]: wanted }}
          lang={lang}
          onChange={setValue}
        />
      </div>
      <button
        type="button"
        class="gb-chip"
        disabled={sameValue(wanted, now)}
        onClick={() => controller.attempt(comparison.startFork(name, wanted))}
      >
        {live ? fill(compareText.forkFrom[lang], { step: cursor }) : compareText.forkFromStart[lang]}
      </button>
      {sameValue(wanted, now) && <p class="gb-hint">{compareText.forkSame[lang]}</p>}
    </div>
  );
}

function ForkNumbers({ controller }: { readonly controller: Controller }) {
  const { lang, loaded, comparison, cursor } = controller;
  const pair = comparison.forked;
  if (pair === undefined) return null;
  const [main, fork] = [pair.main, pair.fork].map(({ record }) => record.metricsAt(Math.min(cursor, record.latest)));
  return (
    <div class="gb-table" tabIndex={0} role="region" aria-label={compareText.forkTitle[lang]}>
      <table>
        <thead>
          <tr>
            {(['metric', 'thisRun', 'fork', 'difference'] as const).map((head) => (
              <th scope="col" key={head}>
                {compareText[head][lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metricColumns(loaded.demo).map(([name, metric]) => {
            const [a, b] = [main?.[name], fork?.[name]];
            return (
              <tr key={name}>
                <th scope="row">{metric.label[lang]}</th>
                <td>{metricWords(metric, a)}</td>
                <td>{metricWords(metric, b)}</td>
                <td>{a === undefined || b === undefined ? '–' : metricWords(metric, b - a)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function ForkPart({ controller, id }: PartProps) {
  const { lang, comparison } = controller;
  const forked = comparison.forked !== undefined;
  return (
    <div class="gb-compare-part" role="group" aria-labelledby={`${id}-fork-title`}>
      <p class="gb-compare-title" id={`${id}-fork-title`}>
        {compareText.forkTitle[lang]}
      </p>
      <p class="gb-hint">{compareText[forked ? 'partHint' : 'forkIntroduction'][lang]}</p>
      {forked ? <ForkNumbers controller={controller} /> : <ForkForm controller={controller} id={`${id}-fork`} />}
    </div>
  );
}
