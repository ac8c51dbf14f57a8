/** A condition as it is watched: read once, asked at every step. */
import { holds, type Quantities } from '../../ml/expression/evaluate';
import { everyPart, type Expression, type Vocabulary } from '../../ml/expression/expression';
import type { Problem } from '../../ml/expression/mistake';
import { parseExpression } from '../../ml/expression/parse';
import { printExpression } from '../../ml/expression/print';
import type { BreakpointHit, MetricsBlock } from '../protocol';

export interface Condition {
  /** As the reader wrote it: its name in the run. */
  readonly text: string;
  readonly expression: Expression;
  /** What it speaks of, as written: `loss`, `dead(hidden1)`; each once. */
  readonly quantities: readonly string[];
}

/** Reads a condition, or says what is wrong with it. */
export function readCondition(text: string, vocabulary: Vocabulary): Condition | Problem {
  const parsed = parseExpression(text, vocabulary);
  if ('problem' in parsed) return parsed;
  const named = everyPart(parsed.expression).filter(({ kind }) => kind === 'name' || kind === 'measure');
  return { text, expression: parsed.expression, quantities: [...new Set(named.map(printExpression))] };
}

/** Numbers of a block's steps that were measured besides its metrics: by what they are of, one a step. */
export type Measured = Readonly<Record<string, Float64Array>>;

/** The numbers of one step of a block; undefined for what was not looked at there. */
function numberAt(block: MetricsBlock, measured: Measured, index: number, written: string): number | undefined {
  const step = block.from + index + 1;
  if (written === 'step') return step;
  if (written === 'loss') return block.loss[index];
  if (Object.hasOwn(measured, written)) return measured[written]?.[index];
  const place = block.evaluatedAt.lastIndexOf(step);
  return place < 0 || !Object.hasOwn(block.evaluated, written) ? undefined : block.evaluated[written]?.[place];
}

export interface Hits {
  /** Steps trained when the conditions came true. */
  readonly step: number;
  readonly hits: readonly BreakpointHit[];
}

/**
 * The first step of a block at which a condition comes true, and all that come true there. A condition that goes on holding does not
 * come true again before it has failed once; one that speaks of a held-out metric is asked at the steps that have it.
 * @param holding conditions that hold where the block begins; brought up to the step found, or to the block's end.
 */
export function firstHits(
  block: MetricsBlock,
  measured: Measured,
  conditions: readonly Condition[],
  holding: Set<string>,
): Hits | undefined {
  for (let index = 0; index < block.loss.length; index++) {
    const hits: BreakpointHit[] = [];
    for (const { text, expression, quantities } of conditions) {
      const numbers = new Map(quantities.map((written) => [written, numberAt(block, measured, index, written)]));
      if ([...numbers.values()].includes(undefined)) continue;
      const read: Quantities = (written) => numbers.get(written) ?? NaN;
      if (!holds(expression, read)) holding.delete(text);
      else if (!holding.has(text)) {
        holding.add(text);
        hits.push({ condition: text, values: Object.fromEntries(quantities.map((written) => [written, read(written)])) });
      }
    }
    if (hits.length > 0) return { step: block.from + index + 1, hits };
  }
  return undefined;
}
