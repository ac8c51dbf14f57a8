/** All kinds of data by name: what a program learns from, and how each is printed. */
import type { Lang } from '../../i18n/text';
import { copiedKind } from './copied/kind';
import type { CopiedData } from './copied/program';
import type { DataKind } from './data-kind';
import { featuresKind } from './features/kind';
import type { FeaturesData } from './features/program';
import { filteredKind } from './filtered/kind';
import type { FilteredData } from './filtered/program';
import { functionKind } from './function/kind';
import type { FunctionData } from './function/program';
import { imagesKind } from './images/kind';
import type { ImagesData } from './images/program';
import { lineKind } from './line/kind';
import type { LineData } from './line/program';
import { marksKind } from './marks/kind';
import type { MarksData } from './marks/program';
import { planarKind } from './planar/kind';
import type { PlanarData } from './planar/program';
import { JS_RANDOM } from './random-code';
import { rowsKind } from './rows/kind';
import type { RowsData } from './rows/program';
import { sequencesKind } from './sequences/kind';
import type { SequencesData } from './sequences/program';
import { strokesKind } from './strokes/kind';
import type { StrokesData } from './strokes/program';
import { textKind } from './text/kind';
import type { TextData } from './text/program';

/** The program of each kind, by the kind's name. */
export interface DataPrograms {
  readonly planar: PlanarData;
  readonly function: FunctionData;
  readonly images: ImagesData;
  readonly strokes: StrokesData;
  readonly filtered: FilteredData;
  readonly copied: CopiedData;
  readonly marks: MarksData;
  readonly rows: RowsData;
  readonly text: TextData;
  readonly sequences: SequencesData;
  readonly line: LineData;
  readonly features: FeaturesData;
}
export type DataKindName = keyof DataPrograms;

/** What a program learns from. A single kind's is `DataProgram<'planar'>`. */
export type DataProgram<K extends DataKindName = DataKindName> = { [P in K]: DataPrograms[P] & { readonly kind: P } }[K];

/** A new kind is a folder here and a row in this table. */
const dataKinds: { readonly [K in DataKindName]: DataKind<DataProgram<K>> } = {
  planar: planarKind,
  function: functionKind,
  images: imagesKind,
  strokes: strokesKind,
  filtered: filteredKind,
  copied: copiedKind,
  marks: marksKind,
  rows: rowsKind,
  text: textKind,
  sequences: sequencesKind,
  line: lineKind,
  features: featuresKind,
};

/** Number of classes of a program's labels; 1 for one score or value. */
export function classesOfData<K extends DataKindName>(data: DataProgram<K>): number {
  return dataKinds[data.kind].classes(data);
}

/** How many samples a program learns from: those that are not held out. */
export function trainCountOf<K extends DataKindName>(data: DataProgram<K>): number {
  return dataKinds[data.kind].trainCount(data);
}

/** True where labels are the two signs. */
export function hasSigns<K extends DataKindName>(data: DataProgram<K>): boolean {
  return dataKinds[data.kind].signs(data);
}

/** What a sample is asked for: one label, a value at every output pixel, or a symbol at every place. */
export function targetOf<K extends DataKindName>(data: DataProgram<K>): 'label' | 'pixels' | 'symbols' {
  return dataKinds[data.kind].target(data);
}

/** The number of what stands before the first answer, for a decoder that is told its answers. @throws Error where nothing is answered symbol by symbol. */
export function markOf<K extends DataKindName>(data: DataProgram<K>): number {
  const { mark } = dataKinds[data.kind];
  if (mark === undefined) throw new Error(`data of the kind "${data.kind}" have no answers that a decoder could be told`);
  return mark(data);
}

/** JavaScript that sets `xs` (rows of inputs), `ys` (labels, or rows of targets), `n` and `trainCount`. */
export function jsData<K extends DataKindName>(data: DataProgram<K>, lang: Lang): readonly string[] {
  return [...JS_RANDOM, ...dataKinds[data.kind].js(data, lang)];
}

/** Python that sets `x` [n, inputs], `y` ([n], or [n, …]; float32, or int64 for classes), `n` and `train_count`. */
export function pythonData<K extends DataKindName>(data: DataProgram<K>, lang: Lang): readonly string[] {
  return dataKinds[data.kind].python(data, lang);
}
