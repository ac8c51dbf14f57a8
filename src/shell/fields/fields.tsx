/** One knob for one kind of parameter. A field shows a value and says when the reader has changed it. */
import { parseValue } from '../../demos/resolve';
import type {
  ChoiceParameter,
  ChoicesParameter,
  Parameter,
  RangeParameter,
  SetParameter,
  SizesParameter,
  TextParameter,
  ToggleParameter,
  Value,
  Values,
} from '../../demos/declaration';
import { fill, type Lang } from '../../i18n/text';
import { shellText } from '../../i18n/shell';
import { short } from '../../views/parts/ramp';
import { sliderOf } from './slider';
import { Typed } from './typed';

export interface FieldProps<P extends Parameter = Parameter> {
  readonly id: string;
  readonly parameter: P;
  readonly value: Value;
  readonly values: Values;
  readonly lang: Lang;
  readonly onChange: (value: Value) => void;
}

function RangeField({ id, parameter, value, lang, onChange }: FieldProps<RangeParameter>) {
  const slider = sliderOf(parameter);
  const number = Number(value);
  const beside = number === parameter.max ? (parameter.most ?? parameter.unit) : parameter.unit;
  return (
    <span class="gb-range">
      <input
        type="range"
        id={id}
        min={0}
        max={slider.positions}
        value={slider.at(number)}
        aria-valuetext={`${short(number)}${beside === undefined ? '' : ` ${beside[lang]}`}`}
        onInput={(event) => onChange(slider.value(Number(event.currentTarget.value), number))}
      />
      <Typed
        type="text"
        value={String(number)}
        label={parameter.label[lang]}
        name={id}
        take={(text) => {
          const parsed = parseValue(parameter, text);
          if ('problem' in parsed) return parsed.problem[lang];
          onChange(parsed.value);
          return undefined;
        }}
      />
      {beside !== undefined && <span class="gb-unit-name">{beside[lang]}</span>}
    </span>
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
  const take = (index: number, text: string): string | undefined => {
    const parsed = parseValue(parameter, sizes.map((one, i) => (i === index ? text.trim() || '?' : one)).join(','));
    if ('problem' in parsed) return parsed.problem[lang];
    onChange(parsed.value);
    return undefined;
  };
  return (
    <span class="gb-sizes" role="group" aria-labelledby={`${id}-label`}>
      {sizes.map((size, i) => (
        <Typed
          type="number"
          min={parameter.min}
          max={parameter.max}
          value={String(size)}
          label={fill(shellText.unitsOf[lang], { layer: fill(parameter.entry[lang], { index: i + 1 }) })}
          name={`${id}-${i}`}
          take={(text) => take(i, text)}
          key={i}
        />
      ))}
      <span class="gb-pair">
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

function TextField({ id, parameter, value, lang, onChange }: FieldProps<TextParameter>) {
  return (
    <Typed
      id={id}
      type="words"
      value={String(value)}
      name={id}
      take={(text) => {
        const parsed = parseValue(parameter, text);
        if ('problem' in parsed) return parsed.problem[lang];
        onChange(parsed.value);
        return undefined;
      }}
    />
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
    case 'text':
      return <TextField {...props} parameter={parameter} />;
  }
}
