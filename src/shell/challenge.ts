/**
 * `<glassbox-challenge>`: judges a challenge by the reader's own run of the demo it names, and keeps the progress in this browser.
 * Attributes: data-challenge (its name in storage), data-demo (id of the figure's demo), data-goal, data-lang.
 */
import { loadDemo } from '../demos/load';
import { shellText } from '../i18n/shell';
import { describeNetwork } from '../ml/spec/describe';
import type { NetworkSpec } from '../ml/spec/network-spec';
import { parseGoal, quantitiesOf, reaches, type Goal } from './challenge-goal';
import type { GlassboxDemo } from './element';
import { readProgress, writeProgress } from './progress';

function isSpec(value: unknown): value is NetworkSpec {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'inputs' in value;
}

/** What a goal may speak of, from a demo's element. */
export function quantitiesNow(element: Pick<GlassboxDemo, 'metrics' | 'params' | 'cursor' | 'spec'>): Record<string, number> {
  const numbers = Object.entries(element.params).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const { spec } = element;
  const network = isSpec(spec) ? spec : undefined;
  const dense = network?.nodes.filter(({ layer, id }) => layer === 'dense' && !network.outputs.includes(id)) ?? [];
  // An activation may stand after the last dense layer; that one is the output all the same.
  const hidden = network !== undefined && network.nodes.at(-1)?.layer === 'activation' ? dense.slice(0, -1) : dense;
  return {
    ...Object.fromEntries(numbers),
    ...element.metrics,
    step: element.cursor,
    parameters: network === undefined ? NaN : describeNetwork(network).parameters,
    hiddenLayers: hidden.length,
    hiddenUnits: hidden.reduce((sum, { options }) => sum + Number(options['units'] ?? 0), 0),
  };
}

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
    this.textContent = (solved ? `✓ ${shellText.solved[lang]}` : shellText.notSolved[lang]);
  }
}

if (!customElements.get('glassbox-challenge')) customElements.define('glassbox-challenge', GlassboxChallenge);
