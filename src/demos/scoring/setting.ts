/** The task and its sizes. Pure data. */

/** Look-ups that learn at once, keys of each, and numbers of a value. */
export const LOOK_UPS = 64;
export const KEYS = 8;
export const VALUE = 12;
/** Hidden units of the additive score. */
export const HIDDEN = 32;
/** How many of the look-ups are drawn. */
export const SHOWN = 8;
/** Groups of `KEYS` queries and as many keys: 10,000 look-ups. */
export const GROUPS = 1250;

/** The three scores that are trained side by side. */
export const LANES = ['dot', 'scaled', 'additive'] as const;
export type Lane = (typeof LANES)[number];
