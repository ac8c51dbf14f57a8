/** The names of the initialisers, for specifications and menus (the numbers are drawn in `ml/initialisers`). */
export const INITIALISER_NAMES = [
  'zeros',
  'ones',
  'constant',
  'normal',
  'uniform',
  'xavierUniform',
  'xavierNormal',
  'heUniform',
  'heNormal',
  'lecunNormal',
  'orthogonal',
] as const;

export type InitialiserName = (typeof INITIALISER_NAMES)[number];
