/** Where a frame's folded part for own data stands: its inside, which few readers open, is loaded then. */
import type { ComponentType } from 'preact';
import type { OwnDataUse } from '../../demos/declaration';
import { dataText } from '../../i18n/own-data';
import type { Controller } from '../controller';
import { useLazyPart } from '../lazy-part';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

const panels: Readonly<Record<OwnDataUse['kind'], () => Promise<ComponentType<PartProps>>>> = {
  rows: async () => (await import('./rows/panel')).DataPanel,
  images: async () => (await import('./images/panel')).ImageDataPanel,
  text: async () => (await import('./text/panel')).TextDataPanel,
};

/** The panel of the kind that the demo takes; @param kind its name. */
export function OwnDataPanel({ controller, id, kind }: PartProps & { readonly kind: OwnDataUse['kind'] }) {
  const loaded = useLazyPart<PartProps>(true, panels[kind]);
  if (typeof loaded === 'object') return <loaded.Part controller={controller} id={id} />;
  return <p class="gb-hint">{dataText[loaded === 'failed' ? 'notLoaded' : 'loading'][controller.lang]}</p>;
}
