/**
 * `<glassbox-predict>`: asks a reader for a prediction before its run is shown. Attributes: data-predict (its name in storage), data-kind,
 * data-question (what is asked, as JSON), data-lang. What asks and trains is loaded when the element comes near the screen.
 */
import { elementText } from '../../i18n/element';
import { readQuestion } from './question';

/** How far from the screen it begins to load. */
const NEAR = '600px 0px';

class GlassboxPredict extends HTMLElement {
  private observer: IntersectionObserver | undefined;
  private takeAway: (() => void) | undefined;
  private starting: Promise<void> | undefined;

  connectedCallback(): void {
    this.observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && void this.start(), {
      rootMargin: NEAR,
    });
    this.observer.observe(this);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.takeAway?.();
    this.takeAway = undefined;
    this.starting = undefined;
  }

  private get box(): Element | null {
    return this.closest('.gb-predict');
  }

  /** The answer in words is there once the run is known, and whenever it cannot be. */
  private showAnswer(shown: boolean): void {
    this.box?.classList.toggle('gb-predict-shown', shown);
    this.box?.querySelector('details')?.toggleAttribute('open', shown);
  }

  private start(): Promise<void> {
    this.observer?.disconnect();
    this.starting ??= this.load().catch(() => this.sayNotLoaded());
    return this.starting;
  }

  private async load(): Promise<void> {
    const question = readQuestion(this.dataset['question'] ?? '');
    if (question === undefined) throw new Error(`${this.dataset['predict'] ?? ''} asks nothing`);
    const { createPrediction } = await import('./live');
    const list = this.box?.querySelector('.gb-predict-answers');
    this.takeAway = await createPrediction(this, {
      name: this.dataset['predict'] ?? '',
      question,
      items: list === null || list === undefined ? [] : [...list.children].filter((item) => item instanceof HTMLElement),
      lang: this.dataset['lang'] === 'en' ? 'en' : 'zh',
      onShown: (shown) => this.showAnswer(shown),
    });
    this.box?.classList.add('gb-predict-ready');
  }

  /** Offline, say: the page's own question and answer remain, and a button that tries again. */
  private sayNotLoaded(): void {
    const lang = this.dataset['lang'] === 'en' ? 'en' : 'zh';
    const retry = Object.assign(document.createElement('button'), { type: 'button', textContent: elementText.retry[lang] });
    const note = Object.assign(document.createElement('p'), { textContent: `${elementText.predictNotLoaded[lang]} ` });
    note.setAttribute('role', 'status');
    note.append(retry);
    retry.addEventListener('click', () => {
      this.replaceChildren();
      this.starting = undefined;
      this.showAnswer(false);
      void this.start();
    });
    this.replaceChildren(note);
    this.showAnswer(true);
    this.box?.querySelector('details')?.removeAttribute('open');
  }
}

if (!customElements.get('glassbox-predict')) customElements.define('glassbox-predict', GlassboxPredict);
