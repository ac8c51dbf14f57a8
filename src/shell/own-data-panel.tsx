/** Where a frame's folded part for own data stands: its inside, which few readers open, is loaded then. */
import { dataText } from '../i18n/own-data';
import type { Controller } from './controller';
import { useLazyPart } from './lazy-part';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

export function OwnDataPanel({ controller, id }: PartProps) {
  const images = controller.loaded.demo.ownData?.kind === 'images';
  const loaded = useLazyPart<PartProps>(true, async () =>
    images ? (await import('./image-data-panel')).ImageDataPanel : (await import('./data-panel')).DataPanel,
  );
  if (typeof loaded === 'object') return <loaded.Part controller={controller} id={id} />;
  return <p class="gb-hint">{dataText[loaded === 'failed' ? 'notLoaded' : 'loading'][controller.lang]}</p>;
}
