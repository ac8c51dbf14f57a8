/**
 * `<glassbox-challenge>`: judges a challenge by the reader's own run of the demo it names, and keeps the progress in this browser.
 * Attributes: data-challenge (its name in storage), data-demo (id of the figure's demo), data-goal, data-lang.
 */
import { elementText } from '../../i18n/element';
import type { Judged } from './quantities';
import { isStored, PROGRESS_EVENT, readProgress, writeProgress } from '../progress/progress';

/** A demo's element, told from any other by its script interface. */
function isJudged(element: HTMLElement): element is HTMLElement & Judged {
  return 'metrics' in element && 'params' in element && 'cursor' in element && 'spec' in element;
}

class GlassboxChallenge extends HTMLElement {
  private readonly listening = new AbortController();
  private judging: Promise<(run: Judged) => boolean> | undefined;

  connectedCallback(): void {
    this.show();
    const judge = (event: Event): void => {
      if (event.target instanceof HTMLElement && event.target.dataset['demo'] === this.dataset['demo']) void this.judge(event.target);
    };
    for (const type of ['gb-step', 'gb-pause']) document.addEventListener(type, judge, { signal: this.listening.signal });
    document.addEventListener(PROGRESS_EVENT, () => this.show(), { signal: this.listening.signal });
    addEventListener('storage', () => this.show(), { signal: this.listening.signal });
  }

  disconnectedCallback(): void {
    this.listening.abort();
  }

  private get name(): string {
    return this.dataset['challenge'] ?? '';
  }

  private async judge(element: HTMLElement): Promise<void> {
    if (readProgress().has(this.name)) return;
    this.judging ??= import('./judge').then(({ judgeOf }) => judgeOf(this.dataset['demo'] ?? '', this.dataset['goal'] ?? ''));
    // Should the judge not arrive (offline, say), the next step asks for it again.
    const reached = await this.judging.catch(() => (this.judging = undefined));
    if (reached === undefined || !isJudged(element) || !reached(element)) return;
    writeProgress(new Set([...readProgress(), this.name]));
    this.show();
  }

  /** Says whether the challenge is solved, in its own place of the box. */
  private show(): void {
    const lang = this.dataset['lang'] === 'en' ? 'en' : 'zh';
    const solved = readProgress().has(this.name);
    this.classList.toggle('gb-solved', solved);
    this.setAttribute('role', 'status');
    const words = elementText[solved ? 'solved' : 'notSolved'][lang];
    this.textContent = solved ? `✓ ${words}${isStored() ? '' : ` · ${elementText.notStored[lang]}`}` : words;
  }
}

if (!customElements.get('glassbox-challenge')) customElements.define('glassbox-challenge', GlassboxChallenge);
