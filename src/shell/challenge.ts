/**
 * `<glassbox-challenge>`: judges a challenge by the reader's own run of the demo it names, and keeps the progress in this browser.
 * Attributes: data-challenge (its name in storage), data-demo (id of the figure's demo), data-goal, data-lang.
 */
import { loadDemo } from '../demos/load';
import { shellText } from '../i18n/shell';
import { parseGoal, quantitiesOf, reaches, type Goal } from './challenge-goal';
import { quantitiesNow } from './challenge-quantities';
import type { GlassboxDemo } from './element';
import { readProgress, writeProgress } from './progress';

export class GlassboxChallenge extends HTMLElement {
  private readonly listening = new AbortController();
  private goal: Goal | undefined;

  connectedCallback(): void {
    this.show();
    const judge = (event: Event): void => {
      if (event.target instanceof HTMLElement && event.target.dataset['demo'] === this.dataset['demo']) void this.judge(event.target);
    };
    for (const type of ['gb-step', 'gb-pause']) document.addEventListener(type, judge, { signal: this.listening.signal });
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
    if (this.goal === undefined) {
      const { demo } = await loadDemo(this.dataset['demo'] ?? '');
      const parsed = parseGoal(this.dataset['goal'] ?? '', quantitiesOf(demo));
      if ('problem' in parsed) return;
      this.goal = parsed.goal;
    }
    if (!('metrics' in element) || !reaches(this.goal, quantitiesNow(element as GlassboxDemo))) return;
    writeProgress(new Set([...readProgress(), this.name]));
    this.show();
  }

  /** Says whether the challenge is solved, in its own place of the box. */
  private show(): void {
    const lang = this.dataset['lang'] === 'en' ? 'en' : 'zh';
    const solved = readProgress().has(this.name);
    this.classList.toggle('gb-solved', solved);
    this.setAttribute('role', 'status');
    this.textContent = solved ? `✓ ${shellText.solved[lang]}` : shellText.notSolved[lang];
  }
}

if (!customElements.get('glassbox-challenge')) customElements.define('glassbox-challenge', GlassboxChallenge);
