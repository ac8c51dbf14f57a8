import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import hiddenPlane from '../../../src/views/hidden-plane';
import { inBox, outOfBox, projected, type Box } from '../../../src/views/parts/hidden-stops';

const SIDES = [0, 1] as const;
const CORNERS: readonly Box[] = SIDES.flatMap((x) => SIDES.flatMap((y) => SIDES.map((z): Box => [x, y, z])));

it('lays (0, 1) and (1, 0) on one another, and neither on the other two', () => {
  const { folded } = hiddenPlane.samples;
  if (folded === undefined) throw new Error('the sample is missing');
  const svg = render(
    <svg>
      <hiddenPlane.Picture data={{ ...folded, testPoints: [] }} lang="en" width={340} height={374} id="t" />
    </svg>,
  );
  const places = (label: 'positive' | 'negative'): readonly string[] => {
    const dots = svg.slice(svg.indexOf('class="gb-dots"'));
    const [, path = ''] = new RegExp(`d="([^"]*)" fill="var\\(--gb-${label}\\)"`).exec(dots) ?? [];
    return [...path.matchAll(/M([\d.]+,[\d.]+)/g)].map(([, place = '']) => place);
  };
  expect(places('positive')).toHaveLength(2);
  expect(new Set(places('positive')).size).toBe(1);
  expect(places('negative')).toHaveLength(2);
  expect(new Set([...places('positive'), ...places('negative')]).size).toBe(3);
});

it('says where the points lie, as the chapter’s table does, and which of them the boundary puts on the right side', () => {
  const { folded, turned } = hiddenPlane.samples;
  if (folded === undefined || turned === undefined) throw new Error('a sample is missing');
  // (0, 0) and (2, 1) on average; both others at (1, 0).
  expect(hiddenPlane.describe(folded, 'en')).toContain(
    'labelled −1 lie on average at (1, 0.5); points labelled 1 lie on average at (1, 0)',
  );
  expect(hiddenPlane.describe(folded, 'en')).toContain('4 of 4');
  expect(hiddenPlane.table(folded, 'en').rows.map((row) => row.slice(3, 5).join())).toEqual(['0,0', '1,0', '1,0', '2,1']);
  expect(hiddenPlane.describe(turned, 'zh')).toContain('3 个单元');
});

it('tells a reader whose layers are too wide, or not there, how to see one', () => {
  const { tooWide } = hiddenPlane.samples;
  if (tooWide === undefined) throw new Error('the sample is missing');
  expect(hiddenPlane.describe(tooWide, 'en')).toMatch(/no hidden layer.*2 units/);
  expect(hiddenPlane.describe({ ...tooWide, widths: [8, 5] }, 'zh')).toMatch(/8、5 个单元.*2 个单元/);
});

it('goes into the box and out of it again', () => {
  const stop = {
    axes: [
      [-1, 3],
      [2, 2.5],
      [-7, 0],
    ],
  } as const;
  expect(inBox(stop, [-1, 2.5, -3.5])).toEqual([0, 1, 0.5]);
  for (const corner of CORNERS) expect(inBox(stop, outOfBox(stop, corner))).toEqual(corner);
});

it('looks at the box as turning it by two angles does, and keeps its corners in the picture however it is turned', () => {
  expect(projected([0.2, 0.7, 0.9], { across: 0, down: 0, size: 1 })).toEqual([0.2, 0.7]);
  // A quarter turn about the upright axis: what was near is at the right.
  expect(projected([0.5, 0.5, 1], { across: Math.PI / 2, down: 0, size: 1 })[0]).toBeCloseTo(1, 12);
  // Seen from above: what was near is below.
  expect(projected([0.5, 0.5, 1], { across: 0, down: Math.PI / 2, size: 1 })[1]).toBeCloseTo(0, 12);
  for (let across = 0; across < 6.3; across += 0.1) {
    for (let down = -1.5; down <= 1.5; down += 0.1) {
      for (const corner of CORNERS) {
        for (const share of projected(corner, { across, down, size: 0.54 })) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThan(1);
        }
      }
    }
  }
});
