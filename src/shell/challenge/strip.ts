/**
 * A challenge in its figure: a strip over the demo with the goal and how far the run is from it, "set it up", and the way back. Plain
 * elements, loaded when a reader first takes a challenge up. A figure has one strip: that of the challenge taken up last.
 */
import { goalText } from '../../i18n/goals';
import { labelled, type Lang } from '../../i18n/text';
import { dress } from '../dress';
import { readValues } from '../page';
import { PROGRESS_EVENT } from '../progress/progress';
import type { Standing } from './goal-words';
import type { Judge } from './judge';
import type { Judged } from './quantities';
import styles from './strip.css?inline';

/** The parts of `<glassbox-demo>` that the strip uses. */
export interface Played extends HTMLElement, Judged {
  readonly state: string;
  readonly seed: number;
  whenReady(): Promise<void>;
  begin(values: Judged['params'], seed?: number): Promise<void>;
}

export interface TakenUp {
  readonly title: string;
  readonly lang: Lang;
  readonly judge: Judge;
  /** Whether the reader has solved it, now or before. */
  readonly solved: () => boolean;
  /** Where the challenge stands in the text. */
  readonly back: HTMLElement;
}

/** Events after which a run may stand otherwise. */
const EVENTS = ['gb-ready', 'gb-step', 'gb-pause', 'gb-params'] as const;

function button(words: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: words, className: 'gb-strip-button' });
  made.addEventListener('click', act);
  return made;
}

/** Puts a run where the challenge begins: the figure's own settings and data, those the goal names, step 0. */
async function setUp(demo: Played, judge: Judge): Promise<void> {
  const seed = Number(demo.dataset['seed'] ?? NaN);
  await demo.begin(judge.start(readValues(demo.dataset['values'])), Number.isInteger(seed) ? seed : demo.seed);
}

/** How the run stands to the goal; of several ways the one that is nearest. */
function nearestWay(judge: Judge, demo: Played, lang: Lang): readonly Standing[] {
  const unmet = (way: readonly Standing[]): number => way.filter(({ met }) => !met).length;
  return [...judge.standing(demo, lang)].sort((a, b) => unmet(a) - unmet(b))[0] ?? [];
}

/** A part of a goal, with its sign. */
function partItem({ met, words }: Standing, lang: Lang): HTMLElement {
  const sign = Object.assign(document.createElement('span'), { textContent: met ? '\u2713' : '\u25CB' });
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', goalText[met ? 'met' : 'unmet'][lang]);
  const item = Object.assign(document.createElement('li'), { className: met ? 'gb-strip-met' : '' });
  item.append(sign, ` ${words}`);
  return item;
}

/** Shows a challenge over its demo. A figure that nobody has played begins where the challenge does; a run of the reader's is left alone. */
export async function takeUp(demo: Played, { title, lang, judge, solved, back }: TakenUp): Promise<void> {
  const figure = demo.parentElement;
  if (figure === null) return;
  dress(styles);
  figure.querySelector('.gb-strip')?.dispatchEvent(new Event('gb-replaced'));
  const strip = Object.assign(document.createElement('section'), { className: 'gb-strip', tabIndex: -1 });
  strip.setAttribute('aria-label', labelled(goalText.challenge[lang], title, lang));
  const listening = new AbortController();
  const away = (): void => {
    listening.abort();
    strip.remove();
  };
  const heading = Object.assign(document.createElement('p'), { className: 'gb-strip-title' });
  const name = Object.assign(document.createElement('b'), { textContent: labelled(goalText.challenge[lang], title, lang) });
  const said = Object.assign(document.createElement('span'), { className: 'gb-strip-solved' });
  said.setAttribute('role', 'status');
  heading.append(name, ' ', said);
  const list = document.createElement('ul');
  const begin = button(goalText.setUp[lang], () => void setUp(demo, judge).catch(() => undefined));
  begin.title = goalText.setUpHelp[lang];
  const returning = button(goalText.back[lang], () => {
    back.scrollIntoView({ block: 'center' });
    back.focus({ preventScroll: true });
  });
  const closing = button('\u00D7', () => {
    away();
    back.focus();
  });
  closing.setAttribute('aria-label', goalText.close[lang]);
  const buttons = Object.assign(document.createElement('p'), { className: 'gb-strip-buttons' });
  buttons.append(begin, returning, closing);
  strip.append(heading, list, buttons);

  let drawing = 0;
  let drawn = '';
  const draw = (): void => {
    drawing = 0;
    const parts = nearestWay(judge, demo, lang);
    const written = JSON.stringify(parts);
    // Most steps change no number of the goal.
    if (written === drawn) return;
    drawn = written;
    list.replaceChildren(...parts.map((part) => partItem(part, lang)));
  };
  const tell = (): void => {
    const done = solved();
    said.textContent = done ? `\u2713 ${goalText.solved[lang]}` : '';
    strip.classList.toggle('gb-strip-done', done);
  };
  // However often a run reports, the strip is drawn once a frame.
  const soon = (): void => {
    if (drawing === 0) drawing = requestAnimationFrame(draw);
  };
  const { signal } = listening;
  for (const type of EVENTS) demo.addEventListener(type, soon, { signal });
  document.addEventListener(PROGRESS_EVENT, tell, { signal });
  strip.addEventListener('gb-replaced', away, { signal });
  draw();
  tell();
  demo.before(strip);
  strip.scrollIntoView({ block: 'start' });
  strip.focus({ preventScroll: true });
  await demo.whenReady();
  if (demo.state === 'idle') await setUp(demo, judge);
  soon();
}
