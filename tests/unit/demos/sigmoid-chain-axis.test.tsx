import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import view from '../../../src/demos/sigmoid-chain/view';

/** The picture of a chain of sigmoids with weights of 1 and these products. */
function draw(products: readonly number[]): string {
  const source = { step: 0, metrics: {}, values: { activation: 'sigmoid' } };
  const list = (data: readonly number[]) => ({ shape: [data.length], data });
  const some = list(products.map(() => 0.2));
  const weights = list(products.map(() => 1));
  const data = view.read({ ...source, arrays: { outputs: some, weights, slopes: some, factors: some, products: list(products) } }, {});
  if (data === undefined) throw new Error('nothing to draw');
  return render(
    <svg>
      <view.Picture data={data} lang="en" width={640} height={448} id="t" />
    </svg>,
  );
}

/** The heights of the bars of products, in the order of the chain. */
function bars(products: readonly number[]): number[] {
  const svg = draw(products);
  for (const level of ['10⁻⁴', '10⁻⁸', '10⁻¹²']) expect(svg).toContain(`>${level}<`);
  return Array.from(svg.matchAll(/height="([\d.]+)" fill="var\(--gb-gradient\)"/g), ([, height]) => Number(height));
}

it('a product hangs from 1 by its decades, on the same axis in every run', () => {
  const [one = NaN, two = NaN, four = NaN] = bars([0.1, 0.01, 1e-4]);
  expect(two / one).toBeCloseTo(2, 0);
  expect(four / one).toBeCloseTo(4, 0);
  expect(bars([1e-12, 0.01, 1e-4])[1]).toBeCloseTo(two, 5);
});

it('what has no logarithm, and what is no number, has no bar and is said', () => {
  for (const [product, said] of [
    [0, '0'],
    [NaN, 'NaN'],
    [Infinity, '∞'],
  ] as const) {
    expect(bars([product, 0.01])).toHaveLength(1);
    expect(draw([product, 0.01])).toContain(`>${said}</text>`);
  }
  // Smaller than the axis: a bar to its end, and an arrow.
  expect(bars([1e-30, 0.01])).toHaveLength(2);
  expect(draw([1e-30, 0.01])).toContain('>↓</text>');
});

it('beside each product stands the most that it can be with weights of 1: a quarter for each link from there to the end', () => {
  const svg = draw([0.01, 0.01, 0.01]);
  const row = svg.slice(svg.lastIndexOf('gb-chain-row'));
  const levels = [...row.matchAll(/y1="([\d.]+)"[^>]*class="gb-(?:goal|chain-bound)"/g)].map(([, y]) => Number(y));
  const [one = NaN, ...bounds] = levels;
  const [bar = NaN] = bars([0.1]);
  // A bar of 0.1 is a decade long.
  expect(bounds).toHaveLength(3);
  bounds.forEach((y, i) => expect((y - one) / bar).toBeCloseTo(-Math.log10(0.25 ** (3 - i)), 1));
});
