/** A session at work: it goes from state to state, does what is to be done on the way, and tells who listens. */
import { pageConnection, type Connection } from '../connection';
import type { RunId } from '../protocol';
import type { SessionOptions } from '../session-api';
import { Callers, nextFrame, type Outcome } from '../waiting';
import type { Effect, Topic } from './effects';
import { onCommand } from './on-command';
import { onLoss } from './on-loss';
import { onReport } from './on-report';
import { SessionRecord } from './recording';
import { initialState, type Next, type SessionState } from './state';
import { takeUp } from './take-up';
import type { Asked } from './wish';

export class SessionWork {
  now: SessionState;
  readonly connection: Connection;
  readonly recorded: SessionRecord;
  private readonly callers = new Callers();
  private readonly listeners = new Set<() => void>();
  /** The run's number among all of the page. */
  private run: RunId | undefined;

  constructor(options: SessionOptions) {
    this.now = initialState(options);
    this.recorded = new SessionRecord(options, () => this.now.settings);
    this.connection = options.connection ?? pageConnection();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Goes on to a state, and does what is to be done on the way; then what waited for it. */
  become(next: Next | undefined): void {
    for (let one = next; one !== undefined; one = takeUp(this.now, this.recorded.timeline)) {
      this.now = one.state;
      for (const effect of one.effects) this.carryOut(effect);
    }
    for (const listener of [...this.listeners]) listener();
  }

  private carryOut(effect: Effect): void {
    const { callers, connection, run } = this;
    switch (effect.kind) {
      case 'create':
        this.leave();
        return connection.post({ ...effect.command, run: this.join() });
      case 'post':
        return run === undefined ? undefined : connection.post({ ...effect.command, run });
      case 'leave':
        return this.leave();
      case 'acknowledge':
        return run === undefined ? undefined : nextFrame(() => connection.post({ type: 'ack', run }));
      case 'begun':
        return callers.begin(effect.ticket, effect.until);
      case 'dropped':
        return callers.drop(effect.ticket);
      case 'hold':
        return callers.hold(effect.topic, effect.ticket);
      case 'settle':
        return callers.settle(effect.topic);
      case 'answer':
        return callers.answer(effect.answer);
      case 'refuse':
        return callers.refuse(effect.number, effect.message);
      case 'give-up':
        return callers.giveUp(effect.message, effect.except);
      default:
        return this.recorded.take(effect);
    }
  }

  private join(): RunId {
    const isExpecting = (): boolean => ['busy', 'running'].includes(this.now.activity.kind);
    this.run = this.connection.join({
      get expecting() {
        return isExpecting();
      },
      receive: (report) => this.become(onReport(this.now, report, this.recorded.timeline)),
      crashed: (spoke) => this.become(onLoss(this.now, { type: 'crashed', spoke }, this.recorded.timeline)),
    });
    return this.run;
  }

  private leave(): void {
    if (this.run !== undefined) this.connection.leave(this.run);
    this.run = undefined;
  }

  /** Asks for something; resolves when it is done, or comes to nothing. */
  ask(command: Asked): Promise<Outcome> {
    const ticket = this.now.tickets + 1;
    const outcome = this.callers.open(ticket);
    this.become(onCommand(this.now, command, ticket, this.recorded.timeline));
    return outcome;
  }

  /** Resolves when a topic is heard of. */
  wait(topic: Topic): Promise<Outcome> {
    return this.callers.wait(topic);
  }

  /** Nobody listens any more. */
  forgetListeners(): void {
    this.listeners.clear();
  }
}
