/** Parts of the drawer that few readers open: their inside is loaded then. */
import type { ComponentType } from 'preact';
import { dataText } from '../i18n/own-data';
import type { Controller } from './controller';
import { useLazyPart } from './lazy-part';
import { NotLoaded } from './not-loaded';

interface PartProps {
  readonly controller: Controller;
  readonly id: string;
}

const parts = {
  code: async (): Promise<ComponentType<PartProps>> => (await import('./code-panel')).CodePanel,
  model: async (): Promise<ComponentType<PartProps>> => (await import('./saved-model/model-panel')).ModelPanel,
};

/** @param name which part of the drawer. */
export function LatePanel({ controller, id, name }: PartProps & { readonly name: keyof typeof parts }) {
  const loaded = useLazyPart<PartProps>(true, parts[name]);
  if (typeof loaded === 'object') return <loaded.Part controller={controller} id={id} />;
  if (loaded === 'failed') return <NotLoaded controller={controller} text={dataText.notLoaded[controller.lang]} />;
  return <p class="gb-hint">{dataText.loading[controller.lang]}</p>;
}
