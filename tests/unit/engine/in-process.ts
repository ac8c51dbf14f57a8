/** A worker without a thread: the real host behind a fake `Worker`, messages cloned as between threads. */
import { createConnection, type Connection } from '../../../src/engine/connection';
import { Host, type HostOptions } from '../../../src/engine/worker/host';
import { loadDefinition } from '../../../src/engine/worker/model/load-definition';
import type { Command, Report } from '../../../src/engine/protocol';

export interface FakeWorker {
  readonly connection: Connection;
  /** Everything the page has sent. */
  readonly commands: Command[];
  readonly reports: Report[];
  /** As if an error had ended the worker. */
  crash(): void;
  /** As if the driver had lost the backend's context. */
  lose(backend: 'cpu' | 'wasm'): void;
  readonly started: () => number;
}

/** @param models where models come from; the demos' own by default. */
export function inProcess(models: HostOptions['loadDefinition'] = loadDefinition): FakeWorker {
  // A page that draws: without this, reports are read after a tenth of a second, as in a hidden tab.
  globalThis.requestAnimationFrame ??= (draw) => Number(setTimeout(() => draw(performance.now()), 4));
  const commands: Command[] = [];
  const reports: Report[] = [];
  let started = 0;
  let current: { host: Host; fail: () => void } | undefined;
  const connection = createConnection(() => {
    started++;
    let onMessage: ((event: MessageEvent<Report>) => void) | undefined;
    let onError: ((event: ErrorEvent) => void) | undefined;
    let alive = true;
    const host = new Host({
      send: (report) => {
        const copy = structuredClone(report);
        queueMicrotask(() => {
          if (!alive) return;
          reports.push(copy);
          onMessage?.({ data: copy } as MessageEvent<Report>);
        });
      },
      loadDefinition: models,
      yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    });
    current = {
      host,
      fail: () => {
        alive = false;
        onError?.({ preventDefault: () => undefined } as ErrorEvent);
      },
    };
    return {
      postMessage: (command: Command) => {
        commands.push(command);
        const copy = structuredClone(command);
        setImmediate(() => alive && host.receive(copy));
      },
      terminate: () => (alive = false),
      addEventListener: (type: string, listener: never) => {
        if (type === 'message') onMessage = listener;
        if (type === 'error') onError = listener;
      },
    } as never;
  });
  return {
    connection,
    commands,
    reports,
    crash: () => current?.fail(),
    lose: (backend) => current?.host.lost(backend, { zh: '测试', en: 'a test' }),
    started: () => started,
  };
}
