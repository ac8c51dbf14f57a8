/** The search dialog in the browser: opens, fetches what is searched, lists what is found. */
import { fill } from '../../i18n/text';
import type { Excerpt } from './excerpt';
import type { FoundPage, FoundPlace } from './find';

function link({ title, url, excerpt }: FoundPlace): HTMLLIElement {
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

function excerptNodes(excerpt: Excerpt): readonly Node[] {
  return excerpt.map((piece) => {
    if (!piece.marked) return document.createTextNode(piece.text);
    const mark = document.createElement('mark');
    mark.textContent = piece.text;
    return mark;
  });
}

/** A page and the places in it. */
function pageItems(page: FoundPage): HTMLLIElement[] {
  const items = [link(page), ...page.places.map(link)];
  items.forEach((item, i) => item.classList.toggle('gb-search-place', i > 0));
  return items;
}

type Finder = (query: string) => readonly FoundPage[];

/** `<site-search>`: a button, a dialog, and the book's texts, which are fetched when the dialog is opened first. */
export class SiteSearch extends HTMLElement {
  private readonly listening = new AbortController();
  private finder: Promise<Finder> | undefined;
  private asked = '';

  connectedCallback(): void {
    const { signal } = this.listening;
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    if (dialog === null || input === null) return;
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      input.select();
      this.finder ??= this.load();
      // A failure is shown when something is asked.
      this.finder.catch(() => undefined);
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

  private async load(): Promise<Finder> {
    const { loadFinder } = await import('./load');
    return loadFinder(this.dataset['texts'] ?? '');
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
    this.asked = query;
    if (query === '') return this.show('', []);
    try {
      this.finder ??= this.load();
      const finder = await this.finder;
      // Another query may have come while the texts did.
      if (this.asked !== query) return;
      const pages = finder(query);
      this.show(fill(this.word(pages.length === 0 ? 'none' : 'count'), { query, count: pages.length }), pages.flatMap(pageItems));
    } catch {
      // The texts are not there (the dev server makes none) or could not be fetched; the next query tries again.
      this.finder = undefined;
      this.show(this.word('failed'), []);
    }
  }
}
