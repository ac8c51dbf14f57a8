/** One demo's parts, loaded when the page needs them: what it declares, draws and recorded. */
import type { View } from '../views/view';
import type { Demo, Values } from './declaration';
import type { Film } from './film';
import type { Recording } from './recording';
import { filmName, recordingName } from './recording-name';
import { defaultsOf } from './resolve';

const declarations = import.meta.glob<{ default: Demo }>('./*/demo.ts');
const ownViews = import.meta.glob<{ default: View<unknown> }>('./*/view.tsx');
const recordings = import.meta.glob<{ default: Recording }>('./*/run*.json');
const films = import.meta.glob<{ default: Film }>('./*/film*.json');
const views = import.meta.glob<{ default: View<unknown> }>('../views/*.tsx');

/** What a frame around a demo needs before it draws anything. */
export interface LoadedDemo {
  readonly id: string;
  readonly demo: Demo;
  /** The picture of each `views` entry of the declaration, in its order. */
  readonly views: readonly View<unknown>[];
  readonly recording: Recording | undefined;
}

async function viewOf(id: string, name: string): Promise<View<unknown>> {
  const load = name === 'own' ? ownViews[`./${id}/view.tsx`] : views[`../views/${name}.tsx`];
  if (load === undefined) throw new Error(`demo "${id}": there is no view "${name}"`);
  return (await load()).default;
}

/** Loads what a demo declares, and nothing else of it. Throws where there is no such demo. */
export async function loadDeclaration(id: string): Promise<Demo> {
  const load = declarations[`./${id}/demo.ts`];
  if (load === undefined) throw new Error(`there is no demo "${id}"`);
  return (await load()).default;
}

/** Loads a demo, with the recording of these settings if there is one. Throws naming what is not there. */
export async function loadDemo(id: string, use: { readonly values?: Values; readonly seed?: number } = {}): Promise<LoadedDemo> {
  const demo = await loadDeclaration(id);
  const file = recordingName(demo, { ...defaultsOf(demo), ...use.values }, use.seed ?? demo.seed);
  const [pictures, recording] = await Promise.all([
    Promise.all(demo.views.map(({ view }) => viewOf(id, view))),
    recordings[`./${id}/${file}`]?.().then((module) => module.default),
  ]);
  return { id, demo, views: pictures, recording };
}

/** Loads the film of a recording, or nothing where there is none. */
export async function loadFilm({ id, demo, recording }: LoadedDemo): Promise<Film | undefined> {
  if (recording === undefined) return undefined;
  const file = filmName(recordingName(demo, recording.values, recording.seed));
  return (await films[`./${id}/${file}`]?.())?.default;
}
