import { describe, expect, it } from 'vitest';
import { graphLayout } from '../../../src/views/parts/graph-layout';
import { textWidth } from '../../../src/views/parts/words';

/** Layers one after the other: `layer0` feeds `layer1` and so on. */
const chain = (count: number) =>
  Array.from({ length: count }, (_, depth) => ({ id: `layer${depth}`, from: depth === 0 ? [] : [`layer${depth - 1}`], depth }));

describe('the layers of a network in a width', () => {
  it('stand below one another in a phone’s column, all eight, each with room for what it is', () => {
    const { boxes, edges, box, down } = graphLayout(chain(8), 320, 'layer3');
    expect(down).toBe(true);
    expect(boxes.map(({ id }) => id)).toEqual(chain(8).map(({ id }) => id));
    expect(box.width).toBeGreaterThan(textWidth('conv2d 16 · batchNorm · relu'));
    expect(boxes.every(({ x, y }, i) => x === boxes[0]?.x && y === i * (boxes[1]?.y ?? 0))).toBe(true);
    expect(edges).toHaveLength(7);
  });

  it('stand side by side where that leaves them room', () => {
    const { boxes, box, down } = graphLayout(chain(8), 680, 'layer3');
    expect(down).toBe(false);
    expect(boxes).toHaveLength(8);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
    expect(box.width).toBeGreaterThan(60);
  });

  it('are folded where they are too many, within the width, the chosen one among those shown', () => {
    for (const width of [320, 680]) {
      const layers = [...chain(40), ...Array.from({ length: 7 }, (_, i) => ({ id: `branch${i}`, from: ['layer19'], depth: 20 }))];
      const { boxes, box, height } = graphLayout(layers, width, 'branch5');
      expect(boxes.map(({ id }) => id)).toContain('branch5');
      expect(boxes.flatMap(({ id, folded }) => folded ?? [id])).toHaveLength(47);
      for (const { x, y } of boxes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + box.width).toBeLessThanOrEqual(width);
        expect(y + box.height).toBeLessThanOrEqual(height);
      }
    }
  });
});
