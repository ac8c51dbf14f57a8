/** A field that is typed into. A running demo redraws sixty times a second: what a reader is typing stays theirs until they are done. */
import { useState } from 'preact/hooks';

interface TypedProps {
  readonly id?: string | undefined;
  /**
   * `number` for whole numbers counted up and down with arrow keys; `text` for others, which may be written as 1e-3; `words` for what
   * is no number.
   */
  readonly type: 'text' | 'number' | 'words';
  /** The value in force. */
  readonly value: string;
  readonly label?: string | undefined;
  readonly min?: number;
  readonly max?: number;
  /** Where a problem is explained; ids of the field and its problem are made from it. */
  readonly name: string;
  /** Takes what was typed; gives what is wrong with it, in words, and then the value in force stays as it was. */
  readonly take: (text: string) => string | undefined;
}

interface Draft {
  readonly text: string;
  /** The value in force when this was typed: when it changes by other means (the slider), the draft is past. */
  readonly over: string;
  readonly problem: string | undefined;
}

export function Typed({ id, type, value, label, min, max, name, take }: TypedProps) {
  const [typed, setDraft] = useState<Draft | undefined>(undefined);
  const draft = typed?.over === value ? typed : undefined;
  const commit = (text: string): void => {
    const problem = take(text);
    setDraft(problem === undefined ? undefined : { text, over: value, problem });
  };
  return (
    <>
      <input
        {...(id === undefined ? {} : { id })}
        type={type === 'number' ? 'number' : 'text'}
        inputMode={type === 'number' ? 'numeric' : type === 'words' ? 'text' : 'decimal'}
        {...(type === 'words' ? { spellcheck: false, autocapitalize: 'off', autocomplete: 'off' } : {})}
        class={type === 'words' ? 'gb-words' : 'gb-number'}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        aria-label={label}
        aria-invalid={draft?.problem === undefined ? undefined : true}
        aria-describedby={draft?.problem === undefined ? undefined : `${name}-problem`}
        value={draft?.text ?? value}
        onInput={(event) => setDraft({ text: event.currentTarget.value, over: value, problem: undefined })}
        onChange={(event) => commit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      {draft?.problem !== undefined && (
        <span class="gb-problem" id={`${name}-problem`} role="alert">
          {draft.problem}
        </span>
      )}
    </>
  );
}
