/**
 * The declaration of a demo: pure data, read by the build, the page, the worker and the tests.
 * One declaration gives the type of the values, the defaults, the form, the link's codec and the checks.
 */
import type { Text } from '../i18n/text';
import type { OwnDataUse } from './own-data-use';

export type { OwnDataUse, OwnPoints } from './own-data-use';

/**
 * What turning a knob does: `live` applies at the next step of the run, `restart` builds the network or the data
 * anew (and says so before it is turned), `view` changes the picture only and never reaches the worker, `ask` changes what the run is
 * asked (`Model.questions`) and nothing of the run itself.
 */
export type Effect = 'live' | 'restart' | 'view' | 'ask';

interface Common {
  readonly label: Text;
  /** One sentence that says what the knob does, shown on demand. */
  readonly help?: Text;
  /** The glossary's entry on what the knob sets, by its id. */
  readonly term?: string;
  readonly effect: Effect;
  /** The pictures follow the knob while the run is still made anew: what it changes in them needs no run (a structure to be looked at, say). */
  readonly drawnAtOnce?: boolean;
  /** Shown at once; the others are folded away under "more". */
  readonly prominent?: boolean;
  /** Shown only while this holds; hidden parameters keep their value. */
  readonly when?: (values: Readonly<Record<string, Value>>) => boolean;
}

/** A number on a slider with a box beside it. */
export interface RangeParameter extends Common {
  readonly kind: 'range';
  readonly min: number;
  readonly max: number;
  /** Grid of allowed values counted from `min`; absent for continuous. Whole numbers: `step: 1`. */
  readonly step?: number;
  readonly scale: 'linear' | 'log';
  readonly unit?: Text;
  /** What the largest value means, where it is not a number like the others: off. */
  readonly most?: Text;
  readonly value: number;
}

/** One of a few named options. */
export interface ChoiceParameter<K extends string = string> extends Common {
  readonly kind: 'choice';
  readonly options: Readonly<Record<K, Text>>;
  readonly value: K;
}

export interface ToggleParameter extends Common {
  readonly kind: 'toggle';
  readonly value: boolean;
}

/** Any subset of named options (input features, say). */
export interface SetParameter<K extends string = string> extends Common {
  readonly kind: 'set';
  readonly options: Readonly<Record<K, Text>>;
  readonly value: readonly K[];
  /** Fewest options that must be chosen. */
  readonly least: number;
}

/** A list of whole numbers (units of each hidden layer); the list's own length is part of the value. */
export interface SizesParameter extends Common {
  readonly kind: 'sizes';
  readonly min: number;
  readonly max: number;
  /** Most entries; the fewest is 0. */
  readonly most: number;
  readonly value: readonly number[];
  /** The name of one entry, e.g. "layer {index}". */
  readonly entry: Text;
}

/** A list of choices, one an entry of a `sizes` parameter; a shorter list repeats its last entry. */
export interface ChoicesParameter<K extends string = string> extends Common {
  readonly kind: 'choices';
  readonly options: Readonly<Record<K, Text>>;
  readonly value: readonly K[];
  readonly most: number;
  /** The `sizes` parameter whose entries these belong to. */
  readonly along: string;
}

/**
 * A short text in a grammar of its own: an expression of variables, numbers for names (`w = 1, b = 0`), rows of numbers
 * (`1 0 / 0 1`), strokes (`ml/pen/drawing`), a line of plain text to go on from (`prompt`), or one to be learned (`line`).
 */
export interface TextParameter extends Common {
  readonly kind: 'text';
  readonly grammar: 'expression' | 'bindings' | 'grid' | 'drawing' | 'prompt' | 'line';
  readonly value: string;
}

export type Parameter =
  RangeParameter | ChoiceParameter | ToggleParameter | SetParameter | SizesParameter | ChoicesParameter | TextParameter;

export type Parameters = Readonly<Record<string, Parameter>>;
export type Value = number | string | boolean | readonly number[] | readonly string[];

/** The values of these parameters: literal unions, not strings. */
type ParameterValues<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends ChoiceParameter<infer O>
    ? O
    : P[K] extends SetParameter<infer O> | ChoicesParameter<infer O>
      ? readonly O[]
      : P[K] extends RangeParameter
        ? number
        : P[K] extends ToggleParameter
          ? boolean
          : P[K] extends SizesParameter
            ? readonly number[]
            : P[K] extends TextParameter
              ? string
              : never;
};

/** The values that a model reads, inferred from the declaration, `ValuesOf<typeof demo>`, or from its parameters. */
export type ValuesOf<D extends Parameters | { readonly parameters: Parameters }> = D extends {
  readonly parameters: infer P extends Parameters;
}
  ? ParameterValues<P>
  : D extends Parameters
    ? ParameterValues<D>
    : never;

/** Values as every part that serves all demos sees them. */
export type Values = Readonly<Record<string, Value>>;

