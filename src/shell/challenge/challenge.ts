/**
 * `<glassbox-challenge>`: judges a challenge by the reader's own run of the demo it names, keeps the progress in this browser, and takes
 * the challenge to its figure. Attributes: data-challenge (its name in storage), data-title, data-demo (id of the figure's demo),
 * data-figure (the figure's id), data-goal, data-lang.
 */
import { elementText } from '../../i18n/element';
import type { Lang } from '../../i18n/text';
import type { Judge } from './judge';
import type { Judged } from './quantities';
import type { Played } from './strip';
import { isStored, PROGRESS_EVENT, readProgress, writeProgress } from '../progress/progress';

/** A demo's element, told from any other by its script interface. */
function isJudged(element: Element): element is HTMLElement & Judged {
  return 'metrics' in element && 'params' in element && 'cursor' in element && 'spec' in element;
}

function isPlayed(element: Element | null | undefined): element is Played {
  return element !== null && element !== undefined && isJudged(element) && 'whenReady' in element && 'begin' in element;
}

class GlassboxChallenge extends HTMLElement {
  private listening = new AbortController();
  private judging: Promise<Judge> | undefined;
  private readonly said = document.createElement('span');
  private readonly take = document.createElement('button');

  connectedCallback(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.said.setAttribute('role', 'status');
    this.take.type = 'button';
    this.take.className = 'gb-take-up';
    this.take.addEventListener('click', () => void this.takeUp(), { signal });
    this.replaceChildren(this.said, ' ', this.take);
    this.show();
    const judge = (event: Event): void => {
      if (event.target instanceof HTMLElement && event.target.dataset['demo'] === this.dataset['demo']) void this.judge(event.target);
    };
    for (const type of ['gb-step', 'gb-pause']) document.addEventListener(type, judge, { signal });
    document.addEventListener(PROGRESS_EVENT, () => this.show(), { signal });
    addEventListener('storage', () => this.show(), { signal });
  }

  disconnectedCallback(): void {
    this.listening.abort();
  }

  private get name(): string {
    return this.dataset['challenge'] ?? '';
  }

  private get language(): Lang {
    return this.dataset['lang'] === 'en' ? 'en' : 'zh';
  }

  /** What reads the goal. Should it not arrive (offline, say), the next need asks for it again. */
  private async judgeNow(): Promise<Judge | undefined> {
    this.judging ??= import('./judge').then(({ judgeOf }) => judgeOf(this.dataset['demo'] ?? '', this.dataset['goal'] ?? ''));
    return this.judging.catch(() => (this.judging = undefined));
  }

  private async judge(element: HTMLElement): Promise<void> {
    if (readProgress().has(this.name)) return;
    const judge = await this.judgeNow();
    if (judge === undefined || !isJudged(element) || !judge.reached(element)) return;
    writeProgress(new Set([...readProgress(), this.name]));
    document.dispatchEvent(new CustomEvent(PROGRESS_EVENT));
  }

  private async takeUp(): Promise<void> {
    const demo = document.getElementById(this.dataset['figure'] ?? '')?.querySelector('glassbox-demo');
    const [judge, strip] = await Promise.all([this.judgeNow(), import('./strip').catch(() => undefined)]);
    if (judge === undefined || strip === undefined || !isPlayed(demo)) {
      this.said.textContent = elementText.progressNotLoaded[this.language];
      return;
    }
    this.show();
    const { language: lang, name, take: back } = this;
    // What does not arrive for the figure is said there.
    await strip
      .takeUp(demo, { title: this.dataset['title'] ?? '', lang, judge, solved: () => readProgress().has(name), back })
      .catch(() => undefined);
  }

  /** Says whether the challenge is solved, in its own place of the box. */
  private show(): void {
    const lang = this.language;
    const solved = readProgress().has(this.name);
    this.classList.toggle('gb-solved', solved);
    const words = elementText[solved ? 'solved' : 'notSolved'][lang];
    const said = solved ? `✓ ${words}${isStored() ? '' : ` · ${elementText.notStored[lang]}`}` : words;
    // What is written anew is read out anew.
    if (this.said.textContent !== said) this.said.textContent = said;
    this.take.textContent = elementText.takeUp[lang];
  }
}

if (!customElements.get('glassbox-challenge')) customElements.define('glassbox-challenge', GlassboxChallenge);
