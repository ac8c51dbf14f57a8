/** What takes a demo's static frame over: loaded when a reader comes near the demo or touches it, or a link or script asks for it. */
import { h, hydrate, render } from 'preact';
import { loadDemo, loadFilm } from '../demos/load';
import { defaultsOf } from '../demos/resolve';
import type { Values } from '../demos/declaration';
import type { Lang } from '../i18n/text';
import breakpointStyles from './breakpoints/breakpoints.css?inline';
import compareStyles from './compare/compare.css?inline';
import { Controller } from './controller';
import { DemoFrame } from './demo-frame';
import { dress } from './dress';
import helpStyles from './fields/knob-help.css?inline';
import inspectorStyles from './inspector/inspector.css?inline';
import { formatLink, parseLink } from './link/link';
import { FittingForm } from './pictures/picture-form';
import { Reel } from './reel';
import { scriptChecks } from './script-checks';

/** What the page's HTML says of a demo. */
export interface FrameUse {
  readonly demo: string;
  readonly lang: Lang;
  readonly values: Values;
  readonly seed: number | undefined;
  /** Prefix of the ids inside, the same as in the HTML. */
  readonly frame: string;
  /** The step of its recorded run at which it opens; beyond the last where the frame is on the screen, which shows that one. */
  readonly opens: () => number;
}

export interface LiveFrame {
  readonly controller: Controller;
  /** Takes over the state that a link's query says. */
  open(query: string): void;
  /** The state as a link's query. */
  query(): string;
  /** What a script gives, checked: a RangeError says what would be right, and nothing is changed. */
  readonly checks: ReturnType<typeof scriptChecks>;
  dispose(): void;
}

/** Takes over the HTML inside `host`, which the build rendered with the same settings. */
export async function createLiveFrame(host: HTMLElement, use: FrameUse): Promise<LiveFrame> {
  for (const styles of [breakpointStyles, compareStyles, helpStyles, inspectorStyles]) dress(styles);
  const loaded = await loadDemo(use.demo, { values: use.values, ...(use.seed === undefined ? {} : { seed: use.seed }) });
  const { demo } = loaded;
  const values = { ...defaultsOf(demo), ...use.values };
  const controller = new Controller({ loaded, lang: use.lang, values, seed: use.seed ?? demo.seed });
  const fitting = new FittingForm(host);
  fitting.clear();
  hydrate(h(DemoFrame, { controller, id: use.frame, live: false, forms: fitting.asBuilt }), host);
  const draw = (): void => render(h(DemoFrame, { controller, id: use.frame, live: true, forms: fitting.forms }), host);
  draw();
  fitting.watch(draw);
  const printing = new AbortController();
  // Where it does not arrive, or has nothing to go through, the figure stays at the recorded run's end, as the build has drawn it.
  const load = loadFilm(loaded).catch(() => undefined);
  void load.then((film) => {
    if (film === undefined || film.steps.length < 2 || printing.signal.aborted) return;
    const reel = new Reel(film, use.opens());
    controller.film = reel;
    // On paper nothing can be dragged: there stands what the run came to.
    reel.onPaper(draw, printing.signal);
    draw();
  });
  return {
    controller,
    open(query) {
      const { state, problems } = parseLink(demo, query);
      controller.open(state, problems);
    },
    query: () => formatLink(demo, controller.linkState),
    checks: scriptChecks(use.demo, demo, use.lang),
    dispose() {
      fitting.dispose();
      printing.abort();
      controller.dispose();
      render(null, host);
    },
  };
}
