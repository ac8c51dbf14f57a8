/**
 * `<glassbox-demo>`: takes a demo's server-rendered frame over when it comes near the screen, and is the demo's script interface
 * (documented in src/demos/README.md). tfjs is loaded at the first play or change only.
 */
import { h, hydrate, render } from 'preact';
import { loadDemo, type LoadedDemo } from '../demos/load';
import { resolveValues } from '../demos/resolve';
import type { Values } from '../demos/spec';
import type { BackendName, Status } from '../engine/protocol';
import type { RunRecord } from '../engine/session-api';
import { Controller } from './controller';
import { DemoFrame } from './demo-frame';
import { formatLink, parseLink } from './link';
import { pageAddress } from './page';
import './shell.css';

/** How near the screen a demo is taken over, so that it is ready when it is seen. */
const NEAR = '600px';

function readJson(text: string | undefined): Values {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Values) : {};
  } catch {
    return {};
  }
}

export class GlassboxDemo extends HTMLElement {
  private controller: Controller | undefined;
  private starting: Promise<void> | undefined;
  private readonly observers: IntersectionObserver[] = [];
  private readonly listening = new AbortController();
  private onScreen = false;
  private lastState = '';
  private lastStep = -1;

  connectedCallback(): void {
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && void this.whenReady(), { rootMargin: NEAR });
    const seen = new IntersectionObserver(([entry]) => {
      this.onScreen = entry?.isIntersecting === true;
      this.updateVisible();
    });
    this.observers.push(near, seen);
    for (const observer of this.observers) observer.observe(this);
    document.addEventListener('visibilitychange', () => this.updateVisible(), { signal: this.listening.signal });
    addEventListener('hashchange', () => this.followHash(), { signal: this.listening.signal });
    if (this.isTarget()) void this.whenReady();
  }

  disconnectedCallback(): void {
    for (const observer of this.observers) observer.disconnect();
    this.listening.abort();
    this.controller?.dispose();
    render(null, this);
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
    if (query === undefined || this.controller === undefined) return;
    const { state, problems } = parseLink(this.controller.loaded.demo, query);
    this.controller.open(state, problems);
  }

  /** Resolves when the frame is live. */
  whenReady(): Promise<void> {
    this.starting ??= this.start();
    return this.starting;
  }

  private async start(): Promise<void> {
    const loaded = await loadDemo(this.demoId, { values: readJson(this.dataset['values']), ...this.ownSeed });
    const controller = this.makeController(loaded);
    this.controller = controller;
    controller.subscribe(() => this.announce());
    const id = this.dataset['frame'] ?? `gb-${this.demoId}`;
    hydrate(h(DemoFrame, { controller, id, live: false }), this);
    render(h(DemoFrame, { controller, id, live: true }), this);
    this.updateVisible();
    if (this.isTarget()) {
      this.openLink();
      if (this.dataset['embed'] === undefined) this.scrollIntoView({ block: 'start' });
    }
    this.dispatchEvent(new CustomEvent('gb-ready', { bubbles: true }));
  }

  private get ownSeed(): { readonly seed?: number } {
    const seed = Number(this.dataset['seed'] ?? NaN);
    return Number.isInteger(seed) ? { seed } : {};
  }

  private makeController(loaded: LoadedDemo): Controller {
    const { values } = resolveValues(loaded.demo, {});
    return new Controller({
      loaded,
      lang: this.dataset['lang'] === 'en' ? 'en' : 'zh',
      values: { ...values, ...readJson(this.dataset['values']) },
      seed: this.ownSeed.seed ?? loaded.demo.seed,
    });
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
    if (state === 'paused') this.dispatchEvent(new CustomEvent('gb-pause', { bubbles: true, detail: { step: this.cursor, metrics: this.metrics } }));
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
    const { controller } = this;
    if (controller === undefined) return;
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    const { values: resolved, problems } = resolveValues(controller.loaded.demo, texts);
    const [problem] = problems;
    if (problem !== undefined) throw new RangeError(`${this.demoId}: ${problem.parameter} ${problem.message.en}`);
    await controller.set(Object.fromEntries(Object.keys(values).map((name) => [name, resolved[name] ?? ''])));
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
    const { controller } = this;
    return controller === undefined ? location.href : pageAddress(this.demoId, formatLink(controller.loaded.demo, controller.linkState));
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
