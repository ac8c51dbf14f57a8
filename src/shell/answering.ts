/** What a demo's pictures ask of its runs: asked whenever what an answer depends on has changed, the latest alone. */
import { useEffect, useReducer } from 'preact/hooks';
import { askedValues } from '../demos/resolve';
import type { Demo } from '../demos/declaration';
import type { Frame } from '../engine/protocol';
import type { Answered, RunRecord, Session } from '../engine/session-api';
import { Refused } from '../engine/waiting';
import type { ViewSource } from '../views/view';
import type { Controller } from './controller';

/** One question to one run. */
interface Line {
  /** What was last answered, of which record. */
  latest: { readonly record: RunRecord; readonly answer: Answered } | undefined;
  /** What was last asked: at which frame, and with which values. */
  asked: { readonly frame: Frame; readonly key: string } | undefined;
  /** With which values it is being asked. */
  under: string | undefined;
}

/** True where an answer may be asked for: the run is there, and what is shown is where it stands. */
function canAsk({ state, frame, exact }: Session): boolean {
  return frame !== undefined && (state.kind === 'running' || (state.kind === 'paused' && exact));
}

class Answering {
  private readonly lines = new WeakMap<Session, Map<string, Line>>();
  private readonly redraws = new Set<() => void>();
  private stopListening: (() => void) | undefined;

  constructor(private readonly controller: Controller) {}

  private get questions(): readonly string[] {
    return this.controller.loaded.demo.asks ?? [];
  }

  /** Asks as long as somebody listens. */
  listen(redraw: () => void): () => void {
    this.redraws.add(redraw);
    this.stopListening ??= this.controller.subscribe(() => this.follow());
    this.follow();
    return () => {
      this.redraws.delete(redraw);
      if (this.redraws.size > 0) return;
      this.stopListening?.();
      this.stopListening = undefined;
    };
  }

  private line(session: Session, question: string): Line {
    const lines = this.lines.get(session) ?? new Map<string, Line>();
    this.lines.set(session, lines);
    const line = lines.get(question) ?? { latest: undefined, asked: undefined, under: undefined };
    lines.set(question, line);
    return line;
  }

  private get along(): NonNullable<Demo['along']> {
    return this.controller.loaded.demo.along ?? {};
  }

  private follow(): void {
    const { session, comparison } = this.controller;
    const pair = comparison.forked;
    for (const side of pair === undefined ? [session] : [pair.main, pair.fork]) {
      if (side === undefined || !canAsk(side)) continue;
      for (const question of this.questions) this.askWhereNew(side, question);
      for (const question of Object.keys(this.along)) this.askPast(side, question);
    }
  }

  /** Asks of the first of the fixed steps of which nothing is known yet: one after the other, and of each once. */
  private askPast(session: Session, question: string): void {
    const { values = {}, steps = [] } = this.along[question] ?? {};
    const line = this.line(session, question);
    const { record } = session;
    const step = steps.find((one) => one <= record.latest && session.answered(question, values, one) === undefined);
    if (step === undefined || line.under !== undefined) return;
    line.under = String(step);
    const over = (): void => {
      line.under = undefined;
      for (const redraw of [...this.redraws]) redraw();
    };
    session.ask(question, values, step).then(
      (answer) => {
        over();
        // One that came to nothing is asked again when the run has something to say.
        if (answer !== undefined) this.follow();
      },
      (error: unknown) => {
        // What the run refuses it would refuse again: nothing more is asked of it.
        if (!(error instanceof Refused)) throw error;
        this.controller.frame.show({ refusal: error.text });
      },
    );
  }

  private askWhereNew(session: Session, question: string): void {
    const values = askedValues(this.controller.loaded.demo, this.controller.values);
    const line = this.line(session, question);
    const { frame, record } = session;
    const known = session.answered(question, values);
    if (known !== undefined) line.latest = { record, answer: known };
    const key = JSON.stringify(values);
    if (known !== undefined || frame === undefined || line.under === key) return;
    if (line.asked?.frame === frame && line.asked.key === key) return;
    line.asked = { frame, key };
    line.under = key;
    const over = (): void => {
      if (line.under === key) line.under = undefined;
      for (const redraw of [...this.redraws]) redraw();
      this.follow();
    };
    session.ask(question, values).then(
      (answer) => {
        if (answer !== undefined && session.record === record) line.latest = { record, answer };
        over();
      },
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        line.latest = undefined;
        this.controller.frame.show({ refusal: error.text });
        over();
      },
    );
  }

  /** What a run has answered of the fixed steps behind it. */
  pastOf(session: Session): NonNullable<ViewSource['along']> {
    return Object.fromEntries(
      Object.entries(this.along).map(([question, { values, steps }]) => [
        question,
        steps.flatMap((step) => {
          const answer = session.answered(question, values, step);
          return answer === undefined ? [] : [{ ...answer, metrics: session.record.metricsAt(step) }];
        }),
      ]),
    );
  }

  /** What is answered of a run by now; while another answer is on its way, the one before. */
  answersOf(session: Session): NonNullable<ViewSource['answers']> {
    return Object.fromEntries(
      this.questions.flatMap((question) => {
        const { latest } = this.line(session, question);
        return latest?.record === session.record ? [[question, latest.answer] as const] : [];
      }),
    );
  }
}

const all = new WeakMap<Controller, Answering>();

/** What asks for a controller's pictures: one for each. */
export function answeringOf(controller: Controller): Answering {
  const answering = all.get(controller) ?? new Answering(controller);
  all.set(controller, answering);
  return answering;
}

/** The answers for the pictures of a run. */
export function answersOf(controller: Controller, session: Session | undefined): ViewSource['answers'] {
  return session === undefined ? undefined : answeringOf(controller).answersOf(session);
}

/** The same of the steps behind it. */
export function pastAnswersOf(controller: Controller, session: Session | undefined): ViewSource['along'] {
  return session === undefined ? undefined : answeringOf(controller).pastOf(session);
}

/** Asks what a demo's pictures need, from when this is drawn until it is no more. */
export function useAnswering(controller: Controller): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => answeringOf(controller).listen(() => redraw(undefined)), [controller]);
}
