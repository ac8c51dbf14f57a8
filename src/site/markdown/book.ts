/** The book as data: every chapter in every language, parsed and counted, with glossary, references and demos. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createMarkdownProcessor, parseFrontmatter } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import type { Demo } from '../../demos/declaration';
import { LANGS, type Lang } from '../../i18n/text';
import { readGlossary, type Glossary } from './glossary';
import { takeInventory, type Inventory } from './inventory';
import { problemAt, type Problem } from './problem';
import { readReferences, type References } from './references';
import { syntaxPlugins } from './syntax';

export interface Chapter {
  /** The file's name without its ending; the same in both languages. */
  readonly id: string;
  readonly lang: Lang;
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly title: string;
  /** Its place in the book; undefined where the front matter gives none. */
  readonly number: number | undefined;
  /** The sentence for search engines, previews and under the title; undefined where the front matter gives none. */
  readonly description: string | undefined;
  /** `growing` while it may lack what a finished chapter has; undefined of a finished one; whatever else stands there is a mistake. */
  readonly status: string | undefined;
  /** The file's text with its front matter blanked; lines and columns are those of the file. */
  readonly source: string;
  readonly tree: Root;
  readonly inventory: Inventory;
}

export interface Book {
  readonly chapters: readonly Chapter[];
  readonly glossary: Glossary;
  readonly references: References;
  readonly demos: ReadonlyMap<string, Demo>;
  /** Whether there is such a file, from the project's root. */
  readonly isFile: (path: string) => boolean;
  /** What could not be read at all. */
  readonly problems: readonly Problem[];
}

/** Front matter is blanked, so that lines and columns are those of the file. */
function blankFrontmatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/, (matter) => matter.replace(/[^\n]/g, ''));
}

/** Parses Markdown with the plugins of the site. */
async function parseMarkdown(text: string): Promise<Root> {
  let root: Root | undefined;
  const keep = () => (tree: Root) => {
    root = structuredClone(tree);
  };
  const processor = await createMarkdownProcessor({
    gfm: true,
    smartypants: false,
    syntaxHighlight: false,
    remarkPlugins: [...syntaxPlugins, keep],
  });
  await processor.render(text);
  return root ?? { type: 'root', children: [] };
}

/** Reads one chapter's text. Front matter that cannot be read counts as none; Astro's own schema names what is wrong in it. */
export async function parseChapter(options: { id: string; lang: Lang; path: string; text: string }): Promise<Chapter> {
  const { id, lang, path } = options;
  const text = options.text.replace(/^\uFEFF/, '');
  const frontmatter: Record<string, unknown> = parseFrontmatter(text).frontmatter;
  const { title, chapter, description, status } = frontmatter;
  const number = typeof chapter === 'number' && Number.isInteger(chapter) ? chapter : undefined;
  const source = blankFrontmatter(text);
  const tree = await parseMarkdown(source);
  return {
    id,
    lang,
    path,
    title: typeof title === 'string' ? title : '',
    number,
    description: typeof description === 'string' ? description : undefined,
    status: typeof status === 'string' ? status : status === undefined ? undefined : JSON.stringify(status),
    source,
    tree,
    inventory: takeInventory(tree, number ?? 0),
  };
}

function listMarkdown(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Reads the book from a folder with `zh/*.md`, `en/*.md`, `glossary.json` and `references.json`.
 * @param root the project's root, which paths in messages are relative to.
 */
export async function readBook(root: string, folder: string, demos: ReadonlyMap<string, Demo>): Promise<Book> {
  const chapters: Chapter[] = [];
  const problems: Problem[] = [];
  for (const lang of LANGS) {
    for (const name of listMarkdown(join(root, folder, lang))) {
      const path = `${folder}/${lang}/${name}`;
      try {
        const text = readFileSync(join(root, path), 'utf8');
        chapters.push(await parseChapter({ id: name.replace(/\.md$/, ''), lang, path, text }));
      } catch (error) {
        problems.push(problemAt(path, undefined, error instanceof Error ? error.message : String(error)));
      }
    }
  }
  const glossary = readGlossary(root, `${folder}/glossary.json`);
  const references = readReferences(root, `${folder}/references.json`);
  return {
    chapters,
    demos,
    isFile: (path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false,
    glossary: glossary.entries,
    references: references.entries,
    problems: [...problems, ...glossary.problems, ...references.problems],
  };
}
