import { CannotRecord } from '../compile/record/recorder';
import { engineText } from '../../i18n/engine';
import { fill, type Text } from '../../i18n/text';

/** An error whose words are for readers, in both languages. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
  readonly text: Text;
  /** @param template with `{name}` where `words.name` goes. */
  constructor(template: Text, words: Readonly<Record<string, string | number>> = {}) {
    const text = { zh: fill(template.zh, words), en: fill(template.en, words) };
    super(text.en);
    this.text = text;
  }
}

/** What an error says to a reader; one that was not written for readers says the same in both languages. */
export function textOfError(error: unknown): Text {
  if (error instanceof ReaderError) return error.text;
  if (error instanceof CannotRecord) return new ReaderError(engineText.notCompiled, { cause: error.reason }).text;
  const cause = error instanceof Error ? error.message : String(error);
  return { zh: cause, en: cause };
}

/**
 * Names demo, place and cause.
 * @param step steps trained before; undefined while the model is being built.
 */
export function failureText(demo: string, step: number | undefined, error: unknown): Text {
  const cause = textOfError(error);
  const inWords = (lang: 'zh' | 'en'): string => {
    const where = step === undefined ? engineText.whileBuilding[lang] : fill(engineText.whileTraining[lang], { step: step + 1 });
    return fill(engineText.failed[lang], { demo, where, cause: cause[lang] });
  };
  return { zh: inWords('zh'), en: inWords('en') };
}
