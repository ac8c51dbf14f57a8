/** A text in printed programs: read from a file beside the program, and made into sequences as `vocabulary.ts`, `parts.ts` and `windows.ts` do. */
import { codeText } from '../../../i18n/code';
import { fill, type Lang } from '../../../i18n/text';
import { PYTHON_RANDOM } from '../random-code';
import type { TextData } from './program';

function fileOf({ corpus, own }: TextData): string {
  return own === undefined ? `${corpus}.txt` : 'text.txt';
}

function missing(data: TextData, lang: Lang): string {
  return fill(codeText.textMissing[lang], { file: `data/${fileOf(data)}` });
}

/** JavaScript of the text's sequences: rows of symbols, and of the symbols one further, -1 where a row has ended. */
export function jsText(data: TextData, lang: Lang): readonly string[] {
  const { unit, symbols, length, rows, heldOut } = data;
  return [
    `// ${codeText.textFile[lang]}`,
    "import { existsSync, readFileSync } from 'node:fs';",
    `const file = new URL('data/${fileOf(data)}', import.meta.url);`,
    `if (!existsSync(file)) { console.error(${JSON.stringify(missing(data, lang))}); process.exit(1); }`,
    "const text = readFileSync(file, 'utf8').replace(/^\\uFEFF/, '').replace(/\\r\\n?/g, '\\n');",
    ...(unit === 'byte'
      ? ['const encode = (part) => [...new TextEncoder().encode(part)];']
      : [
          'const counts = new Map();',
          'for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);',
          "counts.delete('□');",
          'const common = [...counts].sort(([a, m], [b, k]) => k - m || a.codePointAt(0) - b.codePointAt(0)).map(([character]) => character);',
          `const symbols = ['□', ...common.slice(0, ${symbols - 1})], numbers = new Map(symbols.map((symbol, i) => [symbol, i]));`,
          'const encode = (part) => Array.from(part, (character) => numbers.get(character) ?? 0);',
        ]),
    ...(rows === 'lines'
      ? [
          "const lines = text.split('\\n').filter((line) => line.trim() !== '').map((line) => `\\n${line}\\n`);",
          `const held = (i) => Math.floor((i + 1) * ${heldOut} + 1e-9) > Math.floor(i * ${heldOut} + 1e-9);`,
          'const parts = [lines.filter((_, i) => !held(i)), lines.filter((_, i) => held(i))];',
          'if (parts[1].length === 0) parts.splice(0, 2, lines.slice(0, -1), lines.slice(-1));',
          'if (lines.length === 1) {',
          `  const all = Array.from(lines[0]), middle = Math.round(all.length * (1 - ${heldOut}));`,
          "  parts.splice(0, 2, [all.slice(0, middle).join('')], [all.slice(middle).join('')]);",
          '}',
        ]
      : [
          `const all = Array.from(text), middle = Math.round(all.length * (1 - ${heldOut}));`,
          "const parts = [[all.slice(0, middle).join('')], [all.slice(middle).join('')]];",
        ]),
    `const length = ${length}, xs = [], ys = [];`,
    'const add = (sequence) => {',
    '  for (let start = 0; start < sequence.length - 1; start += length) {',
    '    const places = Math.min(length, sequence.length - 1 - start), rest = length - places;',
    '    xs.push([...sequence.slice(start, start + places), ...Array(rest).fill(0)]);',
    '    ys.push([...sequence.slice(start + 1, start + 1 + places), ...Array(rest).fill(-1)]);',
    '  }',
    '};',
    'for (const part of parts[0]) add(encode(part));',
    'const trainCount = xs.length;',
    'for (const part of parts[1]) add(encode(part));',
    'const n = xs.length;',
  ];
}

/** NumPy of the text's sequences. */
export function pythonText(data: TextData, lang: Lang): readonly string[] {
  const { unit, symbols, length, rows, heldOut } = data;
  return [
    `# ${codeText.textFile[lang]}`,
    'from collections import Counter',
    'from pathlib import Path',
    '',
    PYTHON_RANDOM,
    `file = Path(__file__).parent / "data" / "${fileOf(data)}"`,
    'if not file.exists():',
    `    raise SystemExit(${JSON.stringify(missing(data, lang))})`,
    'text = file.read_text(encoding="utf-8-sig")',
    ...(unit === 'byte'
      ? ['', '', 'def encode(part):', '    return list(part.encode())', '', '']
      : [
          'counts = Counter(text)',
          'del counts["□"]',
          `symbols = ["□"] + sorted(counts, key=lambda c: (-counts[c], c))[:${symbols - 1}]`,
          'numbers = {symbol: i for i, symbol in enumerate(symbols)}',
          '',
          '',
          'def encode(part):',
          '    return [numbers.get(character, 0) for character in part]',
          '',
          '',
        ]),
    ...(rows === 'lines'
      ? [
          'lines = [f"\\n{line}\\n" for line in text.split("\\n") if line.strip() != ""]',
          `held = [int((i + 1) * ${heldOut} + 1e-9) > int(i * ${heldOut} + 1e-9) for i in range(len(lines))]`,
          'parts = [[line for line, h in zip(lines, held) if not h], [line for line, h in zip(lines, held) if h]]',
          'if len(parts[1]) == 0:',
          '    parts = [lines[:-1], lines[-1:]]',
          'if len(lines) == 1:',
          `    middle = int(len(lines[0]) * (1 - ${heldOut}) + 0.5)`,
          '    parts = [[lines[0][:middle]], [lines[0][middle:]]]',
        ]
      : [`middle = int(len(text) * (1 - ${heldOut}) + 0.5)`, 'parts = [[text[:middle]], [text[middle:]]]']),
    `length, xs, ys, counts_of = ${length}, [], [], []`,
    'for part in parts:',
    '    for sequence in map(encode, part):',
    '        for start in range(0, len(sequence) - 1, length):',
    '            x, y = sequence[start : start + length], sequence[start + 1 : start + 1 + length]',
    '            xs.append(x[: len(y)] + [0] * (length - len(y)))',
    '            ys.append(y + [-1] * (length - len(y)))',
    '    counts_of.append(len(xs))',
    'x, y = np.array(xs, np.int64), np.array(ys, np.int64)',
    'train_count, n = counts_of',
  ];
}
