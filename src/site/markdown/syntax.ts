/** The Markdown that chapters are written in, as remark plugins: GFM is added by Astro, these add the rest. */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkMath from 'remark-math';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

/**
 * Directives on lines of their own (`::demo`, `:::figure`), and only those: directives inside a line would turn the
 * `:30` of `10:30` into an element.
 */
export function remarkFlowDirective(this: Processor): undefined {
  const data = this.data();
  const { flow } = directive();
  (data.micromarkExtensions ??= []).push(flow === undefined ? {} : { flow });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

/** In the order in which they must be applied. */
export const syntaxPlugins = [remarkCjkFriendly, remarkCjkFriendlyGfmStrikethrough, remarkMath, remarkFlowDirective] as const;
