import { LANGS, type Lang } from '../../i18n/text';

/** Which chapter a Markdown file is, by its place: `…/<lang>/<id>.md`. */
export function readChapterPath(path: string | undefined): { readonly lang: Lang; readonly id: string } | undefined {
  const match = /([^/\\]+)[/\\]([^/\\]+)\.md$/.exec(path ?? '');
  const lang = LANGS.find((one) => one === match?.[1]);
  const id = match?.[2];
  return lang === undefined || id === undefined ? undefined : { lang, id };
}
