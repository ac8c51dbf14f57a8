/** Which mark is a file's decimal one: decided by all numbers together, since one alone may leave it open. */
import type { Mark, Written } from './numbers';

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export type Decision =
  | { readonly decimal: Mark }
  /** Two numbers use comma and point differently. */
  | { readonly one: Place; readonly other: Place }
  /** A number that has two values. */
  | { readonly twofold: Place };

/** Gathers what numbers show of their marks. */
export class Marks {
  private readonly decimals = new Map<Mark, Place>();
  private readonly groups = new Set<Mark>();
  private readonly either = new Map<Mark, Place>();

  add({ decimal, groups, either }: Written, place: Place): void {
    if (decimal !== undefined && !this.decimals.has(decimal)) this.decimals.set(decimal, place);
    if (groups !== undefined) this.groups.add(groups);
    if (either !== undefined && !this.either.has(either)) this.either.set(either, place);
  }

  /** The decimal mark, or what stands against there being one. */
  decide(): Decision {
    const [point, comma] = [this.decimals.get('.'), this.decimals.get(',')];
    if (point !== undefined && comma !== undefined) {
      return point.line <= comma.line ? { one: comma, other: point } : { one: point, other: comma };
    }
    const [eitherPoint, eitherComma] = [this.either.get('.'), this.either.get(',')];
    if (comma !== undefined) {
      // Programs write points whatever the country: beside decimal commas such a point counts as one between thousands only where others are.
      return eitherPoint !== undefined && !this.groups.has('.') ? { twofold: eitherPoint } : { decimal: ',' };
    }
    // Where points are decimal, a comma can only stand between thousands.
    if (point !== undefined || eitherComma === undefined) return { decimal: '.' };
    return { twofold: eitherComma };
  }
}
