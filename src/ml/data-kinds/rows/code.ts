/** The reader's own rows in printed programs. */
import { PYTHON_RANDOM } from '../random-code';
import type { RowsData } from './program';

/** JavaScript of the rows. */
export function jsRows({ rows }: RowsData): readonly string[] {
  return [
    `const rows = ${JSON.stringify(rows)};`,
    'const xs = rows.map((row) => row.slice(0, -1)), ys = rows.map((row) => row.at(-1));',
    'const n = rows.length, trainCount = n;',
  ];
}

/** NumPy of the rows. */
export function pythonRows({ rows, classes }: RowsData): readonly string[] {
  return [
    PYTHON_RANDOM,
    `rows = np.array(${JSON.stringify(rows)}, dtype=np.float32)`,
    `x, y = rows[:, :-1], rows[:, -1].astype(${classes > 1 ? 'np.int64' : 'np.float32'})`,
    'n = train_count = len(rows)',
  ];
}
