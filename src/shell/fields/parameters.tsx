/** The knobs, made from the declaration: the few that matter at once, the rest folded, presets above. */
import type { Parameter } from '../../demos/declaration';
import { shellText } from '../../i18n/shell';
import type { Lang } from '../../i18n/text';
import { textWidth } from '../../views/parts/words';
import type { Controller } from '../controller';
import { presetValues } from '../choices';
import { Field } from './fields';
import { KnobHelp } from './knob-help';
import { Restarts } from './restarts';

/** Kinds whose several inputs are named by a group label rather than by a label of one input. */
const GROUPS = new Set(['set', 'sizes', 'choices']);

/** Options wider than this, in units of 12 to a letter's height, want more room than a column of knobs has below a picture. */
const LONG = 100;

function isLong(parameter: Parameter, lang: Lang): boolean {
  return parameter.kind === 'choice' && Object.values(parameter.options).some((option) => textWidth(option[lang]) > LONG);
}

function Knob({
  name,
  parameter,
  controller,
  id,
  live,
}: {
  readonly name: string;
  readonly parameter: Parameter;
  readonly controller: Controller;
  readonly id: string;
  readonly live: boolean;
}) {
  const { lang, values } = controller;
  if (parameter.when !== undefined && !parameter.when(values)) return null;
  const fieldId = `${id}-${name}`;
  const group = GROUPS.has(parameter.kind);
  const words = (
    <>
      {parameter.label[lang]}
      {parameter.effect === 'restart' && <Restarts lang={lang} />}
    </>
  );
  return (
    <div class={`gb-knob gb-knob-${parameter.kind}${isLong(parameter, lang) ? ' gb-knob-long' : ''}`}>
      {group ? (
        <span class="gb-knob-label" id={`${fieldId}-label`}>
          {words}
        </span>
      ) : (
        <label class="gb-knob-label" for={fieldId}>
          {words}
        </label>
      )}
      {live && <KnobHelp parameter={parameter} id={`${fieldId}-help`} lang={lang} />}
      <Field
        id={fieldId}
        parameter={parameter}
        value={values[name] ?? parameter.value}
        values={values}
        lang={lang}
        onChange={(value) => controller.attempt(controller.set({ [name]: value }))}
      />
    </div>
  );
}

/** The presets as chips, above the picture that they change. */
export function Presets({ controller }: { readonly controller: Controller }) {
  const { lang, loaded } = controller;
  const { presets } = loaded.demo;
  if (presets === undefined) return null;
  return (
    <div class="gb-presets" role="group" aria-label={shellText.presets[lang]}>
      {Object.entries(presets).map(([name, preset]) => (
        <button
          type="button"
          class="gb-chip"
          onClick={() => controller.attempt(controller.set(presetValues(controller.loaded.demo, name)))}
          key={name}
        >
          {preset.title[lang]}
        </button>
      ))}
    </div>
  );
}

/** @param props.live false at build: what a knob does is asked where it can be turned, and a page holds no elements for it. */
export function ParameterForm({ controller, id, live }: { readonly controller: Controller; readonly id: string; readonly live: boolean }) {
  const { demo } = controller.loaded;
  const { lang } = controller;
  const entries = Object.entries(demo.parameters);
  const knobs = (prominent: boolean) =>
    entries
      .filter(([, parameter]) => (parameter.prominent === true) === prominent)
      .map(([name, parameter]) => <Knob name={name} parameter={parameter} controller={controller} id={id} live={live} key={name} />);
  const folded = knobs(false);
  return (
    <form
      class="gb-parameters"
      aria-label={`${shellText.settings[lang]} · ${demo.title[lang]} · ${id}`}
      onSubmit={(event) => event.preventDefault()}
    >
      {knobs(true)}
      {folded.length > 0 && (
        <details class="gb-more">
          <summary>{shellText.moreSettings[lang]}</summary>
          {folded}
        </details>
      )}
      <p class="gb-legend-note">{`↻ ${shellText.restarts[lang]}`}</p>
    </form>
  );
}
