/**
 * `<glassbox-predict>`: asks a reader for a prediction before its run is shown. Attributes: data-predict (its name in storage),
 * data-question (what is asked, as JSON), data-lang. A button at first: what asks and trains is loaded when that is pressed, or at once for a
 * reader who has made this prediction before.
 */
import { elementText } from '../../i18n/element';
import { KEY } from './key';
import { readQuestion } from './question';

/** So far from the screen a prediction that was made before is drawn: its frame must not grow under the reader's eyes. */
const NEAR = '200px';

/** Whether a prediction was made before, without what reads it: a name that stands in the storage. */
function wasMade(name: string): boolean {
  try {
    return localStorage.getItem(KEY)?.includes(`"${name}":`) === true;
  } catch {
    return false;
  }
}

class GlassboxPredict extends HTMLElement {
  private observer: IntersectionObserver | undefined;
  private takeAway: (() => void) | undefined;
  private starting: Promise<void> | undefined;

  connectedCallback(): void {
    this.offer('predict');
    if (!wasMade(this.name)) return;
    this.observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.observer?.disconnect();
        void this.start();
      },
      { rootMargin: NEAR },
    );
    this.observer.observe(this);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.takeAway?.();
    this.takeAway = undefined;
    this.starting = undefined;
  }

  private get name(): string {
    return this.dataset['predict'] ?? '';
  }

  private get language(): 'zh' | 'en' {
    return this.dataset['lang'] === 'en' ? 'en' : 'zh';
  }

  private get box(): Element | null {
    return this.closest('.gb-predict');
  }

  /** The answer in words is there once the run is known, and whenever it cannot be. */
  private showAnswer(shown: boolean, open = shown): void {
    this.box?.classList.toggle('gb-predict-shown', shown);
    this.box?.querySelector('details')?.toggleAttribute('open', open);
  }

  /** A button that begins, with what is to be said before it. */
  private offer(word: 'predict' | 'retry', said?: string): void {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: elementText[word][this.language] });
    button.className = 'gb-predict-main';
    button.addEventListener('click', () => {
      button.disabled = true;
      void this.start().then(() => this.querySelector<HTMLElement>('input:enabled, [tabindex="0"], button')?.focus());
    });
    const note = Object.assign(document.createElement('p'), { textContent: said ?? '' });
    note.setAttribute('role', 'status');
    this.replaceChildren(...(said === undefined ? [] : [note]), button);
  }

  /** Once, however often it is asked for. */
  private start(): Promise<void> {
    this.starting ??= this.begin();
    return this.starting;
  }

  private async begin(): Promise<void> {
    try {
      await this.load();
    } catch {
      this.starting = undefined;
      // Offline, say: the page's own question and answer remain, and a button that tries again.
      this.offer('retry', elementText.predictNotLoaded[this.language]);
      this.showAnswer(true, false);
    }
  }

  private async load(): Promise<void> {
    const question = readQuestion(this.dataset['question'] ?? '');
    if (question === undefined) throw new Error(`${this.name} asks nothing`);
    const { createPrediction } = await import('./live');
    const list = this.box?.querySelector('.gb-predict-answers');
    this.replaceChildren();
    this.showAnswer(false);
    const takeAway = await createPrediction(this, {
      name: this.name,
      question,
      items: list === null || list === undefined ? [] : [...list.children].filter((item) => item instanceof HTMLElement),
      lang: this.language,
      onShown: (shown) => this.showAnswer(shown),
    });
    // Taken out of the page meanwhile.
    if (!this.isConnected) return takeAway();
    this.takeAway = takeAway;
    this.box?.classList.add('gb-predict-ready');
  }
}

if (!customElements.get('glassbox-predict')) customElements.define('glassbox-predict', GlassboxPredict);
