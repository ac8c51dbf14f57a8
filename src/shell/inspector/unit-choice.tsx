/** Choosing a unit of a layer: small pictures side by side, or, where they are too many, a number. */
import { at } from '../../base/at';
import type { Probe } from '../../engine/protocol';
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import type { LayerGroup } from '../../ml/blueprint/layer-groups';
import { activationNameOf } from '../../ml/blueprint/layers';
import { flatness } from '../../ml/blueprint/statistics';
import { SignedSurface } from '../../views/parts/surface';
import type { ViewArray } from '../../views/view';
import type { Controller } from '../controller';
import { Typed } from '../fields/typed';

/** More units than this are chosen by number. */
const MOST_BUTTONS = 64;

/** Which units of a layer are dead on the samples looked at. */
function deadUnits({ nodes, units }: LayerGroup, { arrays }: Probe): readonly boolean[] {
  const node = nodes.find((one) => activationNameOf(one) !== undefined);
  const name = activationNameOf(node);
  const before = arrays[`activations/${node?.from[0] ?? ''}`];
  return name === undefined || before === undefined ? [] : flatness(before.data, units, name).dead;
}

/** The size that a unit's picture is divided by: its own largest, since ReLUs and squares reach far beyond 1. */
export function surfaceScale(array: ViewArray, unit: number): number {
  const cells = at(array.shape, 1) * at(array.shape, 2);
  let largest = 1e-6;
  for (let i = unit * cells; i < (unit + 1) * cells; i++) largest = Math.max(largest, Math.abs(array.data[i] ?? 0) || 0);
  return Number.isFinite(largest) ? largest : 1;
}

interface UnitChoiceProps {
  readonly controller: Controller;
  readonly group: LayerGroup;
  readonly probe: Probe;
  readonly unit: number;
  readonly surfaces: ViewArray | undefined;
  readonly id: string;
}

export function UnitChoice({ controller, group, probe, unit, surfaces, id }: UnitChoiceProps) {
  const { lang, session } = controller;
  const { units } = group;
  const choose = (next: number): void => controller.frame.inspect({ unit: next });
  if (units > MOST_BUTTONS) {
    return (
      <p class="gb-row">
        <label for={`${id}-unit`}>{fill(inspectorText.unitOf[lang], { unit: unit + 1, count: units })}</label>
        <Typed
          id={`${id}-unit`}
          name={`${id}-unit`}
          type="number"
          min={1}
          max={units}
          value={String(unit + 1)}
          take={(text) => {
            const next = text.trim() === '' ? NaN : Number(text);
            if (!Number.isInteger(next) || next < 1 || next > units) return fill(inspectorText.notAUnit[lang], { count: units });
            choose(next - 1);
            return undefined;
          }}
        />
      </p>
    );
  }
  const off = session?.unitsOff.filter(({ layer }) => group.nodes.some((node) => node.id === layer)).map((one) => one.unit) ?? [];
  const dead = deadUnits(group, probe);
  const nameOf = (i: number): string => {
    const words = off.includes(i) ? 'unitOffName' : dead[i] === true ? 'unitDeadName' : 'unitName';
    return fill(inspectorText[words][lang], { unit: i + 1 });
  };
  return (
    <div class="gb-units-choice" role="group" aria-label={inspectorText.chooseUnit[lang]}>
      {Array.from({ length: units }, (_, i) => (
        <button
          type="button"
          class={`gb-unit-button${off.includes(i) ? ' gb-unit-off' : ''}${dead[i] === true ? ' gb-unit-dead' : ''}`}
          aria-pressed={i === unit}
          aria-label={nameOf(i)}
          title={nameOf(i)}
          onClick={() => choose(i)}
          key={i}
        >
          {surfaces !== undefined && i < at(surfaces.shape, 0) && (
            <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
              <SignedSurface array={surfaces} index={i} x={0} y={0} size={26} detail="least" scale={surfaceScale(surfaces, i)} />
            </svg>
          )}
          <span aria-hidden="true">{i + 1}</span>
        </button>
      ))}
    </div>
  );
}
