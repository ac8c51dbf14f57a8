/** Boxes by name, with the attributes that they take. */
export const BOX_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  prerequisites: [],
  summary: [],
  note: [],
  details: [],
  hint: [],
  answer: [],
  definition: ['id'],
  exercise: ['id'],
  figure: ['id', 'drawing'],
  challenge: ['id', 'demo', 'goal', 'solved'],
};
