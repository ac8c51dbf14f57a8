/** Helpers without threads: the real server of a share behind each, messages cloned as between threads. */
import type { FromHelper } from '../../../src/engine/worker/spread/share-messages';
import { ShareServer, type ShareServerOptions } from '../../../src/engine/worker/spread/share-server';
import type { Helper, Helpers } from '../../../src/engine/worker/spread/spread';

export interface FakeHelpers extends Helpers {
  /** Those that were made, and have not ended. */
  readonly alive: () => number;
  /** As if an error had ended the one made first. */
  crash(): void;
}

/** @param most how many there may be. */
export function inProcessHelpers(most: number, loadDefinition: ShareServerOptions['loadDefinition']): FakeHelpers {
  const made: { alive: boolean; hear: (message: FromHelper | undefined) => void }[] = [];
  return {
    most,
    alive: () => made.filter(({ alive }) => alive).length,
    crash() {
      const [first] = made;
      if (first === undefined) return;
      first.alive = false;
      first.hear(undefined);
    },
    make(): Helper {
      const state: { alive: boolean; hear: (message: FromHelper | undefined) => void } = { alive: true, hear: () => undefined };
      made.push(state);
      const server = new ShareServer({
        send: (message) => {
          const copy = structuredClone(message);
          setImmediate(() => state.alive && state.hear(copy));
        },
        loadDefinition,
      });
      return {
        post(message) {
          const copy = structuredClone(message);
          setImmediate(() => state.alive && server.receive(copy));
        },
        listen: (hear) => void (state.hear = hear),
        end: () => void (state.alive = false),
      };
    },
  };
}
