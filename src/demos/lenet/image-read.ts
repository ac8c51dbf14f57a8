/** Which image is read: what the reader wrote, or one that was held out. */
import { parseDrawing } from '../../ml/pen/drawing';
import { preparedDrawing } from '../../ml/pen/prepared';

interface Images {
  readonly array: { readonly shape: readonly number[]; readonly data: ArrayLike<number> };
  readonly labels: { readonly data: ArrayLike<number> };
}

/** What is written, where something is, and the network reads images of that size. */
export function writtenImage(values: Readonly<Record<string, unknown>>, shape: readonly number[]): Float32Array | undefined {
  const text = values['drawing'];
  const drawing = typeof text === 'string' ? parseDrawing(text) : undefined;
  if (drawing === undefined || drawing.strokes.length === 0 || shape.join() !== '28,28,1') return undefined;
  // Links made before there was a choice say nothing of it, and centred every drawing.
  return preparedDrawing(drawing, values['centre'] !== false);
}

/** The held-out image of the class that is chosen, by its place; the first where there is none. */
export function exampleChosen(values: Readonly<Record<string, unknown>>, { labels }: Pick<Images, 'labels'>): number {
  return Math.max(0, Array.from(labels.data).indexOf(Number(values['digit'] ?? 0)));
}

/** The image as the network takes it, [1, rows, columns, channels]. @param examples one held-out image of each class. */
export function imageRead(values: Readonly<Record<string, unknown>>, examples: Images): { shape: number[]; data: Float32Array } {
  const shape = examples.array.shape.slice(1);
  const size = shape.reduce((product, side) => product * side, 1);
  const from = exampleChosen(values, examples) * size;
  const data = writtenImage(values, shape) ?? Float32Array.from({ length: size }, (_, i) => examples.array.data[from + i] ?? 0);
  return { shape: [1, ...shape], data };
}
