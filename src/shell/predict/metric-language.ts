/** What the `metric` of a `:measured` may be: an expression over what a demo measures, what breakpoints look at, and arrays of its pictures. */
import type { Demo } from '../../demos/declaration';
import { LAYER_QUANTITIES, WHOLE_QUANTITIES } from '../../engine/breakpoints/quantities';
import { everyPart, type Expression, type Vocabulary } from '../../ml/expression/expression';
import { parseExpression } from '../../ml/expression/parse';
import { printExpression } from '../../ml/expression/print';
import { quantitiesOf } from '../challenge/goal';

/** Of an array by its name in the frame: one entry (`entry(slopes 0)`), or one number for all of them. */
const ARRAY_QUANTITIES = ['entry', 'most', 'least', 'average', 'rms', 'size'] as const;
export type ArrayQuantity = (typeof ARRAY_QUANTITIES)[number];

/** A number that is read off an array. */
export interface ArrayAsked {
  readonly written: string;
  readonly quantity: ArrayQuantity;
  readonly array: string;
  /** One index a dimension, from 0, or from -1 at the end; none but for `entry`. */
  readonly indices: readonly number[];
}

const INDICES = /(?:\s+-?\d+)+$/;

function vocabularyOf(demo: Pick<Demo, 'metrics' | 'parameters'>): Vocabulary {
  const measures = [...LAYER_QUANTITIES, ...ARRAY_QUANTITIES].map((name) => [name, 'any'] as const);
  return { names: [...quantitiesOf(demo), ...WHOLE_QUANTITIES], measures: Object.fromEntries(measures) };
}

/** What an expression reads off arrays, each once. */
export function arraysAsked(expression: Expression): readonly ArrayAsked[] {
  const asked = everyPart(expression).flatMap((part): ArrayAsked[] => {
    const quantity = part.kind === 'measure' ? ARRAY_QUANTITIES.find((one) => one === part.name) : undefined;
    if (part.kind !== 'measure' || quantity === undefined) return [];
    const indices = quantity === 'entry' ? (INDICES.exec(part.layer)?.[0] ?? '') : '';
    const array = part.layer.slice(0, part.layer.length - indices.length).trim();
    const numbers = indices.trim() === '' ? [] : indices.trim().split(/\s+/).map(Number);
    return [{ written: printExpression(part), quantity, array, indices: numbers }];
  });
  return [...new Map(asked.map((one) => [one.written, one])).values()];
}

/** Reads a metric, or says what is wrong with it. */
export function readMetric(
  text: string,
  demo: Pick<Demo, 'metrics' | 'parameters'>,
): { readonly expression: Expression } | { readonly problem: string } {
  const parsed = parseExpression(text, vocabularyOf(demo));
  if ('problem' in parsed) return { problem: parsed.problem.en };
  const without = arraysAsked(parsed.expression).find(({ quantity, indices }) => quantity === 'entry' && indices.length === 0);
  if (without !== undefined) return { problem: `${without.written} needs an index for each dimension: entry(${without.array} 0)` };
  return { expression: parsed.expression };
}
