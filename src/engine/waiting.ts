/** Waiting for what the worker will say. */
import type { Text } from '../i18n/text';

/** A command was refused; the message is for readers. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly text: Text) {
    super(text.en);
  }
}

interface Waiter {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait for these want something of the run itself, which an end cannot give them. */
const ANSWERED_ONLY: ReadonlySet<string> = new Set(['exported', 'load']);

/** Commands whose refusal ends the wait for their answer. */
const ANSWERS: Readonly<Record<string, string>> = {
  set: 'intervened',
  edit: 'intervened',
  intervene: 'intervened',
  probe: 'probed',
  measure: 'measured',
  export: 'exported',
  load: 'load',
};

/** Promises by topic, settled when the topic is heard of. */
export class Waiters {
  private readonly waiting = new Map<string, Waiter[]>();

  wait<T>(topic: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const list = this.waiting.get(topic) ?? [];
      list.push({ resolve, reject });
      this.waiting.set(topic, list);
    });
  }

  settle(topic: string, value?: unknown): void {
    const list = this.waiting.get(topic) ?? [];
    this.waiting.delete(topic);
    for (const { resolve } of list) resolve(value as never);
  }

  /** Takes those who wait for a topic out, to be settled by the caller later. */
  take(topic: string): () => void {
    const list = this.waiting.get(topic) ?? [];
    this.waiting.delete(topic);
    return () => {
      for (const { resolve } of list) resolve(undefined as never);
    };
  }

  refuse(command: string, message: Text): void {
    this.reject(ANSWERS[command] ?? command, message);
  }

  private reject(topic: string, message: Text): void {
    const list = this.waiting.get(topic) ?? [];
    this.waiting.delete(topic);
    for (const { reject } of list) reject(new Refused(message));
  }

  /**
   * Nobody waits in vain when a run ends or loses its worker.
   * @param message why an export or a load did not come about.
   * @param except topics that will still be heard of.
   */
  settleAll(message: Text, except: readonly string[] = []): void {
    for (const topic of [...this.waiting.keys()]) {
      if (except.includes(topic)) continue;
      if (ANSWERED_ONLY.has(topic)) this.reject(topic, message);
      else this.settle(topic);
    }
  }
}

/** After the page has drawn what was reported, or soon, where nothing is drawn (a hidden tab, Node). */
export function nextFrame(then: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    then();
  };
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(once);
  setTimeout(once, 100);
}
