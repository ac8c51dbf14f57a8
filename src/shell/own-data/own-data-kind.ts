import type { Demo } from '../../demos/declaration';
import type { Text } from '../../i18n/text';
import type { OwnData } from '../../ml/data-kinds/own-data';

/** What the page knows of a kind of own data besides its panel (`<kind>/panel.tsx`), which is loaded when it is opened. */
export interface OwnDataKind<O> {
  /** As the run takes it; undefined where there is nothing to learn from. */
  readonly forRun: (own: O) => OwnData | undefined;
  /** What a link calls it; absent where it never travels in one. */
  readonly parameter?: string;
  /** As a link says it; undefined where it is too long for one. */
  readonly format: (own: O) => string | undefined;
  /** What `format` wrote, or undefined where a link says what cannot be. */
  readonly parse: (text: string, demo: Pick<Demo, 'ownData'>) => O | undefined;
  /** What is said beside a link: what of it travels, and what does not. */
  readonly linkWords: (own: O) => Text | undefined;
}
