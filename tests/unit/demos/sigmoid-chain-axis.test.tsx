import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import view from '../../../src/demos/sigmoid-chain/view';

/** The heights of the bars of products, in the order of the chain. */
function bars(products: readonly number[]): number[] {
  const source = { step: 0, metrics: {}, values: {} };
  const list = (data: readonly number[]) => ({ shape: [data.length], data });
  const ones = list(products.map(() => 0.2));
  const data = view.read(
    { ...source, arrays: { outputs: ones, weights: ones, slopes: ones, factors: ones, products: list(products) } },
    {},
  );
  if (data === undefined) throw new Error('nothing to draw');
  const svg = render(
    <svg>
      <view.Picture data={data} lang="en" width={640} height={448} id="t" />
    </svg>,
  );
  for (const level of ['10⁻⁴', '10⁻⁸', '10⁻¹²']) expect(svg).toContain(`>${level}<`);
  return Array.from(svg.matchAll(/height="([\d.]+)" fill="var\(--gb-gradient\)"/g), ([, height]) => Number(height));
}

it('a product hangs from 1 by its decades, on the same axis in every run', () => {
  const [one = NaN, two = NaN, four = NaN] = bars([0.1, 0.01, 1e-4]);
  expect(two / one).toBeCloseTo(2, 0);
  expect(four / one).toBeCloseTo(4, 0);
  expect(bars([1e-12, 0.01, 1e-4])[1]).toBeCloseTo(two, 5);
});
