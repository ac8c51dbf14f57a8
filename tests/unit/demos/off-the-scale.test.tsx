/** What a picture or a knob cannot show it says: an arrow that leaves the plane, a bound that bounds nothing. */
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import exploding from '../../../src/demos/exploding/demo';
import neuron from '../../../src/demos/neuron/view';
import { Field } from '../../../src/shell/fields/fields';

function drawn(sample: 'usual' | 'far'): string {
  const data = neuron.samples[sample];
  if (data === undefined) throw new Error(`there is no sample "${sample}"`);
  return render(
    <svg>
      <neuron.Picture data={data} lang="en" width={340} height={340} id="t" />
    </svg>,
  );
}

it('the neuron’s arrow says that it goes on, and how long it is, where it leaves the plane, and nowhere else', () => {
  // Weights of 40 and 30.
  expect(drawn('far')).toContain('the arrow goes on, to length 50');
  expect(drawn('usual')).not.toContain('goes on');
});

it('the largest bound on the gradient is said to be none', () => {
  const { clipNorm } = exploding.parameters;
  const field = (value: number): string =>
    render(<Field id="t" parameter={clipNorm} value={value} values={{}} lang="en" onChange={() => undefined} />);
  expect(field(1000)).toMatch(/>off</);
  expect(field(999)).not.toMatch(/>off</);
});
