import type { Link, Parents, PhrasingContent, Root } from 'mdast';
import { fill } from '../../i18n/text';
import { siteText } from '../../i18n/site';
import { findChapter, isEmptyLink, readLink } from './anchors';
import { phrase, words } from './elements';
import { walk } from './nodes';
import { chapterHref, nameOf, type RenderContext } from './render-context';

function replace(parent: Parents, node: Link, by: PhrasingContent): void {
  const index = parent.children.findIndex((child) => child === node);
  if (index !== -1) parent.children.splice(index, 1, by);
}

function renderAnchor(node: Link, anchor: string, { inventory, lang }: RenderContext): void {
  const target = inventory.byAnchor.get(anchor);
  if (target === undefined) return;
  node.url = `#${encodeURIComponent(anchor)}`;
  if (isEmptyLink(node)) {
    node.children = [words(nameOf(target, lang))];
    if (target.title !== '') node.title = target.title;
    node.data = { hProperties: { className: ['gb-reference'] } };
  }
}

/** A term with its meaning beside it: CSS shows it on hover and focus, so no script is needed. */
function renderTerm(node: Link, name: string, id: string, { book, lang }: RenderContext): PhrasingContent | undefined {
  const entry = book.glossary.get(name);
  if (entry === undefined) return undefined;
  const shown = node.children.length > 0 ? node.children : [words(entry[lang].term)];
  const otherLang = lang === 'zh' ? 'en' : 'zh';
  const meaning = phrase('span', { className: 'gb-meaning', role: 'tooltip', id }, [
    phrase('span', { className: 'gb-meaning-term' }, [
      words(`${entry[lang].term} · `),
      phrase('span', { lang: otherLang === 'zh' ? 'zh-CN' : 'en' }, [words(entry[otherLang].term)]),
    ]),
    words(entry[lang].meaning),
  ]);
  return phrase('span', { className: 'gb-term' }, [phrase('dfn', { tabIndex: 0, ariaDescribedBy: id }, shown), meaning]);
}

function renderChapterLink(node: Link, id: string, anchor: string | undefined, context: RenderContext): PhrasingContent | undefined {
  const { book, lang, base } = context;
  const found = findChapter(book, id, lang);
  if (found === undefined) return undefined;
  const target = anchor === undefined ? undefined : found.chapter?.inventory.byAnchor.get(anchor);
  // The preface stands before the chapters that are counted.
  const chapterName = found.number === 0 ? found.title : fill(siteText.chapter[lang], { number: found.number ?? '?' });
  const name = target === undefined ? chapterName : nameOf(target, lang);
  const children = isEmptyLink(node) ? [words(name)] : node.children;
  if (found.chapter === undefined) return phrase('span', { className: 'gb-planned', title: found.title }, children);
  node.url = chapterHref(base, lang, id) + (target === undefined ? '' : `#${encodeURIComponent(target.anchor)}`);
  node.title = found.title;
  node.children = children;
  return node;
}

/** A link to a run of the chapter's demo: the page's script (`shell/page.ts`) makes `data-run` its address; without it, it leads to the figure. */
function renderDemoLink(node: Link, id: string, query: string, { inventory }: RenderContext): void {
  const figure = inventory.demos.find(({ demo }) => demo === id);
  const target = figure && inventory.byNode.get(figure.node);
  node.url = `#${target?.anchor ?? ''}`;
  node.data = { hProperties: { dataRun: `${id}?${query}` } };
}

/** A page or a file of public/ below the site's base. */
function fileHref(base: string, path: string): string {
  return base.replace(/\/?$/, '') + path;
}

/** Gives links to anchors, terms, chapters, demos and files their words and addresses, and pictures of public/ theirs. */
export function renderLinks(tree: Root, context: RenderContext): void {
  let terms = 0;
  for (const { node, parents } of [...walk(tree)]) {
    const parent = parents.at(-1);
    if (node.type === 'image' && node.url.startsWith('/')) node.url = fileHref(context.base, node.url);
    if (node.type !== 'link' || parent === undefined) continue;
    const link = readLink(node.url);
    if (link.kind === 'anchor') renderAnchor(node, link.anchor, context);
    else if (link.kind === 'demo') renderDemoLink(node, link.id, link.query, context);
    else if (link.kind === 'file') node.url = fileHref(context.base, link.path);
    else if (link.kind !== 'other') {
      const by =
        link.kind === 'term'
          ? renderTerm(node, link.name, `term-${++terms}`, context)
          : renderChapterLink(node, link.id, link.anchor, context);
      if (by !== undefined) replace(parent, node, by);
    }
  }
}
