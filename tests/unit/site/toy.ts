/** A small demo, glossary and list of works, so that what the checks say does not change with the book. */
import { choice, defineDemo, range, sizes, type Demo } from '../../../src/demos/declaration';
import { same, type Lang } from '../../../src/i18n/text';
import { parseChapter, type Book, type Chapter } from '../../../src/site/markdown/book';

const toy: Demo = defineDemo({
  title: same('toy'),
  claim: same('A toy.'),
  chapter: 'mlp',
  seed: 1,
  steps: 10,
  parameters: {
    rate: range({ label: same('rate'), effect: 'live', min: 0, max: 1, scale: 'linear', value: 0.1 }),
    shape: choice({ label: same('shape'), effect: 'restart', options: { round: same('round'), square: same('square') }, value: 'round' }),
    layers: sizes({ label: same('layers'), effect: 'restart', min: 1, max: 8, most: 3, value: [4], entry: same('layer {index}') }),
  },
  presets: { quick: { title: same('quick'), values: { rate: 1 } } },
  metrics: { accuracy: { label: same('accuracy'), role: 'test', chart: 'accuracy', format: 'percent' } },
  views: [],
});

export const toyDemos: ReadonlyMap<string, Demo> = new Map([['toy', toy]]);

export const toyBook: Book = {
  chapters: [],
  demos: toyDemos,
  problems: [],
  isFile: (path) => ['tests/fixtures/content/picture.svg', 'public/data/points.csv'].includes(path),
  glossary: new Map([
    [
      'activation',
      { zh: { term: '激活函数', meaning: '作用在每个单元上的非线性。' }, en: { term: 'activation function', meaning: 'A nonlinearity.' } },
    ],
  ]),
  references: new Map([
    [
      'hornik1989',
      {
        authors: ['Hornik, Kurt', 'Stinchcombe, Maxwell', 'White, Halbert'],
        year: 1989,
        title: 'Networks',
        where: 'NN 2',
        url: 'https://doi.org/1',
      },
    ],
    ['cybenko1989', { authors: ['Cybenko, George'], year: 1989, title: 'Superpositions', where: 'MCSS 2' }],
  ]),
};

/** A chapter of the toy book from its text; the book holds it alone. */
export async function toyChapter(text: string, lang: Lang = 'en', id = 'mlp'): Promise<{ chapter: Chapter; book: Book }> {
  const chapter = await parseChapter({ id, lang, path: `content/${lang}/${id}.md`, text });
  return { chapter, book: { ...toyBook, chapters: [chapter] } };
}
