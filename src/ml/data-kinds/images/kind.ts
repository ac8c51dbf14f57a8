import { noSigns, type DataKind } from '../data-kind';
import { printedImages } from './code';
import type { ImagesData } from './program';

/** Images with classes: the page's own, or the reader's. */
export const imagesKind: DataKind<ImagesData> = {
  classes: ({ classes }) => classes,
  trainCount: ({ train }) => train,
  target: () => 'label',
  signs: noSigns,
  js: (data, lang) => printedImages[data.dataset].js(data, lang),
  python: (data, lang) => printedImages[data.dataset].python(data, lang),
};
