/** What the network makes, at the step shown, of the digit looked at: the reader's own, or one that was held out. */
import { parseDrawing, EMPTY_DRAWING, type Drawing } from '../../../ml/pen/drawing';
import { preparedDrawing } from '../../../ml/pen/prepared';
import { forwardImage } from '../../../ml/spec/forward';
import { firstShape } from '../../../ml/spec/network-spec';
import type { PlainArray } from '../../../ml/spec/plain/plain-layer';
import { specOf } from '../../../views/parts/network-layout';
import type { ViewArray, ViewSource } from '../../../views/view';

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

function softmax(logits: ArrayLike<number>): number[] {
  const all = Array.from(logits);
  const most = Math.max(...all);
  const powers = all.map((one) => Math.exp(one - most));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
}

/** One row of an array [n, …]. */
function row(array: ViewArray | undefined, index: number): PlainArray | undefined {
  if (array === undefined) return undefined;
  const shape = array.shape.slice(1);
  const size = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length: size }, (_, i) => array.data[index * size + i] ?? 0) };
}

function computed({ step, arrays, values, spec }: ViewSource): Reading | undefined {
  const { examples, exampleLabels } = arrays;
  if (spec === undefined || examples === undefined || exampleLabels === undefined) return undefined;
  const text = values['drawing'];
  const drawing = (typeof text === 'string' ? parseDrawing(text) : undefined) ?? EMPTY_DRAWING;
  const network = specOf(spec);
  const input = firstShape(network);
  const written = drawing.strokes.length > 0 && input.join() === '28,28,1';
  // Links made before there was a choice say nothing of it, and centred every drawing.
  const centre = values['centre'] !== false;
  const digit = Number(values['digit'] ?? 0);
  const index = Math.max(0, Array.from(exampleLabels.data).indexOf(digit));
  const example = row(examples, index);
  if (example === undefined) return undefined;
  const image = written ? { shape: example.shape, data: preparedDrawing(drawing, centre) } : example;
  const outputs = new Map(forwardImage(network, (name) => (arrays[`live/${name}`] ?? arrays[`weights/${name}`])?.data, image.data));
  if (!written) {
    // A recorded run has no large weights, but what they make of the examples.
    for (const { id } of network.nodes) {
      const recorded = outputs.has(id) ? undefined : row(arrays[`examples/${id}`], index);
      if (recorded !== undefined) outputs.set(id, recorded);
    }
  }
  const logits = outputs.get(network.outputs[0] ?? '');
  const recordedScores = written ? undefined : row(arrays['exampleScores'], index);
  return {
    step,
    drawing,
    image,
    label: written ? undefined : Number(exampleLabels.data[index] ?? 0),
    scores: logits === undefined ? Array.from(recordedScores?.data ?? []) : softmax(logits.data),
    layers: network.nodes.flatMap(({ id }) => {
      const output = outputs.get(id);
      return output === undefined ? [] : [[id, output] as const];
    }),
  };
}

/** The reading last computed from a frame: two pictures and their tables ask for the same one. */
const kept = new WeakMap<ViewSource['arrays'], { readonly key: string; readonly reading: Reading | undefined }>();

/** The reading of a source; undefined where there is no network or no digit. */
export function readingOf(source: ViewSource): Reading | undefined {
  const key = ['digit', 'drawing', 'centre'].map((name) => String(source.values[name])).join(' ');
  const before = kept.get(source.arrays);
  if (before?.key === key) return before.reading;
  const reading = computed(source);
  kept.set(source.arrays, { key, reading });
  return reading;
}
