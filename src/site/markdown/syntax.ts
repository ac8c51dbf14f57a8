/** The Markdown that chapters are written in, as remark plugins: GFM is added by Astro, these add the rest. */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkMath from 'remark-math';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

type Construct = Extract<NonNullable<NonNullable<ReturnType<typeof directive>['text']>[number]>, { tokenize: unknown }>;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;

const COLON = 58;
/** The one directive that may stand inside a line. */
const INLINE = ':measured[';

/** Succeeds where a text begins with `:measured[`. */
const begins: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    const from =
      (index: number): State =>
      (code) => {
        if (code !== INLINE.charCodeAt(index)) return nok(code);
        if (index === INLINE.length - 1) return ok(code);
        effects.consume(code);
        return from(index + 1);
      };
    return (code) => {
      effects.enter('data');
      return from(0)(code);
    };
  },
};

/** A construct for text, tried only where `:measured[` stands. */
function onlyMeasured(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    return effects.check(begins, construct.tokenize.call(this, effects, ok, nok), nok);
  };
  return { ...construct, tokenize };
}

/**
 * Directives on lines of their own (`::demo`, `:::figure`), and inside a line `:measured[…]{…}` alone: any other would turn the
 * `:30` of `10:30` into an element.
 */
function remarkDirectives(this: Processor): undefined {
  const data = this.data();
  const { flow, text } = directive();
  const inline = [text?.[COLON] ?? []].flat().map(onlyMeasured);
  (data.micromarkExtensions ??= []).push({ ...(flow === undefined ? {} : { flow }), text: { [COLON]: inline } });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

/** In the order in which they must be applied. */
export const syntaxPlugins = [remarkCjkFriendly, remarkCjkFriendlyGfmStrikethrough, remarkMath, remarkDirectives] as const;
