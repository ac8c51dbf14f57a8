/** Sequences of symbols as short generators in JavaScript and NumPy, with the same definitions as `draw.ts`. */
import { PYTHON_RANDOM } from '../random-code';
import { ANSWER_LENGTH, DATE_SHAPES, DATES, FIRST_YEAR, MONTHS } from './dates';
import { cuePlace, marksOf, symbolNames, type SequencesData } from './program';

/** A list of texts in JavaScript, where quotes are single, and in Python. */
const jsList = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
const pythonList = (texts: readonly string[]): string => jsList(texts).replaceAll("'", '"');

/** JavaScript statements that fill one sequence `s` and its targets `t`, -1 where nothing is asked, from `pick(n)`: one of 0 … n - 1. */
function jsTask(data: SequencesData): readonly string[] {
  const { task, symbols, length, shortest = length, distractors = 0, answer = 'sum', back = [1], period = symbols, jumps = 0 } = data;
  const { blank, question } = marksOf(data);
  switch (task) {
    case 'memory':
    case 'recall':
      return [
        `  const s = Array.from({ length }, () => ${distractors === 0 ? `pick(${symbols})` : `${symbols + 2} + pick(${distractors})`});`,
        `  s[${cuePlace(data)}] = pick(${symbols});`,
        `  s[length - 1] = ${question};`,
        `  xs.push(s); ys.push(s[${cuePlace(data)}]);`,
      ];
    case 'gap':
      return [
        `  const s = Array.from({ length }, () => pick(${symbols})), t = Array(length).fill(-1), gap = 1 + pick(length - 2);`,
        `  t[gap] = ${{ left: 's[gap - 1]', right: 's[gap + 1]', sum: `(s[gap - 1] + s[gap + 1]) % ${symbols}` }[answer]}; s[gap] = ${question};`,
        '  xs.push(s); ys.push(t);',
      ];
    case 'next':
      return [`  const s = Array.from({ length }, () => pick(${symbols}));`, '  xs.push(s); ys.push([...s.slice(1), -1]);'];
    case 'back':
      return [
        `  const s = Array.from({ length }, () => pick(${symbols}));`,
        `  xs.push(s); ys.push(s.flatMap((_, i) => [${back.join(', ')}].map((by) => s[(i - by + length) % length])));`,
      ];
    case 'cycle':
      return [
        `  const ring = Array.from({ length: ${symbols} }, (_, k) => k), s = [], t = [], seen = new Set();`,
        `  for (let k = 0; k < ${period}; k++) { const j = k + pick(${symbols} - k); [ring[k], ring[j]] = [ring[j], ring[k]]; }`,
        `  for (let k = 0, place = pick(${period}); k < length; k++) {`,
        `    const next = (place + 1) % ${period}, to = k === 0 ? place : random() < ${jumps} ? pick(${period}) : next;`,
        '    if (k > 0 && to === next) seen.add(place);',
        '    place = to;',
        `    s.push(ring[place]); t.push(seen.has(place) ? ring[(place + 1) % ${period}] : -1);`,
        '  }',
        '  xs.push(s); ys.push(t);',
      ];
    case 'reverse':
    case 'sort':
      return [
        `  const long = ${shortest} + pick(${length - shortest + 1}), s = Array.from({ length: long }, () => pick(${symbols}));`,
        `  const t = ${task === 'sort' ? '[...s].sort((a, b) => a - b)' : '[...s].reverse()'};`,
        `  xs.push([...s, ...Array(length - long).fill(${blank})]); ys.push([...t, ...Array(length - long).fill(-1)]);`,
      ];
    case 'dates':
      return [
        `  const iso = new Date(Date.UTC(${FIRST_YEAR}, 0, 1) + pick(${DATES}) * 86400000).toISOString().slice(0, ${ANSWER_LENGTH}), [year, month, day] = iso.split('-');`,
        "  const s = shapes[pick(shapes.length)].replace('yyyy', year).replace('mm', month).replace('dd', day).replace('nnn', months[month - 1]);",
        `  xs.push(Array.from(s.padEnd(length, '${symbolNames(data)[blank]}'), numberOf)); ys.push([...Array.from(iso, numberOf), ...Array(length - iso.length).fill(-1)]);`,
      ];
  }
}

