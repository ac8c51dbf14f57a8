/** All challenges and predictions of the book in one language, for the dialog of the reader's progress: loaded when that is opened. */
import type { APIRoute } from 'astro';
import { LANGS } from '../../i18n/text';
import { listChallenges } from '../../site/challenge-list';

export function getStaticPaths() {
  return LANGS.map((lang) => ({ params: { lang } }));
}

export const GET: APIRoute = async ({ params }) => Response.json(await listChallenges(params['lang'] === 'en' ? 'en' : 'zh'));
