import type { Demo } from '../demos/declaration';
import { parseGoal } from '../shell/challenge/goal';

/** Says what is wrong with a challenge's goal for a demo, or nothing: read by the same words as the page's judge. */
export function checkGoal(goal: string, demo: Demo): string | undefined {
  const parsed = parseGoal(goal, demo);
  return 'problem' in parsed ? parsed.problem.en : undefined;
}
