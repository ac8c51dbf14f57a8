/** Steps as links write them: any that a run may come to, which is any that can be counted one by one. */

/** What a step looks like, as part of a regular expression; whether it can be counted `readStep` says. */
export const STEP = String.raw`\d{1,16}`;
const WHOLE = new RegExp(`^${STEP}$`);

/** Reads a step; undefined where the text is none, or is beyond all that numbers can count exactly. */
export function readStep(text: string): number | undefined {
  const step = WHOLE.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(step) ? step : undefined;
}
