/** When held-out metrics are due: a function of the step alone, so that curves repeat exactly. */

/** So many evaluations are as close together as the model says; after that their distance doubles whenever the run has doubled. */
export const CLOSE_EVALUATIONS = 2000;

/** Steps between evaluations around a step: `every` at first, then never more than a thousandth of the run. */
export function evaluationSpacing(step: number, every: number): number {
  if (step < every * CLOSE_EVALUATIONS) return every;
  return every * 2 ** Math.floor(Math.log2((2 * step) / (every * CLOSE_EVALUATIONS)));
}

/** True where an evaluation is due after `step` steps. */
export function evaluationIsDue(step: number, every: number): boolean {
  return step === 0 || (Number.isFinite(every) && step % evaluationSpacing(step, every) === 0);
}

/** The first step after `step` at which one is due; Infinity for never. */
export function nextEvaluation(step: number, every: number): number {
  if (!Number.isFinite(every) || step === Infinity) return Infinity;
  const spacing = evaluationSpacing(step, every);
  return (Math.floor(step / spacing) + 1) * spacing;
}

/** The last step at or before `step` at which one is due. */
export function lastEvaluation(step: number, every: number): number {
  if (!Number.isFinite(every)) return 0;
  const spacing = evaluationSpacing(step, every);
  return Math.floor(step / spacing) * spacing;
}
