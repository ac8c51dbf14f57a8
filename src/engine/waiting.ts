/** Waiting for what the worker will say. */
import type { Text } from '../i18n/text';
import type { Answer, Topic, Until } from './session/effects';

/** A command was refused; the message is for readers. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** What has become of a caller's wish. */
export interface Outcome {
  /** False where it was taken back, or the run ended before it was answered. */
  readonly done: boolean;
  readonly answer?: Answer | undefined;
}

interface Caller {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
  /** An end of the run is no answer to him. */
  must?: boolean;
}

/** Callers, each with a ticket until his wish is begun, and then waiting for a topic or the answer to a command. */
export class Callers {
  private readonly tickets = new Map<number, Caller[]>();
  private readonly waiting = new Map<Topic | number, Caller[]>();

  /** A caller, who waits until his ticket is called. */
  open(ticket: number): Promise<Outcome> {
    return new Promise<Outcome>((resolve, reject) => void this.tickets.set(ticket, [{ resolve, reject }]));
  }

  /** A caller who waits for a topic. */
  wait(topic: Topic): Promise<Outcome> {
    return new Promise<Outcome>((resolve, reject) => this.add(topic, [{ resolve, reject }]));
  }

  private add(what: Topic | number, callers: readonly Caller[]): void {
    this.waiting.set(what, [...(this.waiting.get(what) ?? []), ...callers]);
  }

  private taken<K>(from: Map<K, Caller[]>, key: K): readonly Caller[] {
    const list = from.get(key) ?? [];
    from.delete(key);
    return list;
  }

  /** A wish was begun. */
  begin(ticket: number, until: Until | undefined): void {
    const callers = this.taken(this.tickets, ticket);
    if (until === undefined) for (const { resolve } of callers) resolve({ done: true });
    else if (typeof until === 'string') this.add(until, callers);
    else
      this.add(
        until.answer,
        callers.map((one) => ({ ...one, ...(until.must === true ? { must: true } : {}) })),
      );
  }

  /** A wish came to nothing. */
  drop(ticket: number): void {
    for (const { resolve } of this.taken(this.tickets, ticket)) resolve({ done: false });
  }

  /** Those who wait for a topic wait for a wish instead. */
  hold(topic: Topic, ticket: number): void {
    this.tickets.set(ticket, [...(this.tickets.get(ticket) ?? []), ...this.taken(this.waiting, topic)]);
  }

  settle(topic: Topic): void {
    for (const { resolve } of this.taken(this.waiting, topic)) resolve({ done: true });
  }

  answer(answer: Answer): void {
    for (const { resolve } of this.taken(this.waiting, answer.number)) resolve({ done: true, answer });
  }

  refuse(number: number, message: Text): void {
    for (const { reject } of this.taken(this.waiting, number)) reject(new Refused(message));
  }

  /** Nobody waits in vain. @param except topics that will still be heard of. */
  giveUp(message: Text, except: readonly Topic[]): void {
    for (const what of [...this.waiting.keys()]) {
      if (typeof what === 'string' && except.includes(what)) continue;
      for (const { resolve, reject, must } of this.taken(this.waiting, what)) {
        if (must === true) reject(new Refused(message));
        else resolve({ done: false });
      }
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
