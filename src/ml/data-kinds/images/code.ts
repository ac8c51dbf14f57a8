/**
 * Image data in printed programs. The page's digits imitate MNIST and come in its format; a program of one's own learns MNIST itself,
 * from its files, or the reader's own images in the same format. Shapes are made by the program itself.
 */
import { codeText } from '../../../i18n/code';
import { fill, type Lang } from '../../../i18n/text';
import type { ImageDataset, ImagesData } from './program';
import { shapesInJavaScript, shapesInPython } from './shape-code';

interface PrintedImages {
  /** JavaScript that sets `xs` (rows of pixels, 0 to 1), `ys`, `n` and `trainCount`. */
  readonly js: (data: ImagesData, lang: Lang) => readonly string[];
  /** Python that sets `x` [n, pixels] (0 to 1), `y`, `n` and `train_count`. */
  readonly python: (data: ImagesData, lang: Lang) => readonly string[];
}

/** The files of an IDX data set as MNIST names them, images and labels, and the bytes of their headers. */
const FILES = [
  ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'],
  ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'],
] as const;
const HEADERS = { images: 16, labels: 8 } as const;

function pixelsOf({ own }: ImagesData): number {
  return own === undefined ? 784 : own.height * own.width * own.channels;
}

/** What the program says where a file is missing, `file` being how it names the file there. */
function missing(lang: Lang, file: string): string {
  return fill(codeText.fileMissing[lang], { file, files: FILES.flat().join(', ') });
}

const idx: PrintedImages = {
  js: (data, lang) => [
    `// ${codeText.files[lang]}`,
    "import { existsSync, readFileSync } from 'node:fs';",
    'const bytes = (name, header) => {',
    '  const file = new URL(`data/${name}`, import.meta.url);',
    `  if (!existsSync(file)) { console.error(\`${missing(lang, 'data/${name}')}\`); process.exit(1); }`,
    '  return readFileSync(file).subarray(header);',
    '};',
    `const size = ${pixelsOf(data)}, xs = [], ys = [];`,
    'const add = (images, labels, most) => {',
    '  for (let i = 0; i < Math.min(most, labels.length); i++) {',
    '    xs.push(Array.from(images.subarray(i * size, (i + 1) * size), (value) => value / 255));',
    '    ys.push(labels[i]);',
    '  }',
    '};',
    ...FILES.flatMap(([images, labels], part) => [
      `add(bytes('${images}', ${HEADERS.images}), bytes('${labels}', ${HEADERS.labels}), ${part === 0 ? data.train : data.test});`,
      part === 0 ? 'const trainCount = ys.length;' : 'const n = ys.length;',
    ]),
  ],
  python: (data, lang) => [
    `# ${codeText.files[lang]}`,
    'from pathlib import Path',
    '',
    '',
    'def numbers(name, header):',
    '    file = Path(__file__).parent / "data" / name',
    '    if not file.exists():',
    `        raise SystemExit(f"${missing(lang, 'data/{name}')}")`,
    '    return np.fromfile(file, np.uint8)[header:]',
    '',
    '',
    'def images_and_labels(images, labels, most):',
    `    return numbers(images, ${HEADERS.images}).reshape(-1, ${pixelsOf(data)})[:most], numbers(labels, ${HEADERS.labels})[:most]`,
    '',
    '',
    ...FILES.map(
      ([images, labels], part) =>
        `x${part + 1}, y${part + 1} = images_and_labels("${images}", "${labels}", ${part === 0 ? data.train : data.test})`,
    ),
    'x = (np.concatenate([x1, x2]) / 255).astype(np.float32)',
    'y = np.concatenate([y1, y2]).astype(np.int64)',
    'n, train_count = len(y), len(y1)',
  ],
};

export const printedImages: Readonly<Record<ImageDataset, PrintedImages>> = {
  digits: idx,
  shapes: {
    js: ({ train, test }) => shapesInJavaScript(train, test),
    python: ({ train, test }) => shapesInPython(train, test),
  },
};
