/**
 * The table of contents marks the section that is read. In the place of Starlight's script of the same interface (own-contents.ts): a
 * chapter's headings are children of its text, so its blocks alone are watched, and to each belongs the heading before it.
 */

const TITLE = '_top';
/** Pixels below the header at which a section counts as read, and how far from there. */
const BELOW = 32;
const BAND = 53;
/** Milliseconds without a change of the window's size. */
const SOON = 200;

export class StarlightTOC extends HTMLElement {
  private link = this.querySelector<HTMLAnchorElement>('a[aria-current="true"]');
  private watch: IntersectionObserver | undefined;
  private waiting = 0;

  connectedCallback(): void {
    const links = new Map([...this.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const linkOf = new Map<Element, HTMLAnchorElement>();
    let current = links.get(TITLE);
    const title = document.getElementById(TITLE)?.closest('main > *');
    for (const block of [...(title ? [title] : []), ...document.querySelectorAll('.sl-markdown-content > *')]) {
      current = links.get(block.id) ?? current;
      if (current !== undefined) linkOf.set(block, current);
    }
    // Only when the page has been drawn: the header's height is asked for. It may change with the width.
    const soon = (): number => (this.waiting = window.setTimeout(() => this.follow(linkOf), SOON));
    soon();
    addEventListener('resize', () => {
      clearTimeout(this.waiting);
      soon();
    });
  }

  set current(link: HTMLAnchorElement) {
    if (link === this.link) return;
    this.link?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.link = link;
  }

  private follow(linkOf: ReadonlyMap<Element, HTMLAnchorElement>): void {
    this.watch?.disconnect();
    const heightOf = (part: Element | null): number => part?.getBoundingClientRect().height ?? 0;
    const top = heightOf(document.querySelector('header')) + heightOf(this.querySelector('summary')) + BELOW;
    this.watch = new IntersectionObserver(
      (entries) => {
        const link = entries.flatMap(({ isIntersecting, target }) => (isIntersecting ? (linkOf.get(target) ?? []) : []))[0];
        if (link !== undefined) this.current = link;
      },
      { rootMargin: `${-top}px 0% ${top + BAND - document.documentElement.clientHeight}px` },
    );
    for (const block of linkOf.keys()) this.watch.observe(block);
  }
}

customElements.define('starlight-toc', StarlightTOC);
