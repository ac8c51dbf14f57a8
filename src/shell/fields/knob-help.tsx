/** What a knob does, on demand: a sign beside its name that opens a sentence, by mouse, finger or key. */
import type { Parameter } from '../../demos/declaration';
import { shellText } from '../../i18n/shell';
import { fill, type Lang } from '../../i18n/text';
import { glossaryAddress } from '../page';

/** Room between the sentence and the screen's edge, in pixels. */
const EDGE = 8;

/** Puts an open sentence under its sign, as far to the left as it must be to stand on the screen; it scrolls with the page. */
function place(sentence: HTMLElement, sign: Element): void {
  const at = sign.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.max(EDGE, Math.min(at.left - EDGE, width - sentence.offsetWidth - EDGE));
  sentence.style.left = `${left + scrollX}px`;
  sentence.style.top = `${at.bottom + scrollY + EDGE / 2}px`;
}

interface KnobHelpProps {
  readonly parameter: Pick<Parameter, 'help' | 'term' | 'label'>;
  /** Of the sentence; unique on the page. */
  readonly id: string;
  readonly lang: Lang;
}

export function KnobHelp({ parameter: { help, term, label }, id, lang }: KnobHelpProps) {
  if (help === undefined) return null;
  return (
    <>
      <button type="button" class="gb-help" popovertarget={id} aria-label={fill(shellText.knobHelp[lang], { knob: label[lang] })}>
        <span>?</span>
      </button>
      <div
        class="gb-help-text"
        popover
        id={id}
        onToggle={({ currentTarget, newState }) => {
          const sign = currentTarget.previousElementSibling;
          if (newState === 'open' && sign !== null) place(currentTarget, sign);
        }}
      >
        {help[lang]}
        {term !== undefined && (
          <>
            {' '}
            <a href={glossaryAddress(term, lang)}>{shellText.inGlossary[lang]}</a>
          </>
        )}
      </div>
    </>
  );
}
