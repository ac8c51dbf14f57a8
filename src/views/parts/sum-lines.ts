/** The sum that makes an output pixel, as lines of text. */
import type { Term } from '../../ml/blueprint/convolve';
import { short } from './ramp';
import { textWidth } from './words';

function termOf({ pixel, weight }: Term): string {
  const [a, b] = [short(Number(pixel.toPrecision(2))), short(Number(weight.toPrecision(2)))];
  return `${a}×${b.startsWith('−') ? `(${b})` : b}`;
}

/**
 * The terms of a sum as lines: row by row of the window where they fit, else those that count, packed, and how many are left out.
 * @param rest says how many terms are zero.
 */
export function sumLines(terms: readonly Term[], columns: number, width: number, rest: (count: number) => string): string[] {
  const rows = Array.from({ length: Math.ceil(terms.length / columns) }, (_, i) => terms.slice(i * columns, (i + 1) * columns).map(termOf));
  const whole = rows.map((row, i) => `${i === 0 ? '' : '+ '}${row.join(' + ')}`);
  if (rows.length <= 3 && whole.every((line) => textWidth(line) <= width)) return whole;
  const counting = terms.filter(({ pixel, weight }) => pixel * weight !== 0).map(termOf);
  const lines: string[] = [];
  for (const term of counting) {
    const joined = `${lines.at(-1) ?? ''} + ${term}`;
    if (lines.length > 0 && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(lines.length === 0 ? term : `+ ${term}`);
  }
  const zero = terms.length - counting.length;
  const kept = lines.length > 3 ? [...lines.slice(0, 2), '+ …'] : lines;
  return zero === 0 ? kept : [...kept, rest(zero)];
}
