/** Judges a challenge by a run. Apart from the element, and loaded when there is a run: it brings what reads goals and counts networks. */
import { loadDemo } from '../../demos/load';
import { parseGoal, reaches } from './goal';
import { quantitiesNow, type Judged } from './quantities';

/** The judge of a goal over a demo: whether a run has reached it. A goal that cannot be read (the build refuses those) is never reached. */
export async function judgeOf(demo: string, goal: string): Promise<(run: Judged) => boolean> {
  const { parameters, metrics } = (await loadDemo(demo)).demo;
  const parsed = parseGoal(goal, { parameters, metrics });
  if ('problem' in parsed) return () => false;
  return (run) => reaches(parsed.goal, { quantities: quantitiesNow(run), params: run.params, parameters });
}
