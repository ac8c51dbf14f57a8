/** What the network makes, at the step shown, of the digit looked at: the reader's own, or one that was held out. */
import { parseDrawing, EMPTY_DRAWING, type Drawing } from '../../../ml/pen/drawing';
import type { ViewAnswer, ViewArray, ViewSource } from '../../../views/view';
import { exampleChosen, writtenImage } from '../image-read';

/** The outputs of layers in an answer have this before their ids. */
const LAYERS = 'layers/';

/** Numbers of one image, without the batch: [rows, columns, channels] or [units]. */
export interface PlainArray {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface Reading {
  readonly step: number;
  readonly drawing: Drawing;
  /** The image that the network is given, [rows, columns]. */
  readonly image: PlainArray;
  /** The class of a held-out image; undefined for what the reader wrote. */
  readonly label: number | undefined;
  /** Probability of each class; empty where weights are not at hand. */
  readonly scores: readonly number[];
  /** Outputs of the layers by id, in the network's order, as far as they are known. */
  readonly layers: readonly (readonly [id: string, output: PlainArray])[];
}

/** One row of an array [n, …]. */
function row(array: ViewArray | undefined, index: number): PlainArray {
  if (array === undefined) return { shape: [0], data: new Float32Array(0) };
  const shape = array.shape.slice(1);
  const size = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length: size }, (_, i) => array.data[index * size + i] ?? 0) };
}

/** What was answered of the layers, by id. */
function answeredLayers({ answers }: ViewSource): ReadonlyMap<string, PlainArray> {
  const layers = Object.entries(answers?.['reading']?.arrays ?? {}).filter(([name]) => name.startsWith(LAYERS));
  return new Map(layers.flatMap(([name, array]) => [[name.slice(LAYERS.length), row(array, 0)] as const]));
}

function computed(source: ViewSource): Reading | undefined {
  const { step, arrays, values, spec, answers } = source;
  const { examples, exampleLabels } = arrays;
  if (spec === undefined || examples === undefined || exampleLabels === undefined) return undefined;
  const text = values['drawing'];
  const drawing = (typeof text === 'string' ? parseDrawing(text) : undefined) ?? EMPTY_DRAWING;
  const shape = examples.shape.slice(1);
  const written = writtenImage(values, shape);
  const index = exampleChosen(values, { labels: exampleLabels });
  const layers = new Map(answeredLayers(source));
  const scores = answers?.['reading']?.arrays['scores'];
  // Where nobody can be asked, what a recorded run makes of the examples is known.
  const recorded = written === undefined && scores === undefined ? index : undefined;
  if (recorded !== undefined) {
    for (const { id } of spec.nodes) if (arrays[`examples/${id}`] !== undefined) layers.set(id, row(arrays[`examples/${id}`], recorded));
  }
  return {
    step: answers?.['reading']?.step ?? step,
    drawing,
    image: written === undefined ? row(examples, index) : { shape, data: written },
    label: written === undefined ? Number(exampleLabels.data[index] ?? 0) : undefined,
    scores: Array.from(scores?.data ?? (recorded === undefined ? [] : row(arrays['exampleScores'], recorded).data)),
    layers: spec.nodes.flatMap(({ id }) => {
      const output = layers.get(id);
      return output === undefined ? [] : [[id, output] as const];
    }),
  };
}

/** The reading last made of a frame: two pictures and their tables ask for the same one. */
const kept = new WeakMap<
  ViewSource['arrays'],
  { readonly key: string; readonly answer: ViewAnswer | undefined; readonly reading: Reading | undefined }
>();

/** The reading of a source; undefined where there is no network or no digit. */
export function readingOf(source: ViewSource): Reading | undefined {
  const key = ['digit', 'drawing', 'centre'].map((name) => String(source.values[name])).join(' ');
  const answer = source.answers?.['reading'];
  const before = kept.get(source.arrays);
  if (before?.key === key && before.answer === answer) return before.reading;
  const reading = computed(source);
  kept.set(source.arrays, { key, answer, reading });
  return reading;
}
