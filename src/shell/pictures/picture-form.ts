/** The forms in which pictures are composed: which of them fits the place where a picture stands. */
import type { View } from '../../views/view';

export type Form = 'wide' | 'narrow';

/** Widths in user units, about CSS pixels where the form is shown: a figure of its own, and a phone's column or half a figure. */
export const FORM_WIDTHS: Readonly<Record<Form, number>> = { wide: 640, narrow: 340 };

/** From this width in CSS pixels on, a figure of its own has its wide form (the same number stands in shell.css). */
const WIDE_FROM = 540;

interface Drawing {
  readonly name: Form;
  readonly width: number;
  readonly height: number;
}

/** The drawings of a picture: the one that is asked for, or all that its place may need. */
export function formsOf({ aspect }: Pick<View<unknown>, 'aspect'>, half: boolean, form: Form | undefined): readonly Drawing[] {
  const names: readonly Form[] = half ? ['narrow'] : form === undefined ? ['wide', 'narrow'] : [form];
  return names.map((name) => ({ name, width: FORM_WIDTHS[name], height: Math.round(FORM_WIDTHS[name] * aspect[name]) }));
}

/** The form that the place of a frame's pictures has room for, as CSS chooses it; undefined where no picture can be in two forms. */
function fittingForm(host: Element): Form | undefined {
  const width = host.querySelector('.gb-picture-full')?.clientWidth ?? 0;
  return width === 0 ? undefined : width < WIDE_FROM ? 'narrow' : 'wide';
}

/** Follows the form that fits as the place grows or shrinks; a place that is not shown keeps the form it had. */
export class FittingForm {
  private observer: ResizeObserver | undefined;
  private fitting: Form;

  constructor(private readonly host: Element) {
    this.fitting = fittingForm(host) ?? 'wide';
  }

  get form(): Form {
    return this.fitting;
  }

  /** Takes away what the build has drawn for places of the other form. */
  clear(): void {
    for (const svg of this.host.querySelectorAll(`.gb-picture-full .gb-form-${this.fitting === 'wide' ? 'narrow' : 'wide'}`)) svg.remove();
  }

  /** Calls `changed` whenever another form fits. */
  watch(changed: () => void): void {
    this.observer = new ResizeObserver(() => {
      const form = fittingForm(this.host) ?? this.fitting;
      if (form === this.fitting) return;
      this.fitting = form;
      changed();
    });
    this.observer.observe(this.host);
  }

  dispose(): void {
    this.observer?.disconnect();
  }
}
