/** The forms in which pictures are composed: which of them fits the place where a picture stands. */
import type { View } from '../../views/view';

export type Form = 'wide' | 'narrow';

/**
 * Widths in user units, not much more than the CSS pixels that the form has on the smallest desktop, so that words of 12 units are never
 * under 10 pixels: a figure of its own, and a phone's column.
 */
export const FORM_WIDTHS: Readonly<Record<Form, number>> = { wide: 540, narrow: 340 };

/** Where a picture stands: alone in the figure, as one of the two that share it, or taking turns with it. */
export type Place = 'full' | 'pair' | 'side';

/** Two pictures beside one another have half a desktop's figure each, less than a phone's column. */
const PAIR_WIDTH = 300;

/** From this width in CSS pixels on, a figure of its own has its wide form (the same number stands in shell.css). */
const WIDE_FROM = 500;

interface Drawing {
  readonly name: Form;
  readonly width: number;
  readonly height: number;
}

/** The drawings of a picture: the one that is asked for, or all that its place may need. */
export function formsOf(view: Pick<View<unknown>, 'aspect' | 'wide'>, place: Place, form: Form | undefined): readonly Drawing[] {
  const { aspect, wide = FORM_WIDTHS.wide } = view;
  const widths: Readonly<Record<Form, number>> = { wide, narrow: place === 'pair' ? PAIR_WIDTH : FORM_WIDTHS.narrow };
  const names: readonly Form[] = place !== 'full' ? ['narrow'] : form === undefined ? ['wide', 'narrow'] : [form];
  return names.map((name) => ({ name, width: widths[name], height: Math.round(widths[name] * aspect[name]) }));
}

/** The form that the place of a frame's pictures has room for, as CSS chooses it; undefined where no picture can be in two forms. */
function fittingForm(host: Element): Form | undefined {
  const width = host.querySelector('.gb-picture-full')?.clientWidth ?? 0;
  return width === 0 ? undefined : width < WIDE_FROM ? 'narrow' : 'wide';
}

/** From this width on, in CSS pixels, the curves are drawn as wide as a phone's column. */
const WIDE_CURVES_FROM = 300;

/** The forms that fit the places of a frame. */
export interface Forms {
  readonly picture: Form;
  readonly charts: Form;
  /** Pictures and curves take turns, one of them seen at a time, as on a phone. */
  readonly turns: boolean;
}

/** The same for its curves; those that are not shown have the form that they last had. */
function fittingCharts(host: Element): Form | undefined {
  const width = host.querySelector('.gb-chart')?.clientWidth ?? 0;
  return width === 0 ? undefined : width < WIDE_CURVES_FROM ? 'narrow' : 'wide';
}

/** Whether all take turns, as CSS has it: only there is no button that shows those that matter together. */
function takingTurns(host: Element): boolean {
  const together = host.querySelector('.gb-turn-all');
  return together !== null && getComputedStyle(together).display === 'none';
}

/** Follows the form that fits as the place grows or shrinks; a place that is not shown keeps the form it had. */
export class FittingForm {
  private observer: ResizeObserver | undefined;
  private fitting: Forms;

  constructor(private readonly host: Element) {
    this.fitting = { picture: fittingForm(host) ?? 'wide', charts: fittingCharts(host) ?? 'wide', turns: takingTurns(host) };
  }

  /** As the build has drawn it, but for the form of pictures that is not cleared away. */
  get asBuilt(): Forms {
    return { ...this.fitting, charts: 'narrow' };
  }

  get forms(): Forms {
    return this.fitting;
  }

  /** Takes away what the build has drawn for places of the other form. */
  clear(): void {
    for (const svg of this.host.querySelectorAll(`.gb-picture-full .gb-form-${this.fitting.picture === 'wide' ? 'narrow' : 'wide'}`))
      svg.remove();
  }

  /** Calls `changed` whenever another form fits. */
  watch(changed: () => void): void {
    this.observer = new ResizeObserver(() => {
      const { picture, charts, turns } = this.fitting;
      const { host } = this;
      const now = { picture: fittingForm(host) ?? picture, charts: fittingCharts(host) ?? charts, turns: takingTurns(host) };
      if (now.picture === picture && now.charts === charts && now.turns === turns) return;
      this.fitting = now;
      changed();
    });
    this.observer.observe(this.host);
  }

  dispose(): void {
    this.observer?.disconnect();
  }
}
