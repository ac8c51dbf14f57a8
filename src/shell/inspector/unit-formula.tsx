/** What a unit computes, as a formula with today's numbers in it, for one sample of the batch. */
import type { Probe } from '../../engine/protocol';
import { fill, type Lang } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import type { LayerGroup } from '../../ml/blueprint/layer-groups';
import { labelOf, layerNamed } from '../../ml/blueprint/layers';
import type { NodeSpec } from '../../ml/blueprint/network-spec';
import { short } from '../../views/parts/ramp';
import { rowOf, unitResponses, weightedSum, type UnitWeight, type WeightedSum } from './unit';

/** A number after an operator: in brackets where it has a sign of its own. */
function operand(value: number): string {
  return value < 0 ? `(${short(value)})` : short(value);
}

/** Parts joined by + and −, the sign of each taken out of it. */
function joinSigned(parts: readonly { readonly sign: number; readonly text: string }[]): string {
  return parts.map(({ sign, text }, i) => (i === 0 ? (sign < 0 ? `−${text}` : text) : `${sign < 0 ? ' − ' : ' + '}${text}`)).join('');
}

/** A weighted sum in names, and with the sample's numbers. */
function sumInWords({ terms, rest, bias, total }: WeightedSum, lang: Lang): { readonly names: string; readonly numbers: string } {
  const said = (value: (term: WeightedSum['terms'][number]) => string, restText: string) =>
    joinSigned([
      ...terms.map((term) => ({ sign: Math.sign(term.weight), text: `${short(Math.abs(term.weight))}·${value(term)}` })),
      ...(rest.count > 0 ? [{ sign: 1, text: restText }] : []),
      ...(bias === undefined ? [] : [{ sign: Math.sign(bias), text: short(Math.abs(bias)) }]),
    ]);
  const others = fill(inspectorText.moreTerms[lang], { count: rest.count });
  return {
    names: said(({ name }) => name, `[${others}]`),
    numbers: `${said(({ value }) => operand(value), operand(rest.sum))} = ${short(total)}`,
  };
}

/** Letters for what comes out of the nodes of a layer, one after the other. */
const LETTERS = ['z', 'u', 'v', 'w'] as const;

interface UnitFormulaProps {
  readonly lang: Lang;
  readonly group: LayerGroup;
  readonly probe: Probe;
  readonly unit: number;
  readonly weights: readonly UnitWeight[];
  /** Names of the inputs of the layer's first node. */
  readonly names: readonly string[];
  readonly sample: number;
}

function firstLine(
  { lang, probe, weights, names, sample }: UnitFormulaProps,
  node: NodeSpec,
): { names: string; numbers: string } | undefined {
  const own = weights.filter(({ variable }) => variable.startsWith(`${node.id}/`));
  const [source = ''] = node.from;
  const layer = layerNamed(node.layer);
  if (layer?.formula === 'sum') {
    const values = rowOf(probe.arrays[`activations/${source}`] ?? probe.arrays[`inputs/${source}`], sample);
    return sumInWords(weightedSum(own, names, values), lang);
  }
  if (typeof layer?.formula === 'function') return { names: layer.formula(node), numbers: '' };
  const inWindow = own.filter(({ input }) => input !== undefined).length;
  const bias = own.find(({ input }) => input === undefined)?.weight;
  const tail = bias === undefined ? '' : bias < 0 ? ` − ${short(-bias)}` : ` + ${short(bias)}`;
  if (inWindow > 0) return { names: `${fill(inspectorText.windowSum[lang], { count: inWindow })}${tail}`, numbers: '' };
  return layer === undefined ? undefined : { names: `${labelOf(node)}(${node.from.join(', ')})`, numbers: '' };
}

/** One line a node: its letter, what it is of, and the number that came out for the sample. */
function formulaLines(props: UnitFormulaProps): readonly { readonly symbol: string; readonly formula: string; readonly numbers: string }[] {
  const { group, probe, unit, sample } = props;
  const last = group.nodes.length - 1;
  return group.nodes.flatMap((node, i) => {
    const symbol = i === last ? `${group.id}[${unit + 1}]` : (LETTERS[i] ?? `z${i}`);
    const before = LETTERS[i - 1] ?? `z${i - 1}`;
    const given = unitResponses(probe.arrays[`activations/${node.id}`], unit)[sample] ?? NaN;
    if (i === 0) {
      const line = firstLine(props, node);
      if (line === undefined) return [];
      return [{ symbol, formula: line.names, numbers: line.numbers === '' ? short(given) : line.numbers }];
    }
    const name = labelOf(node);
    const input = unitResponses(probe.arrays[`activations/${node.from[0] ?? ''}`], unit)[sample] ?? NaN;
    return [{ symbol, formula: `${name}(${before})`, numbers: `${name}(${short(input)}) = ${short(given)}` }];
  });
}

export function UnitFormula(props: UnitFormulaProps) {
  const lines = formulaLines(props);
  if (lines.length === 0) return null;
  return (
    <ul class="gb-formula">
      {lines.map(({ symbol, formula, numbers }) => (
        <li key={symbol}>
          <var>{symbol}</var> = {formula}
          <br />
          <span class="gb-formula-numbers">
            <span aria-hidden="true">= </span>
            {numbers}
          </span>
        </li>
      ))}
    </ul>
  );
}
