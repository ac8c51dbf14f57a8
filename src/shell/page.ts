/** The few things the frame asks of the page itself: clipboard, downloads, addresses. */
import type { Values } from '../demos/declaration';
import type { Lang } from '../i18n/text';

/** Puts text on the clipboard; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Chromium drops, without a word, what a page offers beyond ten files a second. */
const AT_ONCE = 8;
const WHILE = 1200;

/** When each of the last files was offered, or is to be, in milliseconds. */
const offered: number[] = [];

/** Offers bytes as a file to save; after many at once, as soon as the browser takes more. */
export function download(name: string, content: BlobPart, type: string): void {
  const now = performance.now();
  const at = Math.max(now, (offered.at(-AT_ONCE) ?? -WHILE) + WHILE);
  offered.push(at);
  offered.splice(0, offered.length - AT_ONCE);
  if (at > now) setTimeout(() => offer(name, content, type), at - now);
  else offer(name, content, type);
}

function offer(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has taken the address over by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The site's base path (`/` or a sub-path), ending in a slash. */
export function basePath(): string {
  const base: string = import.meta.env.BASE_URL;
  return base.endsWith('/') ? base : `${base}/`;
}

/** The address of a demo's own page for embedding, with a state. */
export function embedAddress(id: string, lang: Lang, query: string): string {
  const path = `${basePath()}${lang === 'en' ? 'en/' : ''}embed/${id}/`;
  return `${location.origin}${path}${query === '' ? '' : `?${query}`}`;
}

/** The address of a glossary entry. */
export function glossaryAddress(term: string, lang: Lang): string {
  return `${basePath()}${lang === 'en' ? 'en/' : ''}glossary/#${term}`;
}

/** The values that an attribute of the page’s own HTML holds as JSON. */
export function readValues(text: string | undefined): Values {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Values) : {};
  } catch {
    return {};
  }
}

/**
 * The part of an address that speaks of a demo: `#id?query` in a chapter, the query on the demo's own page. Undefined where there is
 * none. Nothing is decoded here: whatever stands there is for the link's parser to judge.
 */
export function queryOf({ hash, search }: Pick<Location, 'hash' | 'search'>, id: string, ownPage: boolean): string | undefined {
  if (ownPage) return search === '' ? undefined : search.slice(1);
  const [name, query] = hash.slice(1).split(/\?(.*)/s);
  return name === id ? query : undefined;
}

/** The address of this page that opens a demo of it in a state: `#id?query` in a chapter, `?query` on the demo's own page. */
export function pageAddress(id: string, query: string, address = location.href, base = basePath()): string {
  const here = new URL(address);
  // Some hosts give a page also without the final slash, or with the name of its file: the link has the address that all of them know.
  here.pathname = here.pathname.replace(/(?:\/index\.html|\/)?$/, '/');
  const ownPage = /^(?:en\/)?embed\/[^/]+\/$/.test(here.pathname.slice(base.length));
  // With nothing to say the question mark stays: it is what makes the address one of a demo.
  here.hash = ownPage ? '' : `${id}?${query}`;
  if (ownPage) here.search = query;
  return here.href;
}

/**
 * Calls `follow` whenever the page's address comes to speak of a demo. Links of the text to its runs (`data-run="<demo>?<query>"`) lead to
 * the figure where no script runs; here they get the run's own address. Following one that the address says already is no change of it.
 */
export function followRuns(demo: string, follow: () => void, signal: AbortSignal): void {
  addEventListener('hashchange', follow, { signal });
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[data-run^="${demo}?"]`)) {
    link.hash = link.dataset['run'] ?? '';
    link.addEventListener('click', () => link.href === location.href && follow(), { signal });
  }
}

/** A picture's SVG with the page's colours written into it, so that it looks the same elsewhere. */
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const from = [svg, ...svg.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((element, i) => {
    const target = to[i];
    if (!(target instanceof SVGElement)) return;
    const style = getComputedStyle(element);
    for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font', 'text-anchor', 'visibility', 'display']) {
      target.style.setProperty(name, style.getPropertyValue(name));
      target.removeAttribute(name);
    }
    target.removeAttribute('tabindex');
  });
  const box = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  return new XMLSerializer().serializeToString(copy);
}

/** The picture as PNG bytes, at twice its size. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob | undefined> {
  const image = new Image();
  const box = svg.viewBox.baseVal;
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(svg))}`;
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * box.width;
  canvas.height = 2 * box.height;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.fillStyle = getComputedStyle(svg).getPropertyValue('--gb-paper') || 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
