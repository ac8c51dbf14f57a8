/** The switch of a unit, or of a part of a value inside a layer: a gate, a unit of a state, a head. */
import { useMemo, useState } from 'preact/hooks';
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { innerValues, placeOfValue } from '../../ml/blueprint/inner-values';
import { silencing } from '../../ml/blueprint/outgoing';
import type { Controller } from '../controller';
import { Typed } from '../fields/typed';

/** What of the controller a switch needs. */
type Switching = Pick<Controller, 'lang' | 'session' | 'attempt' | 'intervene'>;

interface SwitchProps {
  readonly controller: Switching;
  /** A node, or a value inside one (`cell#gates`). */
  readonly name: string;
  readonly unit: number;
}

const HINTS = { onwards: 'offOnwards', own: 'offOwn', inside: 'offInside' } as const;

export function Switch({ controller, name, unit }: SwitchProps) {
  const { lang, session } = controller;
  const how = session?.spec === undefined ? undefined : silencing(session.spec, name, unit);
  if (how === undefined) return <p class="gb-hint">{inspectorText.offNever[lang]}</p>;
  const off = session?.unitsOff.some((one) => one.layer === name && one.unit === unit) === true;
  return (
    <div class="gb-row">
      <button
        type="button"
        class="gb-chip"
        aria-pressed={off}
        onClick={() => controller.attempt(controller.intervene([{ kind: 'unit', layer: name, unit, on: off }]))}
      >
        {inspectorText[how.through === 'inside' ? (off ? 'switchPartOn' : 'switchPartOff') : off ? 'switchOn' : 'switchOff'][lang]}
      </button>
      <span class="gb-hint">{inspectorText[HINTS[how.through]][lang]}</span>
    </div>
  );
}

/** Chooses a part of a value inside a layer, by its number, and switches it; nothing where the tensor is none. */
export function PartSwitch({ controller, tensor, id }: { readonly controller: Switching; readonly tensor: string; readonly id: string }) {
  const { lang, session } = controller;
  const [chosen, choose] = useState(0);
  const name = tensor.slice(tensor.indexOf('/') + 1);
  // Most tensors are a node's own: the network is described for values inside one alone, and once.
  const spec = tensor.startsWith('activations/') && placeOfValue(name).role !== undefined ? session?.spec : undefined;
  const value = useMemo(() => (spec === undefined ? undefined : innerValues(spec)[name]), [spec, name]);
  if (value === undefined) return null;
  const part = Math.min(chosen, value.parts - 1);
  return (
    <>
      <p class="gb-row">
        <label for={`${id}-part`}>{fill(inspectorText.partOf[lang], { part: part + 1, count: value.parts, name })}</label>
        <Typed
          id={`${id}-part`}
          name={`${id}-part`}
          type="number"
          min={1}
          max={value.parts}
          value={String(part + 1)}
          take={(text) => {
            const next = text.trim() === '' ? NaN : Number(text);
            if (!Number.isInteger(next) || next < 1 || next > value.parts)
              return fill(inspectorText.notAUnit[lang], { count: value.parts });
            choose(next - 1);
            return undefined;
          }}
        />
      </p>
      <Switch controller={controller} name={name} unit={part} />
    </>
  );
}
