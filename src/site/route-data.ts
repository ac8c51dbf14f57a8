/** What every page of the book gets besides Starlight's own: neighbours in the order of the book, languages, a picture for previews. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { LANG_TAGS, LANGS } from '../i18n/text';
import { listChapters, sitePath, type ListedChapter } from './book-chapters';
import { langOf } from './page-language';

type Link = NonNullable<StarlightRouteData['pagination']['prev']>;

function linkTo({ href, title, number }: ListedChapter): Link | undefined {
  if (href === undefined) return undefined;
  return { type: 'link', label: `${number} ${title}`, href, isCurrent: false, badge: undefined, attrs: {} };
}

export const onRequest = defineRouteMiddleware(async (context) => {
  const route = context.locals.starlightRoute;
  const lang = langOf(route.locale);
  const id = route.entry.id.replace(/^en\//, '');
  const chapters = (await listChapters(lang)).filter(({ href }) => href !== undefined);
  const index = chapters.findIndex((chapter) => chapter.id === id);
  const [prev, next] = index === -1 ? [] : [chapters[index - 1], chapters[index + 1]];
  route.pagination = { prev: prev && linkTo(prev), next: next && linkTo(next) };

  if (id === '404') return;
  if (context.site === undefined) {
    // Without SITE no absolute address is known; Starlight then names no other language at all.
    const path = id === 'index' || id === '' ? [] : [id];
    for (const other of LANGS) {
      route.head.push({ tag: 'link', attrs: { rel: 'alternate', hreflang: LANG_TAGS[other], href: sitePath(other, ...path) } });
    }
  } else {
    const picture = new URL(`${sitePath('zh')}pictures/social.png`, context.site).href;
    route.head.push(
      { tag: 'meta', attrs: { property: 'og:image', content: picture } },
      { tag: 'meta', attrs: { property: 'og:image:width', content: '1200' } },
      { tag: 'meta', attrs: { property: 'og:image:height', content: '630' } },
    );
  }
});
