/** Deals out the places of the text whose numbers are measured, so that several processes measure them beside one another. */
import { keyOf, type Wish } from './runs';

/** One of several equal shares of the work, counted from 0. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

interface Wishing {
  readonly wishes: readonly Wish[];
  readonly against: readonly Wish[];
}

/** How many steps are trained for some places: each run once, as far as anybody asks. */
function stepsOf(places: readonly Wishing[]): number {
  const longest = new Map<string, number>();
  for (const { run } of places.flatMap(({ wishes, against }) => [...wishes, ...against])) {
    longest.set(keyOf(run), Math.max(run.step, longest.get(keyOf(run)) ?? 0));
  }
  return [...longest.values()].reduce((sum, steps) => sum + steps, 0);
}

/** The places in groups that have no run in common. */
function apart<P extends Wishing>(places: readonly P[]): readonly (readonly P[])[] {
  let groups: readonly { readonly runs: readonly string[]; readonly places: readonly P[] }[] = [];
  for (const place of places) {
    const runs = [...place.wishes, ...place.against].map(({ run }) => keyOf(run));
    const sharing = groups.filter((group) => group.runs.some((run) => runs.includes(run)));
    const joined = {
      runs: [...sharing.flatMap((group) => group.runs), ...runs],
      places: [...sharing.flatMap((group) => group.places), place],
    };
    groups = [...groups.filter((group) => !sharing.includes(group)), joined];
  }
  return groups.map((group) => group.places);
}

/**
 * The places that are one part's, in their order. Every place is in one part; places that speak of the same run are in the same, so
 * that it is carried out once; of each demo the parts have about as many steps, since one demo's step may take a thousand times another's.
 */
export function partOf<P extends Wishing>(places: readonly P[], { index, of }: Part): readonly P[] {
  const own = new Set<P>();
  const byDemo = Map.groupBy(apart(places), ([first]) => first?.wishes[0]?.run.demo ?? '');
  for (const [nth, groups] of [...byDemo.values()].entries()) {
    const load = Array.from({ length: of }, () => 0);
    for (const group of groups.toSorted((a, b) => stepsOf(b) - stepsOf(a))) {
      const lightest = load.indexOf(Math.min(...load));
      load[lightest] = (load[lightest] ?? 0) + stepsOf(group);
      // The first part of one demo is the last of the next: where a demo has a single run, it is not always the same part's.
      if ((lightest + nth) % of === index) for (const place of group) own.add(place);
    }
  }
  return places.filter((place) => own.has(place));
}
