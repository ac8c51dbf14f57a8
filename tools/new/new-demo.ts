/** A new demo from the template: checks what was asked for and gives the files; writes nothing. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { plannedChapters } from '../../src/site/chapters';

/** The files of a demo, in the order in which they are read. */
export const DEMO_FILES = ['demo.ts', 'program.ts', 'model.ts', 'proof.ts'] as const;

/** The chapter that the template names. */
const TEMPLATE_CHAPTER = "chapter: 'mlp'";

/** What `npm run new` was asked for. */
export interface NewDemo {
  readonly id: string;
  /** The chapter that the demo is to belong to. */
  readonly chapter: string;
}

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Says what is wrong with what was asked for, or gives it. A demo's id is its folder: in Markdown, in links, in tests. */
export function readRequest(root: string, args: readonly string[]): NewDemo | { readonly problem: string } {
  const usage = 'npm run new -- demo <id> [--chapter <name>]';
  const at = args.indexOf('--chapter');
  const [kind, id, ...more] = at === -1 ? args : args.filter((_, i) => i !== at && i !== at + 1);
  const chapter = at === -1 ? 'mlp' : (args[at + 1] ?? '');
  if (kind !== 'demo') return { problem: `there is no new "${kind ?? ''}"; there is: ${usage}` };
  if (id === undefined || more.length > 0) return { problem: `one demo is named: ${usage}` };
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    return { problem: `"${id}" is no id: small letters and digits, words joined by hyphens, such as two-moons` };
  }
  if (existsSync(join(root, 'src/demos', id))) return { problem: `there is a demo "${id}" already, in src/demos/${id}: take another id` };
  const chapters = [
    ...globSync('*.md', { cwd: join(root, 'content/zh') }).map((file) => basename(file, '.md')),
    ...plannedChapters.map((one) => one.id),
  ];
  if (!chapters.includes(chapter)) return { problem: `there is no chapter "${chapter}"; there are: ${[...new Set(chapters)].join(', ')}` };
  return { id, chapter };
}

/**
 * The files of the new demo by name. They are those of `tools/new/template`, which is checked by the compiler where it stands: only
 * paths, chapter and the program's name change.
 */
export function demoFiles(root: string, { id, chapter }: NewDemo): Readonly<Record<string, string>> {
  return Object.fromEntries(
    DEMO_FILES.map((file) => {
      const template = readFileSync(join(root, 'tools/new/template', file), 'utf8');
      const text = template
        .replaceAll("'../../../src/demos/", "'../")
        .replaceAll("'../../../src/", "'../../")
        .replaceAll('newProgram', `${camelCase(id)}Program`)
        .replace(TEMPLATE_CHAPTER, `chapter: '${chapter}'`);
      return [file, text];
    }),
  );
}
