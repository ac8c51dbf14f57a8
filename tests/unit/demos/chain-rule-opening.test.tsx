/** The chain rule opens before its backward pass, which the text asks the reader to guess; trained or printed, it shows both passes. */
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Lang } from '../../../src/i18n/text';
import view from '../../../src/demos/chain-rule/view';

const VARIABLES = { 'variable/x': { shape: [1], data: [3] }, 'variable/y': { shape: [1], data: [2] } };

/** The picture of x·y at a step: in a frame that can be touched, or as it is printed. */
function drawnAt(step: number, touched: boolean, lang: Lang = 'en'): string {
  const data = view.read({ step, metrics: {}, arrays: VARIABLES, values: { expression: 'x*y' } }, {});
  if (data === undefined) throw new Error('there is nothing to draw');
  return render(
    <svg>
      <view.Picture data={data} lang={lang} width={340} height={300} id="t" {...(touched ? { act: () => undefined } : {})} />
    </svg>,
  );
}

it('at step 0 the values stand there, and nothing has gone back', () => {
  const svg = drawnAt(0, true);
  expect(svg).toContain('forward 1 of 1: x * y = 6');
  expect(svg).toContain('class="gb-node-value"');
  expect(svg).not.toContain('gb-node-gradient');
  expect(svg).not.toContain('1 × 2');
});

it.each([
  ['later', 7, true],
  ['where nothing can be pressed', 0, false],
] as const)('%s every edge says upstream times local', (_, step, touched) => {
  const svg = drawnAt(step, touched);
  expect(svg).toContain('gb-node-gradient');
  expect(svg).toContain('1 × 2');
  expect(svg).toContain('1 × 3');
});
