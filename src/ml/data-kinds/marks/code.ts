/** Pictures with a mark in printed programs: with the same definitions as `draw.ts`. */
import { literal } from '../../blueprint/code/nodes';
import { PYTHON_RANDOM } from '../random-code';
import { MARKS, markPlaces, type MarksData } from './program';

/** JavaScript of the pictures and labels. */
export function jsMarks(data: MarksData): readonly string[] {
  const { side, train, test, noise } = data;
  return [
    `const side = ${side}, n = ${train + test}, trainCount = ${train}, xs = [], ys = [];`,
    `const marks = [${JSON.stringify(MARKS.plus)}, ${JSON.stringify(MARKS.times)}];`,
    'for (let s = 0; s < n; s++) {',
    `  const image = Array.from({ length: side * side }, () => ${literal(noise)} * random());`,
    `  const places = s < trainCount ? ${markPlaces(data)} : ${markPlaces({ side, places: 'everywhere' })};`,
    '  const row = Math.floor(random() * places), column = Math.floor(random() * places);',
    "  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) if (marks[s % 2][i][j] === '1') image[(row + i) * side + column + j] = 1;",
    '  xs.push(image); ys.push(s % 2 === 0 ? 1 : -1);',
    '}',
  ];
}

/** NumPy of the pictures and labels. */
export function pythonMarks(data: MarksData): readonly string[] {
  const { side, train, test, noise } = data;
  return [
    PYTHON_RANDOM,
    `n, train_count = ${train + test}, ${train}`,
    `x = ${literal(noise)} * rng.uniform(size=(n, ${side}, ${side})).astype(np.float32)`,
    `marks = [np.array([[int(p) for p in row] for row in mark], bool) for mark in (${JSON.stringify(MARKS.plus)}, ${JSON.stringify(MARKS.times)})]`,
    'for s in range(n):',
    `    row, column = rng.integers(${markPlaces(data)} if s < train_count else ${markPlaces({ side, places: 'everywhere' })}, size=2)`,
    '    x[s, row : row + 3, column : column + 3][marks[s % 2]] = 1',
    'y = np.where(np.arange(n) % 2 == 0, 1.0, -1.0).astype(np.float32)',
    'x = x.reshape(n, -1)',
  ];
}
