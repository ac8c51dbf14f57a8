/** The data sets of the plane as statements in NumPy. */
import type { PlanarDataset } from './program';

/** Statements that make all points: they set the arrays x1, x2 and y, from `n`, `noise` and `rng`. */
export const PYTHON_POINTS: Readonly<Record<PlanarDataset, readonly string[]>> = {
  circle: [
    'r = np.where(np.arange(n) < n / 2, rng.uniform(0, 2.5, n), rng.uniform(3.5, 5, n))',
    'a = rng.uniform(0, 2 * np.pi, n)',
    'x1, x2 = r * np.sin(a), r * np.cos(a)',
    'y = np.where(np.hypot(x1 + rng.uniform(-5, 5, n) * noise, x2 + rng.uniform(-5, 5, n) * noise) < 2.5, 1.0, -1.0)',
  ],
  xor: [
    'x1, x2 = rng.uniform(-5, 5, n), rng.uniform(-5, 5, n)',
    'x1, x2 = x1 + 0.3 * np.sign(x1), x2 + 0.3 * np.sign(x2)',
    'y = np.where((x1 + rng.uniform(-5, 5, n) * noise) * (x2 + rng.uniform(-5, 5, n) * noise) >= 0, 1.0, -1.0)',
  ],
  corners: [
    'i, d = np.arange(n), 0.4 + 2 * noise',
    'right, upper = i % 4 >= 2, i % 2 == 1',
    'x1, x2 = np.where(right, 3, -3) + d * rng.normal(size=n), np.where(upper, 3, -3) + d * rng.normal(size=n)',
    'y = np.where(right != upper, 1.0, -1.0)',
  ],
  gauss: [
    'y = np.where(np.arange(n) < n / 2, 1.0, -1.0)',
    'd = np.sqrt(0.5 + 7 * noise)',
    'x1, x2 = 2 * y + d * rng.normal(size=n), 2 * y + d * rng.normal(size=n)',
  ],
  spiral: [
    'half = (n + 1) // 2',
    't = (np.arange(n) % half) / half',
    'a = 1.75 * t * 2 * np.pi + np.where(np.arange(n) < half, 0, np.pi)',
    'x1, x2 = 5 * t * np.sin(a) + rng.uniform(-1, 1, n) * noise, 5 * t * np.cos(a) + rng.uniform(-1, 1, n) * noise',
    'y = np.where(np.arange(n) < half, 1.0, -1.0)',
  ],
  moons: [
    'up = np.arange(n) < n / 2',
    'a = rng.uniform(0, np.pi, n)',
    'x1 = 3 * np.cos(a) + np.where(up, -1.5, 1.5) + 2 * noise * rng.normal(size=n)',
    'x2 = np.where(up, 3 * np.sin(a) - 0.75, 0.75 - 3 * np.sin(a)) + 2 * noise * rng.normal(size=n)',
    'y = np.where(up, 1.0, -1.0)',
  ],
  rings: [
    'i = np.arange(n)',
    'ring = np.where(i % 4 == 0, 0, np.where(i % 2 == 0, 2, 1))',
    'r = rng.uniform(2 * ring, 2 * ring + 1.1) + noise * rng.normal(size=n)',
    'a = rng.uniform(0, 2 * np.pi, n)',
    'x1, x2 = r * np.sin(a), r * np.cos(a)',
    'y = np.where(ring == 1, -1.0, 1.0)',
  ],
  checkerboard: [
    'x1, x2 = rng.uniform(-5, 5, n), rng.uniform(-5, 5, n)',
    'y = np.where((np.floor(x1 / 2.5) + np.floor(x2 / 2.5)) % 2 == 0, 1.0, -1.0)',
    'x1, x2 = x1 + noise * rng.normal(size=n), x2 + noise * rng.normal(size=n)',
  ],
  multiGauss: [
    'y = np.arange(n) % 4',
    'a, d = y / 4 * 2 * np.pi + np.pi / 4, 0.7 + 2 * noise',
    'x1, x2 = 3.2 * np.cos(a) + d * rng.normal(size=n), 3.2 * np.sin(a) + d * rng.normal(size=n)',
  ],
  plane: [
    'x1, x2 = rng.uniform(-6, 6, n), rng.uniform(-6, 6, n)',
    'y = (x1 + x2 + (rng.uniform(-6, 6, n) + rng.uniform(-6, 6, n)) * noise) / 10',
  ],
  gaussRegression: [
    'x1, x2 = rng.uniform(-6, 6, n), rng.uniform(-6, 6, n)',
    'e1, e2 = rng.uniform(-6, 6, n) * noise, rng.uniform(-6, 6, n) * noise',
    'y = np.zeros(n)',
    'for a, b, s in [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)]:',
    '    v = s * np.maximum(0, 1 - np.hypot(x1 + e1 - a, x2 + e2 - b) / 2)',
    '    y = np.where(np.abs(v) > np.abs(y), v, y)',
  ],
};
