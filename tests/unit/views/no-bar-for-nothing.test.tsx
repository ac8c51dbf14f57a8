/** What is exactly 0 has no bar: the least bar that can be seen would say that there is a little. */
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import chain from '../../../src/demos/sigmoid-chain/view';
import layerSizes from '../../../src/views/layer-sizes';
import type { View } from '../../../src/views/view';

function drawn<Data>({ Picture, samples }: View<Data>, sample: string, changed: (data: Data) => Data): string {
  const data = samples[sample];
  if (data === undefined) throw new Error(`there is no sample "${sample}"`);
  return render(
    <svg>
      <Picture data={changed(data)} lang="en" width={340} height={300} id="t" />
    </svg>,
  );
}

it('a gradient of 0 in one layer leaves its column empty but for the sign 0; a tiny one keeps its bar', () => {
  const svg = drawn(layerSizes, 'vanishing', (data) => ({ ...data, gradients: [0, 1e-12, 0.1], activations: [1, 1, 1] }));
  const bars = /<g class="gb-layer-bars">(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
  expect(bars.match(/<rect/g)).toHaveLength(2);
  expect(bars.match(/<text[^>]*>0<\/text>/g)).toHaveLength(1);
});

it('a layer in which all gradients are 0 has no bar at all', () => {
  const svg = drawn(layerSizes, 'dead', (data) => data);
  const bars = /<g class="gb-layer-bars">(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
  expect(bars).not.toContain('<rect');
  expect(bars.match(/>0<\/text>/g)).toHaveLength(3);
});

it('a slope of 0 in a chain has no bar, in none of the three rows; its neighbours have theirs', () => {
  const svg = drawn(chain, 'closed', (data) => data);
  const rows = svg.split('<g class="gb-chain-row">').slice(1);
  // Slopes and factors 0, 0.5 and −2; of the products the first is 0.
  expect(rows.map((row) => row.match(/<rect/g)?.length ?? 0)).toEqual([2, 2, 2]);
});
