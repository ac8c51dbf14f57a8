/**
 * Readers of lists that hold what is asked for. Where nothing stands at a place they throw and name it: a fallback (`?? 0`) would go on
 * with a number that nobody gave. Loops over typed arrays read by themselves: the length is the loop's own bound there.
 */

/** Thrown where a list has nothing at a place that it must have. */
export class NothingThere extends RangeError {
  override readonly name = 'NothingThere';
}

/**
 * The element at a place; negative places count from the end.
 * @param what what the list holds, for the message.
 * @throws NothingThere where the list has no such place.
 */
export function at<T>(list: ArrayLike<T>, place: number, what = 'the list'): T {
  const found = list[place < 0 ? list.length + place : place];
  if (found === undefined) throw new NothingThere(`${what} has nothing at ${place}: its length is ${list.length}`);
  return found;
}

/** The element at a place that may lie outside: there it is `outside`, on purpose. Places count from 0, so -1 lies outside too. */
export function atOr<T, O>(list: ArrayLike<T>, place: number, outside: O): T | O {
  return list[place] ?? outside;
}

/**
 * The one element of a list.
 * @param what what the list holds, for the message.
 * @throws NothingThere where there is none, or more than one.
 */
export function only<T>(list: ArrayLike<T>, what = 'the list'): T {
  if (list.length !== 1) throw new NothingThere(`${what} must hold exactly one: it holds ${list.length}`);
  return at(list, 0, what);
}
