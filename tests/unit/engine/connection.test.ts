import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection, SILENT_LOOKS, WATCH_EVERY, type Peer } from '../../../src/engine/connection';
import type { Command, Report } from '../../../src/engine/protocol';

interface Fake {
  readonly sent: Command[];
  terminated: boolean;
  say(report: Report): void;
  fail(): void;
}

function fakes(): { workers: Fake[]; make: () => never } {
  const workers: Fake[] = [];
  const make = (): never => {
    let onMessage: (event: { data: Report }) => void = () => undefined;
    let onError: (event: { preventDefault: () => void }) => void = () => undefined;
    const sent: Command[] = [];
    const worker: Fake = {
      sent,
      terminated: false,
      say: (report) => onMessage({ data: report }),
      fail: () => onError({ preventDefault: () => undefined }),
    };
    workers.push(worker);
    return {
      postMessage: (command: Command) => sent.push(command),
      terminate: () => (worker.terminated = true),
      addEventListener: (type: string, listener: never) => {
        if (type === 'message') onMessage = listener;
        if (type === 'error') onError = listener;
      },
    } as never;
  };
  return { workers, make };
}

function peer(expecting = true): Peer & { expecting: boolean; readonly received: Report[]; crashes: number } {
  const received: Report[] = [];
  const one = {
    expecting,
    received,
    crashes: 0,
    receive: (report: Report) => void received.push(report),
    crashed: () => void one.crashes++,
  };
  return one;
}

const pong = (run: number): Report => ({ type: 'pong', run });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the connection to the worker', () => {
  it('starts one worker for all runs, at the first message', () => {
    const { workers, make } = fakes();
    const connection = createConnection(make);
    const [first, second] = [connection.join(peer()), connection.join(peer())];
    expect(workers).toHaveLength(0);
    connection.post({ type: 'pause', number: 1, run: first });
    connection.post({ type: 'pause', number: 1, run: second });
    expect(workers).toHaveLength(1);
    expect(first).not.toBe(second);
  });

  it('gives reports to their run alone, and drops those of runs that left', () => {
    const { workers, make } = fakes();
    const connection = createConnection(make);
    const [one, two] = [peer(), peer()];
    const [first, second] = [connection.join(one), connection.join(two)];
    connection.post({ type: 'pause', number: 1, run: first });
    workers[0]?.say(pong(second));
    connection.leave(second);
    workers[0]?.say(pong(second));
    expect([one.received.length, two.received.length]).toEqual([0, 1]);
  });

  it('tells every run of a crash, once, and what the dead worker still says is not heard', () => {
    const { workers, make } = fakes();
    const connection = createConnection(make);
    const [one, two] = [peer(), peer()];
    const first = connection.join(one);
    connection.join(two);
    connection.post({ type: 'pause', number: 1, run: first });
    workers[0]?.fail();
    workers[0]?.fail();
    expect([one.crashes, two.crashes]).toEqual([1, 1]);
    expect(workers[0]?.terminated).toBe(true);
    connection.post({ type: 'pause', number: 1, run: first });
    expect(workers).toHaveLength(2);
    workers[0]?.say(pong(first));
    expect(one.received).toEqual([]);
  });

  it('is closed for good: the worker ends, nobody hears of it, and what is still said to it starts no other', () => {
    const { workers, make } = fakes();
    const connection = createConnection(make);
    const one = peer();
    const run = connection.join(one);
    connection.post({ type: 'pause', number: 1, run });
    connection.close();
    connection.post({ type: 'ack', run });
    workers[0]?.say(pong(run));
    vi.advanceTimersByTime((SILENT_LOOKS + 2) * WATCH_EVERY);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    expect([one.received.length, one.crashes]).toEqual([0, 0]);
  });

  it('replaces a worker that no longer answers while a run waits for it', () => {
    const { workers, make } = fakes();
    const connection = createConnection(make);
    const one = peer();
    const run = connection.join(one);
    connection.post({ type: 'pause', number: 1, run });
    workers[0]?.say(pong(run));
    vi.advanceTimersByTime(WATCH_EVERY * SILENT_LOOKS);
    expect(one.crashes).toBe(0);
    expect(workers[0]?.sent.filter(({ type }) => type === 'ping').length).toBeGreaterThanOrEqual(SILENT_LOOKS - 1);
    vi.advanceTimersByTime(WATCH_EVERY * 2);
    expect(one.crashes).toBe(1);
    expect(workers[0]?.terminated).toBe(true);
  });

  it('lets a worker be that is busy but answers, one that is still being fetched, and one that nobody waits for', () => {
    const { workers, make } = fakes();
    const connection = createConnection(make);
    const one = peer();
    const run = connection.join(one);
    connection.post({ type: 'pause', number: 1, run });
    // Not a word yet: a slow network.
    vi.advanceTimersByTime(WATCH_EVERY * 100);
    expect(one.crashes).toBe(0);
    for (let i = 0; i < 30; i++) {
      workers[0]?.say(pong(run));
      vi.advanceTimersByTime(WATCH_EVERY * 2);
    }
    one.expecting = false;
    vi.advanceTimersByTime(WATCH_EVERY * 100);
    expect(one.crashes).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    // Woken up later, it is given its time again.
    one.expecting = true;
    connection.post({ type: 'pause', number: 1, run });
    vi.advanceTimersByTime(WATCH_EVERY * (SILENT_LOOKS - 1));
    expect(one.crashes).toBe(0);
    vi.advanceTimersByTime(WATCH_EVERY * 2);
    expect(one.crashes).toBe(1);
  });
});