export const range = (options: Omit<RangeParameter, 'kind'>): RangeParameter => ({ kind: 'range', ...options });
export const toggle = (options: Omit<ToggleParameter, 'kind'>): ToggleParameter => ({ kind: 'toggle', ...options });
export const text = (options: Omit<TextParameter, 'kind'>): TextParameter => ({ kind: 'text', ...options });
export const sizes = (options: Omit<SizesParameter, 'kind'>): SizesParameter => ({ kind: 'sizes', ...options });
export const choice = <K extends string>(
  options: Omit<ChoiceParameter<K>, 'kind' | 'value'> & { readonly value: NoInfer<K> },
): ChoiceParameter<K> => ({ kind: 'choice', ...options });
export const subset = <K extends string>(
  options: Omit<SetParameter<K>, 'kind' | 'value'> & { readonly value: readonly NoInfer<K>[] },
): SetParameter<K> => ({ kind: 'set', ...options });
export const choices = <K extends string>(
  options: Omit<ChoicesParameter<K>, 'kind' | 'value'> & { readonly value: readonly NoInfer<K>[] },
): ChoicesParameter<K> => ({ kind: 'choices', ...options });

/** Colour roles are the same in the whole book (design: same quantity, same colour); `first` and `second` are two networks in one run. */
export type Role = 'train' | 'test' | 'weight' | 'activation' | 'gradient' | 'attention' | 'neutral' | 'first' | 'second';

/** A unit in which a quantity can be read besides the one in which it is measured: so many times it, or a base to its power. */
export type OtherUnit = { readonly unit: Text } & ({ readonly times: number } | { readonly base: number });

/** A scalar recorded along the run. `loss` is always there, recorded at every step. */
export interface MetricSpec {
  readonly label: Text;
  readonly role: Role;
  /** Those of a chart share an axis: `loss` (log offered), `accuracy` (0 to 1), `other`. `none`: for goals and conditions, no curve. */
  readonly chart: 'loss' | 'accuracy' | 'other' | 'none';
  /** What falls by several powers of ten: a chart of losses that holds it opens with a logarithmic axis. */
  readonly scale?: 'log';
  /** What it is measured in: the heading of a chart whose metrics are all in the same. */
  readonly unit?: Text;
  /** Further units, offered over a chart whose metrics all have the same. */
  readonly also?: readonly OtherUnit[];
  /** What stays the same and is drawn for comparison: a thin horizontal line with this beside it, in place of a curve and its name. */
  readonly level?: string;
  readonly format: 'number' | 'percent';
}

/** A picture in the frame. `view` names a file of `src/views`, or `own` for the demo's `view.tsx`. */
export interface ViewUse {
  readonly view: string;
  readonly title: Text;
  /** Passed to the view's `read`: which arrays of the frame it draws, and its fixed options. */
  readonly options?: Readonly<Record<string, Value>>;
  /** `main` pictures are large and in the middle, `side` ones smaller beside or below. */
  readonly place: 'main' | 'side';
}

/** A named set of values, offered as a button. */
export interface Preset {
  readonly title: Text;
  readonly values: Values;
}

/** How a question is asked at fixed steps. */
export interface AskedAlong {
  /** Whatever the reader's: what was answered stands beside what is answered later. */
  readonly values: Values;
  readonly steps: readonly number[];
  /** The arrays of the answer that pictures show. */
  readonly shown: readonly string[];
}

/** What a declaration says, but for its presets. */
interface Written<P extends Parameters> {
  readonly title: Text;
  /** The one sentence to try: what the reader will see come true. */
  readonly claim: Text;
  /** The chapter (file name of `content/<lang>`) that the demo belongs to. */
  readonly chapter: string;
  readonly parameters: P;
  readonly seed: number;
  /** Steps of a usual run: the timeline's first width and the length of the recorded run. */
  readonly steps: number;
  /** Metrics besides `loss`; `loss` itself may be relabelled here. */
  readonly metrics: Readonly<Record<string, MetricSpec>>;
  readonly views: readonly ViewUse[];
  /** Questions of the model (`Model.questions`) that the pictures show the answers to. */
  readonly asks?: readonly string[];
  /** Questions that are asked of the run as it was at fixed steps: what it did on its way. */
  readonly along?: Readonly<Record<string, AskedAlong>>;
  /** Own data that the reader may bring. */
  readonly ownData?: OwnDataUse;
  /** Backend of the recorded run and of tests that train for long: `compiled` where steps are too heavy for tfjs's cpu. Absent: `cpu`. */
  readonly reference?: 'compiled';
}

/** A demo's declaration, as everything reads it. */
export interface Demo<P extends Parameters = Parameters> extends Written<P> {
  readonly presets?: Readonly<Record<string, Preset>>;
  /**
   * The preset that the demo opens with where nothing is said: in a chapter's bare `::demo` line, on its own page, in the gallery. Links
   * and lines that name parameters count from the declared values, so that another opening changes nothing that was ever written.
   */
  readonly opens?: string;
}

/** A demo as it is written: its presets set parameters that it has, to values that these can take, and it opens with one of them. */
interface Declaration<P extends Parameters, K extends string> extends Written<P> {
  readonly presets?: Readonly<Record<K, { readonly title: Text; readonly values: Partial<ParameterValues<NoInfer<P>>> }>>;
  readonly opens?: NoInfer<K>;
}

/** Declares a demo; the identity function, there for inference and for checks by the compiler. */
export function defineDemo<const P extends Parameters, const K extends string = never>(demo: Declaration<P, K>): Demo<P>;
export function defineDemo(demo: Written<Parameters>): Written<Parameters> {
  return demo;
}
