/** The weights of a unit with their gradients and the step's updates; each can be edited, and the loss changes at once. */
import { fill } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { short } from '../../views/parts/ramp';
import type { Controller } from '../controller';
import { Typed } from '../fields/typed';
import type { UnitWeight } from './unit';

/** So many rows are listed. */
const MOST_LISTED = 24;

interface UnitWeightsProps {
  readonly controller: Controller;
  readonly weights: readonly UnitWeight[];
  readonly names: readonly string[];
  /** The node whose inputs are named. */
  readonly first: string;
}

/** As many digits as tell one 32-bit number from the next, and no dust. */
function digits(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : String(value);
}

export function UnitWeights({ controller, weights, names, first }: UnitWeightsProps) {
  const { lang } = controller;
  if (weights.length === 0) return null;
  const listed =
    weights.length <= MOST_LISTED ? weights : [...weights].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_LISTED);
  const nameOf = ({ variable, input }: UnitWeight): string => {
    if (input === undefined) return variable.endsWith('/bias') ? inspectorText.bias[lang] : variable;
    return variable.startsWith(`${first}/`) ? (names[input] ?? `${variable}[${input}]`) : `${variable}[${input}]`;
  };
  const heading = inspectorText.weightsTable[lang];
  return (
    <div class="gb-table" tabIndex={0} role="region" aria-label={heading}>
      <table class="gb-weights">
        <caption>
          {heading}
          {listed.length < weights.length &&
            ` · ${fill(inspectorText.largestShown[lang], { count: weights.length, shown: listed.length })}`}
        </caption>
        <thead>
          <tr>
            {(['from', 'weight', 'gradient', 'update'] as const).map((head) => (
              <th scope="col" key={head}>
                {inspectorText[head][lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((one) => (
            <tr key={`${one.variable}-${one.index}`}>
              <th scope="row">{nameOf(one)}</th>
              <td>
                <Typed
                  type="text"
                  name={`weight-${one.variable}-${one.index}`}
                  label={`${inspectorText.weight[lang]} ${nameOf(one)}`}
                  value={digits(one.weight)}
                  take={(text) => {
                    const value = text.trim() === '' ? NaN : Number(text);
                    if (!Number.isFinite(Math.fround(value))) return fill(inspectorText.notANumber[lang], { text });
                    if (digits(value) !== digits(one.weight))
                      controller.attempt(controller.edit([{ variable: one.variable, index: one.index, value }]));
                    return undefined;
                  }}
                />
              </td>
              <td>{short(one.gradient)}</td>
              <td>{short(one.update)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
