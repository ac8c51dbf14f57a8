import type { Lang } from '../../i18n/text';
import { shellText } from '../../i18n/shell';

/** The sign beside a knob that builds the run anew when it is turned, said before it is turned. */
export function Restarts({ lang }: { readonly lang: Lang }) {
  return (
    <span class="gb-restarts" title={shellText.restartsTitle[lang]}>
      {'\u00A0↻'}
      <span class="gb-visually-hidden">{lang === 'zh' ? `\uFF08${shellText.restarts.zh}\uFF09` : ` (${shellText.restarts.en})`}</span>
    </span>
  );
}
