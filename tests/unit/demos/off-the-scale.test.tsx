/** What a picture or a knob cannot show it says: an arrow that leaves the plane, sizes that are no numbers, a bound that bounds nothing. */
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import exploding from '../../../src/demos/exploding/demo';
import neuron from '../../../src/demos/neuron/view';
import { Field } from '../../../src/shell/fields/fields';
import layerSizes from '../../../src/views/layer-sizes';
import type { View } from '../../../src/views/view';

function drawn<Data>({ Picture, samples }: View<Data>, sample: string): string {
  const data = samples[sample];
  if (data === undefined) throw new Error(`there is no sample "${sample}"`);
  return render(
    <svg>
      <Picture data={data} lang="en" width={340} height={340} id="t" />
    </svg>,
  );
}

it('the neuron’s arrow says that it goes on, and how long it is, where it leaves the plane, and nowhere else', () => {
  // Weights of 40 and 30.
  expect(drawn(neuron, 'far')).toContain('the arrow goes on, to length 50');
  expect(drawn(neuron, 'usual')).not.toContain('goes on');
});

it('layers whose gradients are no numbers have a name in the legend, where there are such', () => {
  expect(drawn(layerSizes, 'broken')).toContain('>not finite<');
  expect(drawn(layerSizes, 'vanishing')).not.toContain('not finite');
});

it('the largest bound on the gradient is said to be none', () => {
  const { clipNorm } = exploding.parameters;
  const field = (value: number): string =>
    render(<Field id="t" parameter={clipNorm} value={value} values={{}} lang="en" onChange={() => undefined} />);
  expect(field(1000)).toMatch(/>off</);
  expect(field(999)).not.toMatch(/>off</);
});
