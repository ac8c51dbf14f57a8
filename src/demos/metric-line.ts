/** What else a metric may say of how it is drawn; part of every `MetricSpec` (`declaration.ts`). */
import type { Text } from '../i18n/text';

declare module './declaration' {
  interface MetricSpec {
    /** What it is measured in: the heading of a chart whose metrics are all in the same. */
    readonly unit?: Text;
    /** What stays the same and is drawn for comparison: a thin horizontal line with this beside it, in place of a curve and its name. */
    readonly level?: string;
  }
}
