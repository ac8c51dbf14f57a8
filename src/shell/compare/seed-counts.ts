/** How many seeds are offered. */
export const SEED_COUNTS: readonly number[] = [3, 5, 8];
/** Steps of each seed's run, at most. */
export const MOST_SEED_STEPS = 20_000;
