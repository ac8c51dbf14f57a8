import renderToString from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import { demos } from '../../../src/demos/registry';
import type { Parameter } from '../../../src/demos/declaration';
import type { Activity } from '../../../src/engine/session-api';
import { LANGS } from '../../../src/i18n/text';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { changesOf, marksOf } from '../../../src/shell/changes';
import { Charts } from '../../../src/shell/pictures/charts';
import { Controller } from '../../../src/shell/controller';
import { DemoFrame } from '../../../src/shell/demo-frame';
import { Field } from '../../../src/shell/fields/fields';
import { offersFor, vocabularyFor } from '../../../src/shell/breakpoints/offers';
import { readCondition } from '../../../src/engine/breakpoints/condition';
import { drawnTexts } from '../../contract/drawn-texts';
import { FakeSession } from './fake-session';

const text = { zh: '名', en: 'name' };
const options = { a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' } };

const fields: readonly (readonly [Parameter, readonly string[]])[] = [
  [
    { kind: 'range', label: text, effect: 'live', min: 0.001, max: 10, scale: 'log', value: 0.1, unit: { zh: '秒', en: 's' } },
    ['type="range"', 'value="0.1"', '0.1 s'],
  ],
  [{ kind: 'choice', label: text, effect: 'restart', options, value: 'b' }, ['<option value="a">A', 'selected']],
  [{ kind: 'toggle', label: text, effect: 'view', value: true }, ['type="checkbox"', 'checked']],
  [{ kind: 'set', label: text, effect: 'restart', options, value: ['a'], least: 1 }, ['disabled']],
  [
    {
      kind: 'sizes',
      label: text,
      effect: 'restart',
      entry: { zh: '第 {index} 层', en: 'layer {index}' },
      min: 1,
      max: 9,
      most: 2,
      value: [3, 4],
    },
    ['units of layer 2', 'aria-label="Add a layer"'],
  ],
  [{ kind: 'choices', label: text, effect: 'restart', options, most: 3, along: 'sizes', value: ['b'] }, ['name 1', 'name 2']],
  [
    { kind: 'text', label: text, effect: 'restart', grammar: 'expression', value: 'x*y' },
    ['type="text"', 'value="x*y"', 'class="gb-words"'],
  ],
];

async function controllerOf(id: string, lang: 'zh' | 'en', prepare: (session: FakeSession) => void = () => undefined) {
  const loaded = await loadDemo(id);
  return new Controller({
    loaded,
    lang,
    values: {},
    seed: loaded.demo.seed,
    makeSession(given) {
      const session = new FakeSession(given);
      prepare(session);
      return session;
    },
  });
}

async function rendered(id: string, state: Activity, more: Partial<FakeSession> = {}): Promise<string> {
  const controller = await controllerOf(id, 'en', (session) => Object.assign(session, { state, ...more }));
  controller.play();
  return renderToString(<DemoFrame controller={controller} id="f" live />);
}

describe('a knob', () => {
  it.each(fields.map(([parameter, expected]) => [parameter.kind, parameter, expected] as const))(
    'of kind %s is a field that has its value',
    (_, parameter, expected) => {
      const html = renderToString(
        <Field id="k" parameter={parameter} value={parameter.value} values={{ sizes: [3, 4] }} lang="en" onChange={() => undefined} />,
      );
      for (const part of expected) expect(html).toContain(part);
      expect(html).not.toContain('undefined');
    },
  );
});

describe.each([...demos.keys()])('the frame of %s', (id) => {
  it.each(LANGS)('is drawn at build in %s: its claim, its knobs, its pictures, every id once', async (lang) => {
    const controller = await controllerOf(id, lang);
    const html = renderToString(<DemoFrame controller={controller} id="f" live={false} />);
    expect(html).toContain(controller.loaded.demo.title[lang]);
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)) expect(ids).toContain(target);
    // Each picture in the forms that its place may need: a figure of its own in two, one beside others in one.
    const forms = Array.from(
      html.matchAll(/class="gb-svg gb-form-(\w+)".*?data-picture="([^"]+)"/g),
      ([, form, name]) => `${name} ${form}`,
    );
    expect(new Set(forms).size).toBe(forms.length);
    expect(new Set(forms.map((one) => one.split(' ')[0])).size).toBe(controller.loaded.demo.views.length);
    const mains = controller.loaded.demo.views.filter(({ place }) => place === 'main').length;
    expect(forms.filter((one) => one.endsWith(' wide'))).toHaveLength(mains === 1 ? 1 : 0);
    expect(forms.filter((one) => one.endsWith(' narrow'))).toHaveLength(controller.loaded.demo.views.length);
    expect(html).not.toMatch(/NaN|undefined|\{\w+\}/);
  });
});

