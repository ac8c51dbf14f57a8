/** Losses that fall by several powers of ten open on a logarithmic axis: on a linear one they are an L. */
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import { openingOf } from '../../../src/demos/resolve';
import { shellText } from '../../../src/i18n/shell';
import { Controller } from '../../../src/shell/controller';
import { Charts } from '../../../src/shell/pictures/charts';
import { seriesOf } from '../../../src/shell/pictures/source';
import { at } from '../../../src/base/at';

/** A demo's curves as its figure opens. */
async function curvesOf(id: string) {
  const { demo } = await loadDemo(id);
  const values = openingOf(demo);
  const loaded = await loadDemo(id, { values });
  const { recording } = loaded;
  if (recording === undefined) throw new Error(`${id} has no recording`);
  const html = render(<Charts controller={new Controller({ loaded, lang: 'en', values, seed: demo.seed })} id="t" small={false} />);
  return { demo, recording, isLog: new RegExp(`<input type="checkbox" checked/?>${shellText.logScale.en}`).test(html) };
}

it.each(['universal', 'capacity'])('%s does, and one of its curves does fall by two powers of ten', async (id) => {
  const { demo, recording, isLog } = await curvesOf(id);
  expect(isLog).toBe(true);
  const falls = seriesOf(demo, 'loss', recording, 'en').map(({ y }) => at(y, 0) / at(y, -1));
  expect(Math.max(...falls)).toBeGreaterThan(100);
});

it('one whose losses do not fall so far has a linear one', async () => {
  expect((await curvesOf('gradient-flow')).isLog).toBe(false);
});
