/** Boxes by name, with the attributes that they take; `any` where these are a demo's parameters too, and are read by themselves. */
export const BOX_ATTRIBUTES: Readonly<Record<string, readonly string[] | 'any'>> = {
  prerequisites: [],
  summary: [],
  note: [],
  details: [],
  hint: [],
  answer: [],
  definition: ['id'],
  exercise: ['id'],
  figure: ['id', 'drawing'],
  predict: 'any',
  challenge: ['id', 'demo', 'goal', 'solved'],
};
