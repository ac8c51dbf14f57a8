/**
 * `<glassbox-demo>`: a demo's frame, rendered by the build, and the demo's script interface (documented in src/demos/README.md). A
 * page of many demos stays light: what makes a frame live is loaded when a reader comes near it, tfjs at the first play or change.
 */
import type { Values } from '../demos/declaration';
import type { BackendName, Status } from '../engine/protocol';
import type { RunRecord, Session } from '../engine/session-api';
import type { Lang } from '../i18n/text';
import { announcerOf } from './announce';
import type { Controller } from './controller';
import { watchFirstTouches, type FirstTouches } from './first-touches';
import type { LiveFrame } from './live-frame';
import { followRuns, pageAddress, queryOf, readValues } from './page';
import { watchPlace } from './place-on-screen';
import { sayNotLoaded, showProblem } from './problem-note';
import './frame.css';

class GlassboxDemo extends HTMLElement {
  private frame: LiveFrame | undefined;
  private touches: FirstTouches | undefined;
  private starting: Promise<void> | undefined;
  private saying: Promise<void> | undefined;
  private place: ReturnType<typeof watchPlace> | undefined;
  private listening = new AbortController();

  connectedCallback(): void {
    // An element may be moved: then it starts anew where it comes to stand.
    this.listening = new AbortController();
    this.touches = watchFirstTouches(this, () => this.wake());
    // Before it is seen a figure opens at the beginning of its recorded run, which can be dragged through.
    this.place = watchPlace(this, { near: () => this.approach(), seen: (seen) => this.controller?.setVisible(seen) });
    followRuns(this.demoId, () => this.followHash(), this.listening.signal);
    if (this.isTarget()) this.wake();
  }

  disconnectedCallback(): void {
    this.place?.stop();
    this.listening.abort();
    this.touches?.stop();
    this.frame?.dispose();
    this.frame = undefined;
    this.starting = undefined;
    this.saying = undefined;
  }

  private get controller(): Controller | undefined {
    return this.frame?.controller;
  }

  private get language(): Lang {
    return this.dataset['lang'] === 'en' ? 'en' : 'zh';
  }

  private get demoId(): string {
    return this.dataset['demo'] ?? '';
  }

  private ownQuery(): string | undefined {
    // Where a demo stands twice in a chapter, a link opens the first.
    const first = document.querySelector(`glassbox-demo[data-demo="${CSS.escape(this.demoId)}"]`) === this;
    return first ? queryOf(location, this.demoId, this.dataset['embed'] !== undefined) : undefined;
  }

  private isTarget(): boolean {
    return this.ownQuery() !== undefined;
  }

  private followHash(): void {
    if (!this.isTarget()) return;
    this.scrollIntoView({ block: 'start' });
    this.wake(() => this.openLink());
  }

  private openLink(): void {
    const query = this.ownQuery();
    if (query !== undefined) this.frame?.open(query);
  }

