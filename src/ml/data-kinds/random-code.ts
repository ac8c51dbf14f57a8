/** Random numbers in printed programs. */

/** JavaScript: a seeded stream (mulberry32), and what generators of data draw from it. */
export const JS_RANDOM: readonly string[] = [
  'let state = 1;',
  'const random = () => { state = (state + 0x6d2b79f5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state);',
  '  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };',
  'const uniform = (low, high) => low + (high - low) * random();',
  'const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());',
  'const shuffled = (list) => {',
  '  for (let i = list.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [list[i], list[j]] = [list[j], list[i]]; }',
  '  return list;',
  '};',
];

/** NumPy: a seeded stream. */
export const PYTHON_RANDOM = 'rng = np.random.default_rng(1)';
