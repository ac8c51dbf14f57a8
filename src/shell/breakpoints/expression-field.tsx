/**
 * A field for an expression: what may come next is offered while it is typed, and a mistake is shown under its column. What a reader
 * has typed stays theirs until it is taken.
 */
import { useRef, useState } from 'preact/hooks';
import type { Lang, Text } from '../../i18n/text';
import { breakpointText } from '../../i18n/breakpoints';
import { completeExpression, type Completions } from '../../ml/expression/complete';
import type { Vocabulary } from '../../ml/expression/expression';

interface ExpressionFieldProps {
  readonly id: string;
  readonly lang: Lang;
  readonly label: string;
  readonly vocabulary: Vocabulary;
  readonly placeholder?: string;
  /** Takes what was typed and empties the field; or says what is wrong with it, and at which column (from 1). */
  readonly take: (text: string) => { readonly problem: Text; readonly column?: number } | undefined;
}

/** Words offered at most: the list is read, not searched. */
const MOST_OFFERED = 12;
const NONE: Completions = { from: 0, options: [] };

interface Offered {
  readonly completions: Completions;
  /** Which of them Enter takes; none until an arrow key has chosen one, so that Enter means what stands in the field. */
  readonly chosen: number | undefined;
}

const CLOSED: Offered = { completions: NONE, chosen: undefined };

export function ExpressionField({ id, lang, label, vocabulary, placeholder, take }: ExpressionFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [offered, setOffered] = useState<Offered>(CLOSED);
  const [wrong, setWrong] = useState<{ readonly problem: Text; readonly column?: number } | undefined>(undefined);
  const options = offered.completions.options.slice(0, MOST_OFFERED);

  const offer = (of: string, cursor: number, asked: boolean): void => {
    const completions = completeExpression(of, cursor, vocabulary);
    // Unasked, nothing is offered before a word has begun: a long list at every space would only be in the way.
    setOffered(asked || completions.from < cursor ? { completions, chosen: asked ? 0 : undefined } : CLOSED);
  };
  const insert = (index: number): void => {
    const option = options[index];
    const cursor = field.current?.selectionStart ?? text.length;
    if (option === undefined) return;
    const before = text.slice(0, offered.completions.from) + option.insert;
    const gap = option.insert.endsWith('(') || /^\s/.test(text.slice(cursor)) ? '' : ' ';
    const next = `${before}${gap}${text.slice(cursor)}`;
    setText(next);
    setWrong(undefined);
    offer(next, before.length + gap.length, option.insert.endsWith('('));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length + gap.length, before.length + gap.length);
    });
  };
  const submit = (): void => {
    setOffered(CLOSED);
    const problem = take(text);
    setWrong(problem);
    if (problem === undefined) setText('');
    else if (problem.column !== undefined) field.current?.setSelectionRange(problem.column - 1, problem.column - 1);
  };
  const move = (by: number): void => {
    if (options.length === 0) offer(text, field.current?.selectionStart ?? text.length, true);
    else setOffered({ ...offered, chosen: ((offered.chosen ?? (by > 0 ? -1 : 0)) + by + options.length) % options.length });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp' && options.length > 0) move(-1);
    else if (event.key === 'Escape' && options.length > 0) setOffered(CLOSED);
    else if (event.key === 'Enter' && offered.chosen !== undefined && options.length > 0) insert(offered.chosen);
    else if (event.key === 'Enter') submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="gb-expression">
      <span class="gb-expression-line">
        <input
          ref={field}
          id={id}
          type="text"
          class="gb-words"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={offered.chosen === undefined || options.length === 0 ? undefined : `${id}-offer-${offered.chosen}`}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${id}-problem`}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          placeholder={placeholder}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setWrong(undefined);
            offer(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length, false);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOffered(CLOSED)}
        />
        <button type="button" class="gb-chip" disabled={text.trim() === ''} onClick={submit}>
          {breakpointText.add[lang]}
        </button>
      </span>
      <ul id={`${id}-offers`} class="gb-offers" role="listbox" aria-label={breakpointText.suggestions[lang]} hidden={options.length === 0}>
        {options.map((option, index) => (
          <li
            key={option.insert}
            id={`${id}-offer-${index}`}
            role="option"
            aria-selected={index === offered.chosen}
            data-kind={option.kind}
            onPointerDown={(event) => {
              // Before the field loses the focus, which would close the list.
              event.preventDefault();
              insert(index);
            }}
          >
            {option.insert}
          </li>
        ))}
      </ul>
      {wrong !== undefined && (
        <span class="gb-problem" id={`${id}-problem`} role="alert">
          {wrong.column !== undefined && (
            <span class="gb-caret" aria-hidden="true" style={{ marginInlineStart: `${wrong.column - 1}ch` }}>
              ↑
            </span>
          )}
          {wrong.problem[lang]}
        </span>
      )}
    </span>
  );
}
