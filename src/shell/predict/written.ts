import type { Lang } from '../../i18n/text';
import { percentShort, short } from '../../views/parts/ramp';

/** A number as a prediction tells it: per cent where the text says it so. */
export function written(value: number, percent: boolean, lang: Lang): string {
  if (!percent) return short(value);
  return lang === 'en' ? percentShort(value).replace('%', ' %') : percentShort(value);
}
