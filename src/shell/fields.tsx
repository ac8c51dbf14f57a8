/** One knob for one kind of parameter. A field shows a value and says when the reader has changed it. */
import { useState } from 'preact/hooks';
import { parseValue } from '../demos/resolve';
import type {
  ChoiceParameter,
  ChoicesParameter,
  Parameter,
  RangeParameter,
  SetParameter,
  SizesParameter,
  ToggleParameter,
  Value,
  Values,
} from '../demos/spec';
import { fill, type Lang } from '../i18n/text';
import { shellText } from '../i18n/shell';
import { short } from '../views/parts/ramp';

export interface FieldProps<P extends Parameter = Parameter> {
  readonly id: string;
  readonly parameter: P;
  readonly value: Value;
  readonly values: Values;
  readonly lang: Lang;
  readonly onChange: (value: Value) => void;
}

const SLIDER_STEPS = 200;

/** Where a value stands on the slider, 0 to SLIDER_STEPS, and back; logarithmic where the quantity is. */
function sliderOf(parameter: RangeParameter): { readonly at: (value: number) => number; readonly value: (at: number) => number } {
  const { min, max, scale } = parameter;
  if (scale === 'log' && min > 0) {
    const span = Math.log(max / min);
    return {
      at: (value) => Math.round((SLIDER_STEPS * Math.log(value / min)) / span),
      value: (at) => Number((min * Math.exp((span * at) / SLIDER_STEPS)).toPrecision(2)),
    };
  }
  return {
    at: (value) => Math.round((SLIDER_STEPS * (value - min)) / (max - min)),
    value: (at) => Number((min + ((max - min) * at) / SLIDER_STEPS).toPrecision(6)),
  };
}

function RangeField({ id, parameter, value, lang, onChange }: FieldProps<RangeParameter>) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const slider = sliderOf(parameter);
  const number = Number(value);
  const take = (text: string): void => {
    const parsed = parseValue(parameter, text);
    setProblem('problem' in parsed ? parsed.problem[lang] : undefined);
    if ('value' in parsed) onChange(parsed.value);
  };
  const clamp = (raw: number): string => String(Math.min(parameter.max, Math.max(parameter.min, raw)));
  return (
    <>
      <span class="gb-range">
        <input
          type="range"
          id={id}
          min={0}
          max={SLIDER_STEPS}
          value={slider.at(number)}
          aria-valuetext={`${short(number)}${parameter.unit === undefined ? '' : ` ${parameter.unit[lang]}`}`}
          onInput={(event) => take(clamp(slider.value(Number(event.currentTarget.value))))}
        />
        <input
          type="text"
          inputMode="decimal"
          class="gb-number"
          aria-label={parameter.label[lang]}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          value={String(number)}
          onChange={(event) => take(event.currentTarget.value)}
        />
        {parameter.unit !== undefined && <span class="gb-unit-name">{parameter.unit[lang]}</span>}
      </span>
      {problem !== undefined && (
        <span class="gb-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

function ChoiceField({ id, parameter, value, lang, onChange }: FieldProps<ChoiceParameter>) {
  return (
    <select id={id} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)}>
      {Object.entries(parameter.options).map(([name, label]) => (
        <option value={name} selected={name === value} key={name}>
          {label[lang]}
        </option>
      ))}
    </select>
  );
}

function ToggleField({ id, value, onChange }: FieldProps<ToggleParameter>) {
  return <input type="checkbox" id={id} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

function SetField({ id, parameter, value, lang, onChange }: FieldProps<SetParameter>) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <span class="gb-set" role="group" aria-labelledby={`${id}-label`}>
      {Object.entries(parameter.options).map(([name, label]) => {
        const on = chosen.includes(name);
        return (
          <label class="gb-chip" key={name}>
            <input
              type="checkbox"
              checked={on}
              disabled={on && chosen.length <= parameter.least}
              onChange={() => onChange(Object.keys(parameter.options).filter((one) => (one === name ? !on : chosen.includes(one))))}
            />
            {label[lang]}
          </label>
        );
      })}
    </span>
  );
}

function SizesField({ id, parameter, value, lang, onChange }: FieldProps<SizesParameter>) {
  const sizes = Array.isArray(value) ? value.map(Number) : [];
  const change = (index: number, size: number): void =>
    onChange(sizes.map((one, i) => (i === index ? Math.max(parameter.min, Math.min(parameter.max, size || parameter.min)) : one)));
  return (
    <span class="gb-sizes" role="group" aria-labelledby={`${id}-label`}>
      {sizes.map((size, i) => (
        <input
          type="number"
          min={parameter.min}
          max={parameter.max}
          value={size}
          aria-label={fill(shellText.unitsOf[lang], { layer: fill(parameter.entry[lang], { index: i + 1 }) })}
          onChange={(event) => change(i, Math.round(Number(event.currentTarget.value)))}
          key={i}
        />
      ))}
      <button
        type="button"
        class="gb-small"
        disabled={sizes.length >= parameter.most}
        aria-label={shellText.addLayer[lang]}
        title={shellText.addLayer[lang]}
        onClick={() => onChange([...sizes, sizes.at(-1) ?? Math.min(4, parameter.max)])}
      >
        +
      </button>
      <button
        type="button"
        class="gb-small"
        disabled={sizes.length === 0}
        aria-label={shellText.removeLayer[lang]}
        title={shellText.removeLayer[lang]}
        onClick={() => onChange(sizes.slice(0, -1))}
      >
        −
      </button>
    </span>
  );
}

function ChoicesField({ id, parameter, value, values, lang, onChange }: FieldProps<ChoicesParameter>) {
  const along = values[parameter.along];
  const length = Math.max(1, Array.isArray(along) ? along.length : 1);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const at = (i: number): string => chosen[i] ?? chosen.at(-1) ?? '';
  const all = Array.from({ length }, (_, i) => at(i));
  return (
    <span class="gb-choices" role="group" aria-labelledby={`${id}-label`}>
      {all.map((name, i) => (
        <select
          value={name}
          aria-label={`${parameter.label[lang]} ${i + 1}`}
          onChange={(event) => onChange(all.map((one, j) => (j === i ? event.currentTarget.value : one)))}
          key={i}
        >
          {Object.entries(parameter.options).map(([option, label]) => (
            <option value={option} selected={option === name} key={option}>
              {label[lang]}
            </option>
          ))}
        </select>
      ))}
    </span>
  );
}

/** The field that fits a parameter. */
export function Field(props: FieldProps) {
  const { parameter } = props;
  switch (parameter.kind) {
    case 'range':
      return <RangeField {...props} parameter={parameter} />;
    case 'choice':
      return <ChoiceField {...props} parameter={parameter} />;
    case 'toggle':
      return <ToggleField {...props} parameter={parameter} />;
    case 'set':
      return <SetField {...props} parameter={parameter} />;
    case 'sizes':
      return <SizesField {...props} parameter={parameter} />;
    case 'choices':
      return <ChoicesField {...props} parameter={parameter} />;
  }
}
