/** What program, model and pictures have in common. */

/** Samples of a step; each has a mask of its own. */
export const BATCH = 20;
/** Points held out. */
export const HELD_OUT = 400;
/** How many times each held-out point is asked, for spread and mean of the answers. */
export const TIMES = 8;
