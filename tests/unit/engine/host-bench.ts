/** A host with a page that can be told not to read. */
import type { Command, Report, RunId } from '../../../src/engine/protocol';
import { Host } from '../../../src/engine/worker/host';
import { tinyDefinition, tinyRecipe, type TinyOptions } from './tiny-model';

export type Of<T extends Report['type']> = Extract<Report, { type: T }>;

type WithoutNumber<C> = C extends unknown ? Omit<C, 'number'> : never;
/** A command as a test says it: it is numbered on its way, from 1 on for each run, whose making is 0. */
export type Told = WithoutNumber<Command>;

/** A host and its page. */
export interface Bench {
  readonly host: Host;
  readonly reports: Report[];
  readonly tell: (command: Told) => void;
  readonly create: (run: RunId, more?: Partial<Extract<Command, { type: 'create' }>>) => void;
  /** The next report of a type and run that has not been waited for. */
  readonly next: <T extends Report['type']>(type: T, run?: RunId) => Promise<Of<T>>;
  /** Whether frames are read as they come. */
  reads: boolean;
}

export function bench(options: TinyOptions = {}): Bench {
  const reports: Report[] = [];
  const seen = new WeakSet<Report>();
  const isOf =
    <T extends Report['type']>(type: T, run: RunId) =>
    (report: Report): report is Of<T> =>
      report.type === type && report.run === run && !seen.has(report);
  const host = new Host({
    send: (report) => {
      reports.push(report);
      if (report.type === 'frame' && one.reads) setImmediate(() => host.receive({ type: 'ack', run: report.run }));
    },
    loadDefinition: (demo) => Promise.resolve(demo === 'tiny' ? tinyDefinition(options) : undefined),
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const numbers = new Map<RunId, number>();
  const one: Bench = {
    host,
    reports,
    reads: true,
    tell: (command) => {
      const number = (numbers.get(command.run) ?? 0) + 1;
      numbers.set(command.run, number);
      host.receive({ ...command, number } as Command);
    },
    create: (run, more = {}) => host.receive({ type: 'create', run, number: 0, recipe: tinyRecipe, backend: 'cpu', ...more }),
    next: async (type, run = 1) => {
      for (;;) {
        const found = reports.find(isOf(type, run));
        if (found !== undefined) {
          seen.add(found);
          return found;
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
  };
  return one;
}

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
