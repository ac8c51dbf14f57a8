/** A program as text: complete, to be run as it stands. */
import type { Lang } from '../../../i18n/text';
import type { Program } from '../program';
import { printKeras } from './keras';
import { printPytorch } from './pytorch';
import { printTfjs } from './tfjs';

export type Framework = 'tfjs' | 'keras' | 'pytorch';

/** Prints a program for a framework, with comments in the reader's language. */
export function printProgram(program: Program, framework: Framework, lang: Lang): string {
  switch (framework) {
    case 'tfjs':
      return printTfjs(program, lang);
    case 'keras':
      return printKeras(program, lang);
    case 'pytorch':
      return printPytorch(program, lang);
  }
}
