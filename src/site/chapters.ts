import type { Text } from '../i18n/text';

/** A chapter that the book will have. */
export interface PlannedChapter {
  readonly id: string;
  readonly number: number;
  readonly title: Text;
}

/**
 * The plan of the book: shown, unlinked, until the chapter's Markdown is there in both languages; from then on the files say
 * all. A chapter that is not planned appears by its files alone.
 */
export const plannedChapters: readonly PlannedChapter[] = [
  { id: 'preface', number: 0, title: { zh: '前言', en: 'Preface' } },
  { id: 'mlp', number: 1, title: { zh: '多层感知机', en: 'Multilayer perceptrons' } },
  { id: 'gradients', number: 2, title: { zh: '梯度怎样传递', en: 'How gradients travel' } },
  { id: 'cnn', number: 3, title: { zh: '卷积神经网络', en: 'Convolutional networks' } },
  { id: 'modern-cnn', number: 4, title: { zh: '现代卷积神经网络', en: 'Modern convolutional networks' } },
  { id: 'rnn', number: 5, title: { zh: '循环神经网络', en: 'Recurrent networks' } },
  { id: 'attention', number: 6, title: { zh: '注意力机制', en: 'Attention' } },
  { id: 'tricks', number: 7, title: { zh: '训练的技巧', en: 'Training tricks' } },
  { id: 'inside', number: 8, title: { zh: '看到网络里面去', en: 'Looking inside' } },
];
