/**
 * The contract of a picture: data in, SVG out (canvas only for rasters), the same code at build time and in the
 * browser. No document, no timers, no tfjs; colours come from CSS custom properties.
 *
 * A picture is composed at two widths, about one user unit a CSS pixel, so that its words (12 units) are never shown smaller than
 * 10 pixels: 540 units (or `wide`), height by `aspect.wide`, where it is a figure of its own with room; 340 units, height by
 * `aspect.narrow`, on a phone, at the side and in the gallery; 300 units, of the same shape, beside a second main picture. So every
 * picture must be good at 300 units: no word leaves the drawing or lies on another (`linesOf` and `textWidth` of parts/words; fewer
 * ticks, rows or columns rather than smaller words), no text under 11 units, and what is touched has a target of 46 units (`Handle`, `Nudge`), since a phone's column may be a little
 * narrower than the drawing. tests/contract/every-view checks words and sizes at every width.
 */
import type { ComponentType } from 'preact';
import type { Lang, Text } from '../i18n/text';
import type { NetworkSpec } from '../ml/blueprint/network-spec';

/** An array as views see it (the shape of `HostArray`, without importing the engine). */
export interface ViewArray {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** All that a picture may be drawn from: the record at the cursor. */
export interface ViewSource {
  readonly step: number;
  readonly arrays: Readonly<Record<string, ViewArray>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the run answered to the questions that the demo asks, by the question's name; each at its step. */
  readonly answers?: Readonly<Record<string, ViewAnswer>> | undefined;
  /** What it answered at fixed steps on its way, by the question's name, in the order of the steps. */
  readonly along?: Readonly<Record<string, readonly PastAnswer[]>> | undefined;
  /** The network's specification, where there is one (`NetworkSpec`, by structure). */
  readonly spec?: ViewNetwork | undefined;
}

/** An answer of a run (`Model.questions`). */
export interface ViewAnswer {
  readonly step: number;
  readonly arrays: Readonly<Record<string, ViewArray>>;
}

/** An answer of a run as it was at its step, and what was measured there. */
export interface PastAnswer extends ViewAnswer {
  readonly metrics: Readonly<Record<string, number>>;
}

export interface ViewNetwork {
  readonly name: string;
  readonly inputs: NetworkSpec['inputs'];
  readonly nodes: readonly {
    readonly id: string;
    readonly layer: string;
    readonly from: readonly string[];
    readonly options: Readonly<Record<string, unknown>>;
  }[];
  readonly outputs: readonly string[];
}

/** What a reader does in a picture; the shell turns it into commands. */
export type ViewAction =
  | { readonly kind: 'set'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'edit'; readonly variable: string; readonly index: number; readonly value: number }
  | { readonly kind: 'points'; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: 'seek'; readonly step: number }
  /** Looks into a layer, or a unit of it (from 0). */
  | { readonly kind: 'inspect'; readonly layer: string; readonly unit?: number };

export interface ViewProps<D> {
  readonly data: D;
  readonly lang: Lang;
  /** Size of the drawing in user units; the shell scales it by at most a little. */
  readonly width: number;
  readonly height: number;
  /** Prefix that makes ids inside the picture unique on the page. */
  readonly id: string;
  /** Absent in static pictures: then nothing can be touched. */
  readonly act?: ((action: ViewAction) => void) | undefined;
}

/** A table of the picture's numbers, for those who cannot see it and those who want them. */
export interface ViewTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The default export of each file of `src/views/*.tsx` that is a picture, and of a demo's `view.tsx`. */
export interface View<D> {
  readonly title: Text;
  /** Height over width, at the wide and the narrow size: reserved before anything is drawn, so nothing jumps. */
  readonly aspect: { readonly wide: number; readonly narrow: number };
  /** The units of its wide form, where the usual 540 do not hold what stands side by side in it: then no word has under 12 of them. */
  readonly wide?: number;
  /**
   * The values that `read` looks at, by the names of parameters (and `paint`, `ownPoints`, which the frame adds): what a demo must call a
   * parameter for the picture to heed it. Names that an option gives (`which`) are asked for by `options`.
   */
  readonly reads?: readonly string[] | ((options: Readonly<Record<string, unknown>>) => readonly string[]);
  /** Takes what it draws out of the record; undefined where an array it needs is not there. */
  read(source: ViewSource, options: Readonly<Record<string, unknown>>): D | undefined;
  readonly Picture: ComponentType<ViewProps<D>>;
  /** What the picture shows now, in a sentence or two. */
  describe(data: D, lang: Lang): string;
  table(data: D, lang: Lang): ViewTable;
  /** Data of a usual and of awkward kinds (empty, one point, NaN, huge), drawn by the contract test. */
  readonly samples: Readonly<Record<string, D>>;
}

export function defineView<D>(view: View<D>): View<D> {
  return view;
}