/** JavaScript of the sequences: `ys` are answers, or rows of them. */
export function jsSequences(data: SequencesData): readonly string[] {
  return [
    `const n = ${data.train + data.test}, trainCount = ${data.train}, length = ${data.length}, xs = [], ys = [];`,
    'const pick = (below) => Math.floor(random() * below);',
    ...(data.task === 'dates'
      ? [
          `const shapes = ${jsList(DATE_SHAPES)};`,
          `const months = ${jsList(MONTHS)};`,
          `const alphabet = '${symbolNames(data).join('')}', numberOf = (character) => alphabet.indexOf(character);`,
        ]
      : []),
    'for (let i = 0; i < n; i++) {',
    ...jsTask(data),
    '}',
  ];
}

function pythonTask(data: SequencesData): readonly string[] {
  const { task, symbols, length, shortest = length, distractors = 0, answer = 'sum', back = [1], period = symbols, jumps = 0 } = data;
  const { blank, question } = marksOf(data);
  switch (task) {
    case 'memory':
    case 'recall':
      return [
        `x = rng.integers(${distractors === 0 ? `0, ${symbols}` : `${symbols + 2}, ${symbols + 2 + distractors}`}, size=(n, length))`,
        `y = rng.integers(0, ${symbols}, size=n)`,
        `x[:, ${cuePlace(data)}], x[:, -1] = y, ${question}`,
      ];
    case 'gap':
      return [
        `x, y = rng.integers(0, ${symbols}, size=(n, length)), np.full((n, length), -1)`,
        'rows, gap = np.arange(n), rng.integers(1, length - 1, size=n)',
        `y[rows, gap] = ${{ left: 'x[rows, gap - 1]', right: 'x[rows, gap + 1]', sum: `(x[rows, gap - 1] + x[rows, gap + 1]) % ${symbols}` }[answer]}`,
        `x[rows, gap] = ${question}`,
      ];
    case 'next':
      return [`x, y = rng.integers(0, ${symbols}, size=(n, length)), np.full((n, length), -1)`, 'y[:, :-1] = x[:, 1:]'];
    case 'back':
      return [
        `x = rng.integers(0, ${symbols}, size=(n, length))`,
        `y = np.stack([np.roll(x, by, axis=1) for by in (${back.join(', ')},)], axis=-1).reshape(n, -1)`,
      ];
    case 'cycle':
      return [
        'x, y = np.full((n, length), 0), np.full((n, length), -1)',
        'for i in range(n):',
        `    ring, place, seen = rng.permutation(${symbols})[:${period}], rng.integers(0, ${period}), set()`,
        '    for k in range(length):',
        `        following = (place + 1) % ${period}`,
        `        to = place if k == 0 else rng.integers(0, ${period}) if rng.random() < ${jumps} else following`,
        '        if k > 0 and to == following:',
        '            seen.add(int(place))',
        '        place = to',
        '        x[i, k] = ring[place]',
        '        if int(place) in seen:',
        `            y[i, k] = ring[(place + 1) % ${period}]`,
      ];
    case 'reverse':
    case 'sort':
      return [
        `x, y = np.full((n, length), ${blank}), np.full((n, length), -1)`,
        'for i in range(n):',
        `    s = rng.integers(0, ${symbols}, size=rng.integers(${shortest}, ${length + 1}))`,
        `    x[i, : len(s)], y[i, : len(s)] = s, ${task === 'sort' ? 'np.sort(s)' : 's[::-1]'}`,
      ];
    case 'dates':
      return [
        `shapes = ${pythonList(DATE_SHAPES)}`,
        `months = ${pythonList(MONTHS)}`,
        `alphabet = "${symbolNames(data).join('')}"`,
        `x, y = np.full((n, length), ${blank}), np.full((n, length), -1)`,
        'for i in range(n):',
        `    iso = str(np.datetime64("${FIRST_YEAR}-01-01") + rng.integers(0, ${DATES}))`,
        '    year, month, day = iso.split("-")',
        '    s = rng.choice(shapes).replace("yyyy", year).replace("mm", month).replace("dd", day).replace("nnn", months[int(month) - 1])',
        '    x[i, : len(s)], y[i, : len(iso)] = [alphabet.index(c) for c in s], [alphabet.index(c) for c in iso]',
      ];
  }
}

/** NumPy of the sequences: `y` [n], or [n, length] with -1 where nothing is asked. */
export function pythonSequences(data: SequencesData): readonly string[] {
  return [
    PYTHON_RANDOM,
    `n, train_count, length = ${data.train + data.test}, ${data.train}, ${data.length}`,
    ...pythonTask(data),
    `x, y = x.astype(np.int64), y.astype(np.int64)`,
  ];
}
