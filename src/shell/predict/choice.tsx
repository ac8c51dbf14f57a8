/** The answers of a prediction to choose from: radio buttons with the words that the page's list has. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { predictText } from '../../i18n/predict';
import type { Lang } from '../../i18n/text';
import { letterOf } from './stretches';

export interface ChoiceProps {
  readonly id: string;
  /** The items of the page's list, whose content each answer shows. */
  readonly items: readonly HTMLElement[];
  readonly lang: Lang;
  readonly chosen: number | undefined;
  /** Once the run is known: the answer that it gives, -1 for none. */
  readonly right: number | undefined;
  /** Absent once the reader is committed. */
  readonly onChoose: ((index: number) => void) | undefined;
}

function Words({ item }: { readonly item: HTMLElement }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(...[...item.childNodes].map((node) => node.cloneNode(true)));
  }, [item]);
  return <span class="gb-predict-words" ref={place} />;
}

export function Choice({ id, items, lang, chosen, right, onChoose }: ChoiceProps) {
  return (
    <fieldset class="gb-predict-choice">
      <legend class="gb-visually-hidden">{predictText.choose[lang]}</legend>
      {items.map((item, i) => (
        <label class={`gb-predict-answer${i === right ? ' gb-predict-right' : ''}${i === chosen ? ' gb-predict-chosen' : ''}`} key={i}>
          <input type="radio" name={id} checked={i === chosen} disabled={onChoose === undefined} onChange={() => onChoose?.(i)} />
          <span class="gb-predict-letter">{letterOf(i)}</span>
          <Words item={item} />
          {onChoose === undefined && i === chosen && <span class="gb-predict-tag">{predictText.yourChoice[lang]}</span>}
          {i === right && <span class="gb-predict-tag gb-predict-tag-run">{predictText.theAnswer[lang]}</span>}
        </label>
      ))}
    </fieldset>
  );
}
