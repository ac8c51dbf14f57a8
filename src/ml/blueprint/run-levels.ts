/** What stands in a map of runs in the place of a level, where a run has none; levels are greater. */

/** The run has diverged. */
export const DIVERGED = -2;
/** No run is trained there. */
export const ABSENT = -3;
