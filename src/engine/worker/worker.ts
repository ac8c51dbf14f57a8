/** The worker's entry: messages to the host, reports to the page; or, in a worker of a worker, to a share. Glue and nothing else. */
import { engineText } from '../../i18n/engine';
import type { Command, Report } from '../protocol';
import { webglContext } from './backends/backends';
import { createYielding } from './yield-to-messages';
import { Host } from './host';
import { loadDefinition } from './model/load-definition';
import { buffersOf } from './model/tensors';
import type { ToHelper } from './spread/share-messages';
import { ShareServer } from './spread/share-server';
import { HELPER_NAME, workerHelpers } from './spread/worker-helper';

declare const self: DedicatedWorkerGlobalScope;

/** More cores than these have little left to do for networks as small as these. */
const MOST_HELPERS = 8;

function transfers(report: Report): ArrayBuffer[] {
  switch (report.type) {
    case 'frame':
    case 'ready':
      return [...new Set([...buffersOf(report.frame.arrays), ...buffersOf(report.snapshot?.arrays ?? {})])];
    case 'answered':
      return buffersOf(report.arrays ?? {});
    case 'probed':
      return buffersOf(report.probe.arrays);
    default:
      return [];
  }
}

function fault(kind: 'lose-context' | 'crash'): void {
  if (kind === 'crash') {
    // An error nobody catches ends the worker's usefulness; the page sees it and starts another.
    setTimeout(() => {
      throw new Error('crashed on purpose');
    });
    return;
  }
  webglContext()?.lose();
}

function serveShare(): void {
  const server = new ShareServer({
    send: (message, transfer) => self.postMessage(message, [...transfer]),
    loadDefinition,
  });
  self.addEventListener('message', ({ data }: MessageEvent<ToHelper>) => server.receive(data));
}

function serveRuns(): void {
  const host = new Host({
    send: (report) => self.postMessage(report, transfers(report)),
    loadDefinition,
    yieldToMessages: createYielding(),
    helpers: workerHelpers(
      Math.min(navigator.hardwareConcurrency, MOST_HELPERS),
      () => new Worker(self.location.href, { type: 'module', name: HELPER_NAME }),
    ),
    fault,
  });
  const watched = new WeakSet<object>();
  /** Listens on the WebGL canvas once there is one; tfjs itself only logs the loss. */
  const watchContext = (): void => {
    const context = webglContext();
    if (context === undefined || watched.has(context.canvas)) return;
    watched.add(context.canvas);
    context.canvas.addEventListener('webglcontextlost', () => {
      // Noticed before by what was read from it, the backend is another one by now, or none.
      if (webglContext()?.canvas === context.canvas) host.lost('webgl', engineText.contextLost);
    });
  };
  self.addEventListener('message', ({ data }: MessageEvent<Command>) => {
    host.receive(data);
    if (data.type === 'create' || data.type === 'play' || data.type === 'step') host.settled().then(watchContext, () => undefined);
  });
}

if (self.name === HELPER_NAME) serveShare();
else serveRuns();
