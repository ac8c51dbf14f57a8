import type { Lang } from '../../i18n/text';
import type { Framework } from '../../ml/blueprint/code';
import { printNetwork } from '../../ml/blueprint/code/network-code';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { architectureOf } from './program';
import { sizeOf } from './size';

/** The published network at the size chosen (its miniature is only what can be trained here). */
export default function architecturesCode(values: ValuesOf<typeof demo>, framework: Framework, lang: Lang): string {
  const architecture = architectureOf(values.architecture);
  const { side, classes } = sizeOf(architecture, values);
  // Below the least side there is no network to print; the nearest one that there is stands in.
  return printNetwork(architecture.build({ side: Math.max(side, architecture.leastSide), classes }), framework, lang);
}
