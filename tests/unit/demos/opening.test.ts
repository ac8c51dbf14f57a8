/** What a demo opens with, and that links and lines written before it opened so still say what they said. */
import type { LeafDirective } from 'mdast-util-directive';
import { describe, expect, it } from 'vitest';
import { defaultsOf, openingOf } from '../../../src/demos/resolve';
import { demos } from '../../../src/demos/registry';
import { formatLink, parseLink } from '../../../src/shell/link/link';
import { readDemoUse } from '../../../src/site/markdown/demo-use';
import { state } from '../shell/link-states';

function line(attributes: Record<string, string>): LeafDirective {
  return { type: 'leafDirective', name: 'demo', attributes, children: [] };
}

const opening = [...demos].filter(([, demo]) => demo.opens !== undefined);

it('the playground opens on the spiral of its claim, the explosion unclipped, capacity where a width in between is best', () => {
  expect(Object.fromEntries(opening.map(([id, { opens }]) => [id, opens]))).toMatchObject({
    'mlp-playground': 'spiral',
    exploding: 'unclipped',
    capacity: 'few',
  });
});

describe.each(opening)('%s', (_, demo) => {
  const preset = demo.presets?.[demo.opens ?? ''];

  it('opens with a preset that it has, and that changes something', () => {
    expect(preset).toBeDefined();
    expect(openingOf(demo)).toEqual({ ...defaultsOf(demo), ...preset?.values });
    expect(openingOf(demo)).not.toEqual(defaultsOf(demo));
  });

  it('is opened so by a line that names nothing, with any seed', () => {
    expect(readDemoUse(line({}), demo)).toEqual({ values: openingOf(demo), seed: demo.seed, problems: [] });
    expect(readDemoUse(line({ seed: '7', figure: 'other' }), demo)).toEqual({ values: openingOf(demo), seed: 7, problems: [] });
  });

  it('counts from the declared values in a line or a link that names some', () => {
    const [name = ''] = Object.keys(demo.presets ?? {}).filter((one) => one !== demo.opens);
    expect(readDemoUse(line({ preset: name }), demo).values).toEqual({ ...defaultsOf(demo), ...demo.presets?.[name]?.values });
    expect(readDemoUse(line({ learningRate: '0.05' }), demo).values).toEqual({ ...defaultsOf(demo), learningRate: 0.05 });
    expect(parseLink(demo, 'seed=3&step=20').state.values).toEqual(defaultsOf(demo));
  });

  it('has a link for the declared values too, which is not that of the opening', () => {
    const link = formatLink(demo, state(demo));
    expect(link).not.toBe('');
    expect(parseLink(demo, link).state.values).toEqual(defaultsOf(demo));
    const opened = formatLink(demo, state(demo, { values: openingOf(demo) }));
    expect(parseLink(demo, opened).state.values).toEqual(openingOf(demo));
  });
});
