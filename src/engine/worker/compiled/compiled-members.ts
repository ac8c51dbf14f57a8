/** A population compiled besides its step: what is of each member, and what is made of these numbers, so that members can be trained elsewhere. */
import { at } from '../../../base/at';
import type { HostArray, Model } from '../../../ml/model';
import type { Head } from '../../compile/heads';
import type { Compiled } from '../../compile/plan/compiled';
import { feed, feedsOf, type Variables } from './head-arrays';
import { readNumbers, recordMixed, type Mixed } from './mixed-head';

const LOSS = 'members/loss-of-all';
const HELD_OUT = 'members/held-out';
const METRICS = 'members/metrics';

/** The heads that give these. */
export interface MemberHeads {
  readonly heads: Readonly<Record<string, Head>>;
  readonly metrics: Mixed | undefined;
}

/** Records them; undefined where there are no members. */
export function recordMembers({ members }: Model, variables: Variables): MemberHeads | undefined {
  if (members === undefined) return undefined;
  const { count, evaluation } = members;
  const loss = recordMixed(variables, () => ({ loss: members.lossOfAll() })).head;
  if (evaluation === undefined) return { heads: { [LOSS]: loss }, metrics: undefined };
  const heldOut = recordMixed(variables, () => ({ heldOut: evaluation.heldOut() })).head;
  const metrics = recordMixed(
    variables,
    (given) => {
      if (given['heldOut'] === undefined) throw new Error('metrics are of what is held out');
      return evaluation.metrics(given['heldOut']);
    },
    { heldOut: { shape: [count], data: new Float32Array(count) } },
  );
  return { heads: { [LOSS]: loss, [HELD_OUT]: heldOut, [METRICS]: metrics.head }, metrics };
}

/** The loss of the step that the members' losses and marks in the state are of, as the step itself gives it, bit for bit. */
export function lossOfMembers(compiled: Compiled): number {
  compiled.run(LOSS);
  return at(compiled.array(`${LOSS}/loss`), 0);
}

/** What each member gives for what is held out, in place: it changes with the next call. */
export function heldOutOfMembers(compiled: Compiled): Float32Array {
  compiled.run(HELD_OUT);
  return compiled.array(`${HELD_OUT}/heldOut`);
}

/** The metrics of such numbers, as the evaluation gives them, bit for bit. */
export function metricsOfMembers(compiled: Compiled, { metrics }: MemberHeads, heldOut: HostArray, step: number): Record<string, number> {
  if (metrics === undefined) return {};
  feed(feedsOf(compiled, METRICS, ['heldOut']), { heldOut }, step);
  return readNumbers(compiled, METRICS, metrics);
}
