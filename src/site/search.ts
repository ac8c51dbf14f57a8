/** The search dialog in the browser: opens, asks Pagefind, lists what it finds. */
import { fill } from '../i18n/text';

interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly SubResult[];
}

interface Pagefind {
  init(): Promise<void>;
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  /** Null when another query came meanwhile. */
  debouncedSearch(query: string): Promise<{ readonly results: readonly { data(): Promise<Page> }[] } | null>;
}

/** How many pages and how many places of each are listed. */
const MOST_PAGES = 12;
const MOST_PLACES = 5;

function isPagefind(value: unknown): value is Pagefind {
  return typeof value === 'object' && value !== null && 'debouncedSearch' in value && 'init' in value && 'options' in value;
}

/** An excerpt's text with its marked words; whatever else its HTML holds is dropped. */
function excerptNodes(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

function link(title: string, url: string, excerpt: string): HTMLLIElement {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  anchor.href = url;
  const name = document.createElement('strong');
  name.textContent = title;
  const text = document.createElement('span');
  text.append(...excerptNodes(excerpt));
  anchor.append(name, text);
  item.append(anchor);
  return item;
}

/** A page and the places in it; the place without a heading is the page itself. */
function pageItems({ url, excerpt, meta, sub_results: places }: Page): HTMLLIElement[] {
  const title = meta.title ?? url;
  const inside = places.filter((place) => place.url !== url && !place.url.endsWith('#_top')).slice(0, MOST_PLACES);
  const items = [link(title, url, excerpt), ...inside.map((place) => link(place.title, place.url, place.excerpt))];
  items.forEach((item, i) => item.classList.toggle('gb-search-place', i > 0));
  return items;
}

/** `<site-search>`: a button, a dialog, and an index that is fetched when the dialog is opened first. */
export class SiteSearch extends HTMLElement {
  private readonly listening = new AbortController();
  private pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const { signal } = this.listening;
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    if (dialog === null || input === null) return;
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      input.select();
      this.pagefind ??= this.load();
      // A failure is shown when something is asked.
      this.pagefind.catch(() => undefined);
    };
    this.querySelector('[data-open-modal]')?.addEventListener('click', open, { signal });
    this.querySelector('.gb-search-close')?.addEventListener('click', () => dialog.close(), { signal });
    // The backdrop counts as the dialog itself; what is inside it as something else.
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(), { signal });
    this.addEventListener('click', (event) => event.target instanceof Element && event.target.closest('a') !== null && dialog.close(), {
      signal,
    });
    input.addEventListener('input', () => void this.ask(input.value.trim()), { signal });
    addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (dialog.open) dialog.close();
        else open();
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.listening.abort();
  }

  private async load(): Promise<Pagefind> {
    const bundle = this.dataset['bundle'] ?? '/pagefind/';
    const module: unknown = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
    if (!isPagefind(module)) throw new Error('Pagefind has changed its interface');
    await module.options({ excerptLength: 24 });
    await module.init();
    return module;
  }

  private word(name: 'none' | 'failed' | 'count'): string {
    const words: unknown = JSON.parse(this.dataset['words'] ?? '{}');
    if (typeof words !== 'object' || words === null || !(name in words)) return '';
    const word: unknown = Object.getOwnPropertyDescriptor(words, name)?.value;
    return typeof word === 'string' ? word : '';
  }

  private show(status: string, items: readonly HTMLLIElement[]): void {
    const line = this.querySelector('.gb-search-status');
    if (line !== null) line.textContent = status;
    this.querySelector('.gb-search-results')?.replaceChildren(...items);
  }

  private async ask(query: string): Promise<void> {
    if (query === '') return this.show('', []);
    try {
      this.pagefind ??= this.load();
      const found = await (await this.pagefind).debouncedSearch(query);
      if (found === null) return;
      const pages = await Promise.all(found.results.slice(0, MOST_PAGES).map((result) => result.data()));
      const status = pages.length === 0 ? fill(this.word('none'), { query }) : fill(this.word('count'), { count: found.results.length });
      this.show(status, pages.flatMap(pageItems));
    } catch {
      // The index is not there (the dev server makes none) or could not be fetched; the next query tries again.
      this.pagefind = undefined;
      this.show(this.word('failed'), []);
    }
  }
}
