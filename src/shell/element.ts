/**
 * `<glassbox-demo>`: a demo's frame, rendered by the build, and the demo's script interface (documented in src/demos/README.md). A
 * page of many demos stays light: what makes a frame live is loaded when a reader turns to it, tfjs at the first play or change.
 */
import type { Values } from '../demos/spec';
import type { BackendName, Status } from '../engine/protocol';
import type { RunRecord } from '../engine/session-api';
import type { Controller } from './controller';
import { watchFirstTouches, type FirstTouches } from './first-touches';
import type { LiveFrame } from './live-frame';
import { pageAddress } from './page';
import './shell.css';

function readJson(text: string | undefined): Values {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Values) : {};
  } catch {
    return {};
  }
}

export class GlassboxDemo extends HTMLElement {
  private frame: LiveFrame | undefined;
  private touches: FirstTouches | undefined;
  private starting: Promise<void> | undefined;
  private observer: IntersectionObserver | undefined;
  private readonly listening = new AbortController();
  private onScreen = false;
  private lastState = '';
  private lastStep = -1;

  connectedCallback(): void {
    this.touches = watchFirstTouches(this, () => void this.whenReady());
    this.observer = new IntersectionObserver(([entry]) => {
      this.onScreen = entry?.isIntersecting === true;
      this.updateVisible();
    });
    this.observer.observe(this);
    document.addEventListener('visibilitychange', () => this.updateVisible(), { signal: this.listening.signal });
    addEventListener('hashchange', () => this.followHash(), { signal: this.listening.signal });
    if (this.isTarget()) void this.whenReady();
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.listening.abort();
    this.touches?.stop();
    this.frame?.dispose();
  }

  private get controller(): Controller | undefined {
    return this.frame?.controller;
  }

  private updateVisible(): void {
    this.controller?.setVisible(this.onScreen && document.visibilityState === 'visible');
  }

  private get demoId(): string {
    return this.dataset['demo'] ?? '';
  }

  /** The part of the address that speaks of this demo: `#id?query` in a chapter, the query on the demo's own page. */
  private ownQuery(): string | undefined {
    if (this.dataset['embed'] !== undefined) return location.search === '' ? undefined : location.search.slice(1);
    const [id, query] = decodeURI(location.hash.slice(1)).split(/\?(.*)/s);
    // Where a demo stands twice in a chapter, a link opens the first.
    const first = document.querySelector(`glassbox-demo[data-demo="${CSS.escape(this.demoId)}"]`) === this;
    return id === this.demoId && query !== undefined && first ? query : undefined;
  }

  private isTarget(): boolean {
    try {
      return this.ownQuery() !== undefined;
    } catch {
      return false;
    }
  }

  private followHash(): void {
    if (!this.isTarget()) return;
    this.scrollIntoView({ block: 'start' });
    void this.whenReady().then(() => this.openLink());
  }

  private openLink(): void {
    const query = this.ownQuery();
    if (query !== undefined) this.frame?.open(query);
  }

  /** Resolves when the frame is live. */
  whenReady(): Promise<void> {
    // Should the script not arrive (offline, say), the next touch tries again.
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async start(): Promise<void> {
    const { createLiveFrame } = await import('./live-frame');
    const seed = Number(this.dataset['seed'] ?? NaN);
    this.frame = await createLiveFrame(this, {
      demo: this.demoId,
      lang: this.dataset['lang'] === 'en' ? 'en' : 'zh',
      values: readJson(this.dataset['values']),
      seed: Number.isInteger(seed) ? seed : undefined,
      frame: this.dataset['frame'] ?? `gb-${this.demoId}`,
    });
    this.frame.controller.subscribe(() => this.announce());
    this.updateVisible();
    if (this.isTarget()) {
      this.openLink();
      if (this.dataset['embed'] === undefined) this.scrollIntoView({ block: 'start' });
    }
    this.dispatchEvent(new CustomEvent('gb-ready', { bubbles: true }));
    this.touches?.replay();
  }

  /** Tells the page what has happened, once for each change. */
  private announce(): void {
    const state = this.state;
    if (this.cursor !== this.lastStep) {
      this.lastStep = this.cursor;
      this.dispatchEvent(new CustomEvent('gb-step', { bubbles: true, detail: { step: this.cursor, metrics: this.metrics } }));
    }
    if (state === this.lastState) return;
    this.lastState = state;
    if (state === 'paused')
      this.dispatchEvent(new CustomEvent('gb-pause', { bubbles: true, detail: { step: this.cursor, metrics: this.metrics } }));
    if (state === 'failed') this.dispatchEvent(new CustomEvent('gb-error', { bubbles: true }));
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
    await this.whenReady();
    await this.frame?.set(values);
  }

  get seed(): number {
    return this.controller?.seed ?? Number(this.dataset['seed'] ?? 0);
  }

  set seed(seed: number) {
    void this.whenReady().then(() => this.controller?.setSeed(seed));
  }

  get backend(): BackendName | 'auto' {
    return this.controller?.backend ?? 'auto';
  }

  set backend(backend: BackendName | 'auto') {
    void this.setBackend(backend);
  }

  async setBackend(backend: BackendName | 'auto'): Promise<void> {
    await this.whenReady();
    await this.controller?.setBackend(backend);
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
    void this.whenReady().then(() => this.controller?.play());
  }

  pause(): void {
    this.controller?.pause();
  }

  /** Trains `count` steps from the cursor. */
  async step(count = 1): Promise<void> {
    await this.whenReady();
    await this.controller?.train(count);
  }

  async seek(step: number): Promise<void> {
    await this.whenReady();
    await this.controller?.seek(step);
  }

  async reset(): Promise<void> {
    await this.whenReady();
    await this.controller?.reset();
  }

  /** Own points in place of the built-in data; `undefined` for those. */
  async setData(rows: readonly (readonly number[])[] | undefined): Promise<void> {
    await this.whenReady();
    await this.controller?.setRows(rows);
  }

  /** Breaks something on purpose, to see that the run survives it. */
  fault(kind: 'lose-context' | 'crash'): void {
    this.controller?.session?.fault(kind);
  }
}

if (!customElements.get('glassbox-demo')) customElements.define('glassbox-demo', GlassboxDemo);
