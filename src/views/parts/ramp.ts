/** Colours of amounts, mixed from the book's tokens, so that light, dark and print need no words here. */

/** A signed amount in [-1, 1]: orange for negative, blue for positive, the zero tone between. */
export function diverging(value: number): string {
  if (!Number.isFinite(value)) return 'var(--gb-warn)';
  const share = Math.round(Math.min(1, Math.abs(value)) * 100);
  return `color-mix(in oklab, var(--gb-${value < 0 ? 'negative' : 'positive'}) ${share}%, var(--gb-zero))`;
}

/** The colour of an attention weight: the fuller, the more is looked there. */
export function attentionShade(weight: number | undefined): string {
  const share = weight !== undefined && Number.isFinite(weight) ? Math.max(0, Math.min(1, weight)) : 0;
  return `color-mix(in oklab, var(--gb-attention) ${Math.round(80 * share)}%, var(--gb-zero))`;
}

/** A class's colour, paler where its probability is low. */
export function classShade(index: number, probability: number): string {
  return `color-mix(in oklab, var(--gb-class-${index % 8}) ${Math.round(Math.max(0, Math.min(1, probability)) * 70)}%, var(--gb-zero))`;
}

/** The colour of a label: -1 and +1 as signs, other whole numbers as classes, values as amounts. */
export function labelColour(label: number, classes: number): string {
  if (classes > 1) return `var(--gb-class-${label % 8})`;
  return label === 1 ? 'var(--gb-positive)' : label === -1 ? 'var(--gb-negative)' : diverging(label);
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, i) => [String(i), digit]));

/** A power of ten as it is printed: 10⁻⁵; 1 for the zeroth. */
export function raised(exponent: number): string {
  return exponent === 0 ? '1' : `10${[...String(exponent)].map((sign) => RAISED[sign] ?? '⁻').join('')}`;
}

/** Mantissa and exponent as they are printed in books: 1.2×10⁻⁵, and 10⁻⁵ for a mantissa of 1. */
function powerOfTen(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  const raised = [...exponent.replace('+', '')].map((sign) => RAISED[sign] ?? '⁻').join('');
  const digits = mantissa.replace('.0', '');
  return digits === '1' || digits === '-1' ? `${digits.slice(0, -1)}10${raised}` : `${digits}×10${raised}`;
}

/** A number as a reader wants it: three significant digits, no dust. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size >= 1e5 || size < 1e-3 ? powerOfTen(value) : String(Number(value.toPrecision(3)));
  return text.replace('-', '−');
}

/** A share from 0 to 1 as per cent, with so many decimals; a dash for what is no number. */
export function percent(share: number, decimals = 0): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(decimals)}%` : '—';
}

/** A share as per cent, to a tenth, without a needless zero. */
export function percentShort(share: number): string {
  return `${short(Math.round(share * 1000) / 10)}%`;
}

/** A share as whole per cent; one below 1 %, in as many digits as it needs. */
export function percentWhole(share: number): string {
  return `${share > 0 && share < 0.01 ? short(100 * share) : Math.round(100 * share)}%`;
}

/** A coordinate for a path: one decimal is a tenth of a pixel. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10;
}
