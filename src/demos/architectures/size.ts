import type { Architecture } from '../../ml/blueprint/architectures';
import type { ArchitectureSize } from '../../ml/blueprint/architectures/size';

/** Side and classes that a network is looked at with: as published, or the reader's own. */
export function sizeOf(
  { published }: Pick<Architecture, 'published'>,
  values: { readonly input?: unknown; readonly side?: unknown; readonly classes?: unknown },
): ArchitectureSize {
  if (values.input !== 'own') return published;
  const { side, classes } = values;
  return { side: typeof side === 'number' ? side : published.side, classes: typeof classes === 'number' ? classes : published.classes };
}