  /** Makes the frame live, once. Should the script not arrive (offline, say), the next touch tries again. */
  private opened(): Promise<void> {
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  /** Resolves when the frame is live; rejects where its script does not arrive. */
  whenReady(): Promise<void> {
    this.saying ??= this.opened().then(
      () => showProblem(this, undefined),
      (error: unknown) => {
        this.saying = undefined;
        sayNotLoaded(this, this.language, () => this.link());
        throw error;
      },
    );
    return this.saying;
  }

  /** Nobody has asked for it: where it does not arrive, nothing is said. */
  private approach(): void {
    void this.opened().catch(() => undefined);
  }

  /** As `whenReady`, for those who do not wait: that it did not arrive is said in the page. */
  private wake(then?: () => void): void {
    void this.whenReady().then(then, () => undefined);
  }

  /** Does what a script asks for, once the frame is there; what cannot be done is refused with a sentence. */
  private async asked(act: (frame: LiveFrame) => Promise<void>): Promise<void> {
    await this.whenReady();
    if (this.frame !== undefined) await act(this.frame);
  }

  private async start(): Promise<void> {
    const { createLiveFrame } = await import('./live-frame');
    const seed = Number(this.dataset['seed'] ?? NaN);
    const { signal } = this.listening;
    const frame = await createLiveFrame(this, {
      demo: this.demoId,
      lang: this.language,
      values: readValues(this.dataset['values']),
      seed: Number.isInteger(seed) ? seed : undefined,
      frame: this.dataset['frame'] ?? `gb-${this.demoId}`,
      opens: () => (this.place?.isSeen() === true ? Infinity : Number(this.dataset['opens'] ?? 0)),
    });
    // Taken out of the page meanwhile: where it comes to stand it starts anew.
    if (signal.aborted) return frame.dispose();
    this.frame = frame;
    frame.controller.subscribe(announcerOf(this));
    this.controller?.setVisible(this.place?.isSeen() === true);
    if (this.isTarget()) {
      this.openLink();
      if (this.dataset['embed'] === undefined) this.scrollIntoView({ block: 'start' });
    }
    this.dispatchEvent(new CustomEvent('gb-ready', { bubbles: true }));
    this.touches?.replay();
  }

  get params(): Values {
    return this.controller?.values ?? {};
  }

  /** Turns several knobs; those not named stay. Values that do not fit are refused with an error. */
  set params(values: Values) {
    void this.setParams(values);
  }

  /** As setting `params`, but resolves when the change is in force. */
  async setParams(values: Values): Promise<void> {
    await this.asked(({ controller, checks }) => controller.set(checks.values(values)));
  }

  get seed(): number {
    return this.controller?.seed ?? Number(this.dataset['seed'] ?? 0);
  }

  set seed(seed: number) {
    void this.asked(({ controller, checks }) => controller.setSeed(checks.seed(seed)));
  }

  get backend(): BackendName | 'auto' {
    return this.controller?.backend ?? 'auto';
  }

  set backend(backend: BackendName | 'auto') {
    void this.setBackend(backend);
  }

  async setBackend(backend: BackendName | 'auto'): Promise<void> {
    await this.asked(({ controller, checks }) => controller.setBackend(checks.backend(backend)));
  }

  /** idle, busy, paused, running or failed. */
  get state(): string {
    return this.controller?.session?.state.kind ?? 'idle';
  }

  get cursor(): number {
    return this.controller?.cursor ?? 0;
  }

  /** The metrics at the cursor, the loss among them. */
  get metrics(): Readonly<Record<string, number>> {
    return this.controller?.session?.record.metricsAt(this.cursor) ?? {};
  }

  get record(): RunRecord | undefined {
    return this.controller?.session?.record;
  }

  /** While there is a fork: the run and the fork, each with its own record and cursor. */
  get forked(): { readonly main: Session; readonly fork: Session } | undefined {
    return this.controller?.comparison.forked;
  }

  get status(): Status | undefined {
    return this.controller?.session?.status;
  }

  /** The network as data, once the model is built. */
  get spec(): unknown {
    return this.controller?.session?.spec;
  }

  /** The address that opens this run at this step. */
  link(): string {
    return this.frame === undefined ? location.href : pageAddress(this.demoId, this.frame.query());
  }

  play(): void {
    this.wake(() => this.controller?.play(Infinity));
  }

  pause(): void {
    this.controller?.pause();
  }

  /** Trains `count` steps from the cursor. */
  async step(count = 1): Promise<void> {
    await this.asked(({ controller, checks }) => controller.train(checks.count(count)));
  }

  async seek(step: number): Promise<void> {
    await this.asked(({ controller, checks }) => controller.seek(checks.step(step)));
  }

  async reset(): Promise<void> {
    await this.asked(({ controller }) => controller.reset());
  }

  /** A new run from step 0 with these values and this seed, on the built-in data; resolves when it is ready. */
  async begin(values: Values, seed = this.seed): Promise<void> {
    await this.asked(({ controller, checks }) => controller.begin(checks.values(values), checks.seed(seed)));
  }

  /** Own points in place of the built-in data; `undefined` for those. */
  async setData(rows: readonly (readonly number[])[] | undefined): Promise<void> {
    await this.asked(({ controller, checks }) => controller.setRows(checks.rows(rows)));
  }

  /** Breaks something on purpose, to see that the run survives it. */
  fault(kind: 'lose-context' | 'crash'): void {
    this.controller?.session?.fault(kind);
  }
}

if (!customElements.get('glassbox-demo')) customElements.define('glassbox-demo', GlassboxDemo);
