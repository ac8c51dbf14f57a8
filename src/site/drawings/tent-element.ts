/** `<glassbox-tent>`: the build's drawing of the tent, with its slider at work. */
import type { Lang } from '../../i18n/text';

const SVG = 'http://www.w3.org/2000/svg';

class GlassboxTent extends HTMLElement {
  private readonly listening = new AbortController();

  connectedCallback(): void {
    const slider = this.querySelector('input');
    const lang: Lang = this.dataset['lang'] === 'en' ? 'en' : 'zh';
    if (slider === null) return;
    // Without a script there is nothing to slide.
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    const show = (): void => void this.show(slider, lang);
    slider.addEventListener('input', show, { signal: this.listening.signal });
    // A browser that goes back in its history keeps what was chosen.
    if (slider.value !== slider.defaultValue) show();
  }

  disconnectedCallback(): void {
    this.listening.abort();
  }

  /** Draws what the slider says by the time that the drawing's script is there: it is loaded when the slider is first moved. */
  private async show(slider: HTMLInputElement, lang: Lang): Promise<void> {
    const { drawTent } = await import('./tent');
    const times = Number(slider.value);
    const { graph, strokeWidth, strip, rows, curve, folds, counts } = drawTent(times, lang);
    const part = (name: string): Element | null => this.querySelector(`[data-part="${name}"]`);
    part('graph')?.setAttribute('d', graph);
    part('graph')?.setAttribute('stroke-width', String(strokeWidth));
    part('strip')?.setAttribute('d', strip);
    part('curve')?.setAttribute('aria-label', curve);
    part('folds')?.setAttribute('aria-label', folds);
    part('rows')?.replaceChildren(
      ...rows.map(({ y, words }) => {
        const line = document.createElementNS(SVG, 'tspan');
        line.setAttribute('x', '2');
        line.setAttribute('y', String(y));
        line.textContent = words;
        return line;
      }),
    );
    const [chosen, said] = [part('times'), part('counts')];
    if (chosen !== null) chosen.textContent = String(times);
    if (said !== null) said.textContent = counts;
  }
}

if (customElements.get('glassbox-tent') === undefined) customElements.define('glassbox-tent', GlassboxTent);