describe.each([...demos.keys()])('the curves of %s', (id) => {
  it.each(LANGS)('have room for their title and their names in a phone\u2019s column, in %s', async (lang) => {
    const controller = await controllerOf(id, lang);
    const svgs =
      renderToString(<Charts small={false} controller={controller} id="f" />).match(/<svg viewBox[^]*?<\/svg>(?=<label|<\/div>)/g) ?? [];
    expect(svgs.length).toBeGreaterThan(0);
    for (const svg of svgs) {
      const texts = drawnTexts(svg);
      expect(texts.length).toBeGreaterThan(1);
      for (const { text, left, right, baseline } of texts) {
        expect(right, text).toBeLessThanOrEqual(340 + 3);
        const on = texts.find((other) => other.text !== text && other.baseline === baseline && left < other.right && right > other.left);
        expect(on, text).toBeUndefined();
      }
    }
  });
});

describe('what a frame says', () => {
  it('while it works, what it is doing', async () => {
    expect(await rendered('neuron', { kind: 'busy', phase: 'loading' })).toContain('Loading TensorFlow.js');
  });

  it('when it failed, why, and offers to try again', async () => {
    const html = await rendered('neuron', { kind: 'failed', message: { zh: '坏了', en: 'it broke <b>' } });
    expect(html).toContain('it broke &lt;b>');
    expect(html).toContain('Try again');
  });

  it('when a number stopped being finite: which, where, how large before, causes, remedies', async () => {
    const finding = {
      step: 12,
      tensor: 'hidden1/kernel',
      layer: 'hidden1',
      what: 'gradient',
      before: 3e8,
      causes: [{ zh: '因', en: 'too fast' }],
      remedies: [{ zh: '药', en: 'go slower' }],
    } as const;
    const html = await rendered('neuron', { kind: 'paused', reason: { kind: 'non-finite', finding, hits: [] } });
    for (const part of ['step 12', 'hidden1/kernel', 'gradient', 'too fast', 'go slower']) expect(html).toContain(part);
  });

  it('what was done to the run, each at its step', async () => {
    const { demo } = await loadDemo('mlp-playground');
    const interventions = [
      { kind: 'set', step: 5, values: { learningRate: 0.5, schedule: 'cosine' } },
      { kind: 'edit', step: 5, variable: 'hidden1/kernel', index: 2, value: -1 },
      { kind: 'set', step: 9, values: { l1: 0.01 } },
    ] as const;
    expect(changesOf(demo, interventions, 'en')).toEqual([
      { step: 5, what: 'learning rate = 0.5, rate schedule = cosine, hidden1/kernel[2] = −1' },
      { step: 9, what: 'L1 penalty = 0.01' },
    ]);
  });

  it.each([...demos].map(([id, demo]) => ({ id, demo })))('offers conditions that $id understands', ({ demo }) => {
    const offers = offersFor(demo, undefined, () => true);
    expect(offers.length).toBeGreaterThan(2);
    for (const offer of offers) expect(readCondition(offer, vocabularyFor(demo, undefined))).toHaveProperty('expression');
  });

  it('offers no condition on an accuracy where values are predicted, which have none', async () => {
    const { demo } = await loadDemo('mlp-playground');
    expect(offersFor(demo, undefined, () => true).filter((offer) => /ccuracy/.test(offer))).toHaveLength(1);
    expect(offersFor(demo, undefined, (metric) => !/ccuracy/.test(metric)).filter((offer) => /ccuracy/.test(offer))).toEqual([]);
  });

  it('offers a condition about a layer as soon as the layers are known', async () => {
    const { demo } = await loadDemo('mlp-playground');
    const spec = mlp({ name: 'net', inputs: 2, hidden: [3], outputs: 1, activations: ['relu'] });
    expect(offersFor(demo, spec, () => true)).toContain('dead(hidden1) > 0.5');
  });

  it('says which breakpoint came true, where, and of what numbers', async () => {
    const hits = [{ condition: 'loss < 0.1 and gradNorm > 2', values: { loss: 0.0625, gradNorm: 4 } }];
    const html = await rendered('neuron', { kind: 'paused', reason: { kind: 'breakpoint', step: 7, hits } });
    for (const part of ['step 7', 'loss &lt; 0.1 and gradNorm > 2', 'loss = 0.0625', 'gradNorm = 4']) expect(html).toContain(part);
  });

  it('marks where it paused by itself among what was done to it', async () => {
    const { demo } = await loadDemo('mlp-playground');
    const stops = [{ step: 7, reason: { kind: 'breakpoint', step: 7, hits: [{ condition: 'step == 7', values: { step: 7 } }] } }] as const;
    const interventions = [{ kind: 'set', step: 9, values: { l1: 0.01 } }] as const;
    expect(marksOf(demo, { stops, interventions }, 'en')).toEqual([
      { step: 7, what: 'breakpoint step == 7', kind: 'stop' },
      { step: 9, what: 'L1 penalty = 0.01', kind: 'change' },
    ]);
  });
});
