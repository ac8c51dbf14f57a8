/** What a demo prints as code, loaded when a reader asks for it: the table of all programs is no part of a page that is only read. */
import type { Lang } from '../i18n/text';
import type { Program } from '../ml/blueprint/program';
import type { OwnData } from '../ml/data-kinds/own-data';
import type { Values } from './declaration';

/** Prints what a demo computes where that is no network: the default export of its `code.ts`. */
export type OwnCode = (values: never, framework: 'tfjs' | 'keras' | 'pytorch', lang: Lang) => string;

const programs = import.meta.glob<{ default: (values: never, own?: never) => Program }>('./*/program.ts');
const ownCodes = import.meta.glob<{ default: OwnCode }>('./*/code.ts');

/** The present settings, with the reader's own data if there are any, as a program, or undefined where the demo has none to print. */
export async function loadProgram(id: string, values: Values, own?: OwnData): Promise<Program | undefined> {
  const module = await programs[`./${id}/program.ts`]?.();
  return module?.default(values as never, own as never);
}

/** How a demo without a program prints itself, or undefined. */
export async function loadOwnCode(id: string): Promise<OwnCode | undefined> {
  return (await ownCodes[`./${id}/code.ts`]?.())?.default;
}
