/** Files of images sorted by class, from the file to what a network learns of them. */
import { beforeAll, expect, it } from 'vitest';
import lenet from '../../../src/demos/lenet/demo';
import { labTrainer, trainFor } from '../../../src/engine/worker/lab';
import { writeDigit } from '../../../src/ml/data-kinds/images/digits';
import { createRandom } from '../../../src/ml/random';
import { assembleImages, type NamedFile } from '../../../src/shell/own-data/images/assemble';

const EACH = 30;
const SIDE = 28;
let files: readonly NamedFile[];

beforeAll(() => {
  const random = createRandom(1);
  const count = 10 * EACH;
  const bytes = new Uint8Array(count * SIDE * SIDE);
  const labels = Uint8Array.from({ length: count }, (_, i) => Math.floor(i / EACH));
  labels.forEach((label, i) =>
    bytes.set(
      writeDigit(label, random).map((ink) => Math.round(255 * ink)),
      i * SIDE * SIDE,
    ),
  );
  files = [
    { name: 'sorted-images', file: { kind: 'images', count, rows: SIDE, columns: SIDE, bytes } },
    { name: 'sorted-labels', file: { kind: 'labels', count, bytes: labels } },
  ];
});

it('images sorted by class are learned as well as if they were not', async () => {
  const { ownData } = lenet;
  if (ownData?.kind !== 'images') throw new Error('LeNet takes images');
  const assembled = assembleImages(files, ownData);
  if (!('images' in assembled)) throw new Error('not assembled');
  const trainer = await labTrainer('compiled', 'lenet', lenet, { values: { batchSize: 16 }, ownData: assembled.images });
  try {
    let accuracy = NaN;
    await trainFor(trainer, 120, ({ evaluated }) => (accuracy = evaluated['testAccuracy']?.at(-1) ?? accuracy));
    // Held out from the end of the sorted file, they were of two classes of which the network had seen little: 0.4.
    expect(accuracy).toBeGreaterThan(0.8);
  } finally {
    trainer.dispose();
  }
});
