/** Programs by what they compute: what has been compiled a moment ago is not compiled again. */
import type { Outputs, Shape } from './graph/node';
import { structureOf, type Structure } from './graph/text';
import { atOnce, withPauses, type Pause } from './pieces';
import { writeProgram, type Program, type ProgramText } from './plan/program';

/** Programs kept, the last ones used: a demo's and those of its neighbours on a page. */
const MOST = 6;

const kept = new Map<string, Program>();

function keep(key: string, text: ProgramText, module: WebAssembly.Module): Program {
  const program = { ...text, module };
  kept.set(key, program);
  for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest);
  return program;
}

/** One that is kept, and is now the last used. */
function recall(key: string): Program | undefined {
  const program = kept.get(key);
  if (program === undefined) return undefined;
  kept.delete(key);
  kept.set(key, program);
  return program;
}

/** The state is laid out in the order of its names. */
function keyOf(state: ReadonlyMap<string, Shape>, { text }: Structure): string {
  return `${[...state].map(([name, shape]) => `${name} [${shape.join()}]`).join('\n')}\n${text}`;
}

/** What is to be compiled: graphs over a state, and their structure. */
export interface Source {
  readonly state: ReadonlyMap<string, Shape>;
  readonly graphs: Readonly<Record<string, Outputs>>;
  readonly structure: Structure;
}

/** Graphs over a state, with their structure. */
export function sourceOfGraphs(state: ReadonlyMap<string, Shape>, graphs: Readonly<Record<string, Outputs>>): Source {
  return { state, graphs, structure: structureOf(graphs) };
}

/** The program of graphs, compiled at once. */
export function programOf({ state, graphs, structure }: Source): Program {
  const key = keyOf(state, structure);
  const known = recall(key);
  if (known !== undefined) return known;
  const text = atOnce(writeProgram(state, graphs, structure.constants));
  return keep(key, text, new WebAssembly.Module(text.bytes));
}

/** The same in pieces, with a pause between two. @throws what a pause throws; nothing is kept then. */
export async function programInPieces({ state, graphs, structure }: Source, pause: Pause): Promise<Program> {
  const key = keyOf(state, structure);
  const known = recall(key);
  if (known !== undefined) return known;
  const text = await withPauses(writeProgram(state, graphs, structure.constants), pause);
  const module = await WebAssembly.compile(text.bytes);
  await pause();
  return keep(key, text, module);
}
