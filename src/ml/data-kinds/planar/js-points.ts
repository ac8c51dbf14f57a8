/** The data sets of the plane as statements in JavaScript. */
import type { PlanarDataset } from './program';

/** Statements that make one point: they set x1, x2 and y, from `i`, `n`, `noise`, `uniform(a, b)` and `normal()`. */
export const JS_POINTS: Readonly<Record<PlanarDataset, readonly string[]>> = {
  circle: [
    'const r = i < n / 2 ? uniform(0, 2.5) : uniform(3.5, 5), a = uniform(0, 2 * Math.PI);',
    'x1 = r * Math.sin(a); x2 = r * Math.cos(a);',
    'y = Math.hypot(x1 + uniform(-5, 5) * noise, x2 + uniform(-5, 5) * noise) < 2.5 ? 1 : -1;',
  ],
  xor: [
    'x1 = uniform(-5, 5); x1 += x1 > 0 ? 0.3 : -0.3;',
    'x2 = uniform(-5, 5); x2 += x2 > 0 ? 0.3 : -0.3;',
    'y = (x1 + uniform(-5, 5) * noise) * (x2 + uniform(-5, 5) * noise) >= 0 ? 1 : -1;',
  ],
  corners: [
    'const right = i % 4 >= 2, upper = i % 2 === 1, d = 0.4 + 2 * noise;',
    'x1 = (right ? 3 : -3) + d * normal(); x2 = (upper ? 3 : -3) + d * normal();',
    'y = right !== upper ? 1 : -1;',
  ],
  gauss: ['y = i < n / 2 ? 1 : -1;', 'const d = Math.sqrt(0.5 + 7 * noise);', 'x1 = 2 * y + d * normal(); x2 = 2 * y + d * normal();'],
  spiral: [
    'const half = Math.ceil(n / 2), t = (i % half) / half;',
    'const a = 1.75 * t * 2 * Math.PI + (i < half ? 0 : Math.PI);',
    'x1 = 5 * t * Math.sin(a) + uniform(-1, 1) * noise; x2 = 5 * t * Math.cos(a) + uniform(-1, 1) * noise;',
    'y = i < half ? 1 : -1;',
  ],
  moons: [
    'const up = i < n / 2, a = uniform(0, Math.PI);',
    'x1 = 3 * Math.cos(a) + (up ? -1.5 : 1.5) + 2 * noise * normal();',
    'x2 = (up ? 3 * Math.sin(a) - 0.75 : 0.75 - 3 * Math.sin(a)) + 2 * noise * normal();',
    'y = up ? 1 : -1;',
  ],
  rings: [
    'const ring = i % 4 === 0 ? 0 : i % 2 === 0 ? 2 : 1;',
    'const r = uniform(2 * ring, 2 * ring + 1.1) + noise * normal(), a = uniform(0, 2 * Math.PI);',
    'x1 = r * Math.sin(a); x2 = r * Math.cos(a); y = ring === 1 ? -1 : 1;',
  ],
  checkerboard: [
    'x1 = uniform(-5, 5); x2 = uniform(-5, 5);',
    'y = (Math.floor(x1 / 2.5) + Math.floor(x2 / 2.5)) % 2 === 0 ? 1 : -1;',
    'x1 += noise * normal(); x2 += noise * normal();',
  ],
  multiGauss: [
    'y = i % 4;',
    'const a = (y / 4) * 2 * Math.PI + Math.PI / 4, d = 0.7 + 2 * noise;',
    'x1 = 3.2 * Math.cos(a) + d * normal(); x2 = 3.2 * Math.sin(a) + d * normal();',
  ],
  plane: ['x1 = uniform(-6, 6); x2 = uniform(-6, 6);', 'y = (x1 + x2 + (uniform(-6, 6) + uniform(-6, 6)) * noise) / 10;'],
  gaussRegression: [
    'x1 = uniform(-6, 6); x2 = uniform(-6, 6); y = 0;',
    'const e1 = uniform(-6, 6) * noise, e2 = uniform(-6, 6) * noise;',
    'for (const [a, b, s] of [[-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1], [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1]]) {',
    '  const v = s * Math.max(0, 1 - Math.hypot(x1 + e1 - a, x2 + e2 - b) / 2);',
    '  if (Math.abs(v) > Math.abs(y)) y = v;',
    '}',
  ],
};
