/** A unit: its switch, its output in numbers, its formula, what it responds to, and its weights, which can be edited. */
import { useState } from 'preact/hooks';
import type { Probe } from '../../engine/protocol';
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import type { LayerGroup } from '../../ml/blueprint/layer-groups';
import { summarise } from '../../ml/blueprint/statistics';
import { short } from '../../views/parts/ramp';
import type { Controller } from '../controller';
import { Typed } from '../fields/typed';
import { sourceNames } from './layers';
import { Responses } from './responses';
import { Switch } from './switch';
import { ranked, unitResponses, unitWeights } from './unit';
import { UnitChoice } from './unit-choice';
import { UnitFormula } from './unit-formula';
import { UnitWeights } from './unit-weights';

interface UnitPartProps {
  readonly controller: Controller;
  readonly group: LayerGroup;
  readonly probe: Probe;
  readonly id: string;
}

export function UnitPart({ controller, group, probe, id }: UnitPartProps) {
  const { lang, session, pictureValues } = controller;
  const { inspected } = controller.shown;
  const [chosenSample, setSample] = useState<number | undefined>(undefined);
  const unit = Math.min(inspected.unit ?? 0, group.units - 1);
  const last = group.nodes.at(-1)?.id ?? group.id;
  const responses = unitResponses(probe.arrays[`activations/${last}`] ?? probe.arrays[`inputs/${last}`], unit);
  const output = summarise(responses);
  const sample = Math.min(chosenSample ?? ranked(responses)[0] ?? 0, Math.max(0, responses.length - 1));
  const first = group.nodes[0];
  const [source = ''] = first?.from ?? [];
  const weights = unitWeights(group, unit, probe);
  const fan = weights.filter(({ variable, input }) => input !== undefined && variable.startsWith(`${first?.id ?? ''}/`)).length;
  const names = sourceNames(session?.spec, source, fan, pictureValues['features']);
  const [inputName = 'x'] = Object.keys(session?.spec?.inputs ?? {});
  const input = probe.arrays[`inputs/${inputName}`];
  const inputNames = sourceNames(session?.spec, inputName, input?.shape.at(-1) ?? 0, pictureValues['features']);
  const surfaces = session?.frame?.step === probe.step ? session.frame.arrays[`units/${group.id}`] : undefined;
  const numbers = { mean: output.mean, deviation: output.deviation, low: Math.min(...responses), high: Math.max(...responses) };
  return (
    <>
      <UnitChoice {...{ controller, group, probe, unit, surfaces, id }} />
      {first !== undefined && <Switch controller={controller} name={first.id} unit={unit} />}
      {responses.length > 0 && (
        <p class="gb-inspector-output">
          {fill(inspectorText.unitNow[lang], {
            count: responses.length,
            ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, short(value)])),
          })}
        </p>
      )}
      {group.nodes.length > 0 && responses.length > 0 && (
        <>
          <div class="gb-row">
            <span class="gb-inspector-subtitle">{inspectorText.formula[lang]}</span>
            <label for={`${id}-sample`}>{inspectorText.forSample[lang]}</label>
            <Typed
              id={`${id}-sample`}
              name={`${id}-sample`}
              type="number"
              min={1}
              max={responses.length}
              value={String(sample + 1)}
              take={(text) => {
                const next = text.trim() === '' ? NaN : Number(text);
                if (!Number.isInteger(next) || next < 1 || next > responses.length)
                  return fill(inspectorText.notAUnit[lang], { count: responses.length });
                setSample(next - 1);
                return undefined;
              }}
            />
          </div>
          <UnitFormula {...{ lang, group, probe, unit, weights, names, sample }} />
        </>
      )}
      <Responses {...{ lang, probe, input, responses, surfaces, unit }} names={inputNames} />
      <UnitWeights {...{ controller, weights, names, first: first?.id ?? '' }} />
    </>
  );
}
