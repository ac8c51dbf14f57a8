import { describe, expect, it } from 'vitest';
import { askTable, type TableReport } from '../../../../src/shell/own-data/rows/table/ask-table';

/** A worker that says what the test wants. */
function fake() {
  const listeners = new Map<string, (event: never) => void>();
  const posted: unknown[] = [];
  let ended = 0;
  const worker = {
    postMessage: (message: unknown) => void posted.push(message),
    terminate: () => void ended++,
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
  };
  const say = (type: 'message' | 'error', event: object): void => listeners.get(type)?.(event as never);
  return { worker, posted, say, report: (data: TableReport) => say('message', { data }), ended: () => ended };
}

const request = { content: '1,2,1', wanted: { columns: 3, labelled: true, most: 10 } };

describe('a table that is read off the page’s thread', () => {
  it('is answered once, with how far it was meanwhile, and its worker ended', async () => {
    const { worker, posted, report, ended } = fake();
    const told: number[] = [];
    const answer = askTable(
      request,
      (fraction) => told.push(fraction),
      new AbortController().signal,
      () => worker as never,
    );
    expect(posted).toEqual([request]);
    report({ fraction: 0.5 });
    expect(ended()).toBe(0);
    report({ table: { rows: [[1, 2, 1]], notices: [], classNames: [] } });
    expect(await answer).toMatchObject({ table: { rows: [[1, 2, 1]] } });
    expect([told, ended()]).toEqual([[0.5], 1]);
  });

  it('is given up when the reader thinks better of it, before or while it is read', async () => {
    const { worker, ended } = fake();
    const abort = new AbortController();
    const answer = askTable(
      request,
      () => undefined,
      abort.signal,
      () => worker as never,
    );
    abort.abort();
    expect(await answer).toMatchObject({ table: { problem: { en: 'Reading was cancelled' } } });
    expect(ended()).toBe(1);
    expect(
      await askTable(
        request,
        () => undefined,
        abort.signal,
        () => worker as never,
      ),
    ).toMatchObject({ table: { problem: {} } });
  });

  it('says so where the worker cannot be had', async () => {
    const { worker, say } = fake();
    const answer = askTable(
      request,
      () => undefined,
      new AbortController().signal,
      () => worker as never,
    );
    say('error', { preventDefault: () => undefined });
    expect(await answer).toMatchObject({ table: { problem: { en: expect.stringContaining('could not be loaded') as string } } });
  });
});
