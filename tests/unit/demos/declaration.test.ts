/** What a declaration cannot get wrong: by its types (`tsc` fails where an error that is expected is none), and by sentences. */
import { describe, expect, it } from 'vitest';
import { declarationFaults } from '../../../src/demos/declaration-faults';
import { choice, choices, defineDemo, range, type Demo } from '../../../src/demos/declaration';
import { same } from '../../../src/i18n/text';

const help = { zh: '越大越陡。', en: 'How steep it is.' };

const written = {
  title: { zh: '直线', en: 'Line' },
  claim: { zh: '拟合一条直线。', en: 'Fits a line.' },
  chapter: 'mlp',
  seed: 1,
  steps: 10,
  parameters: {
    slope: range({ label: same('w'), help, term: 'slope', effect: 'restart', min: 0, max: 1, scale: 'linear', value: 0.5 }),
    shape: choice({ label: same('s'), help, effect: 'restart', options: { round: same('round'), square: same('square') }, value: 'round' }),
  },
  metrics: { loss: { label: same('loss'), role: 'train', chart: 'loss', format: 'number' } },
  views: [{ view: 'network', title: same('network'), place: 'main' }],
} as const satisfies Demo;
const around = { views: ['network', 'matrix'], ownView: false, chapters: ['mlp'], terms: ['slope'] };

function faultsOf(changes: Partial<Demo>): readonly string[] {
  return declarationFaults({ ...written, ...changes }, around);
}

describe('types', () => {
  it('refuse presets of parameters and options that are none', () => {
    const preset = { title: same('steep') };
    const demos = [
      defineDemo({ ...written, presets: { steep: { ...preset, values: { slope: 1, shape: 'square' } } }, opens: 'steep' }),
      // @ts-expect-error there is no parameter "slop"
      defineDemo({ ...written, presets: { steep: { ...preset, values: { slop: 1 } } } }),
      // @ts-expect-error there is no option "oval"
      defineDemo({ ...written, presets: { steep: { ...preset, values: { shape: 'oval' } } } }),
      // @ts-expect-error a number, not a text
      defineDemo({ ...written, presets: { steep: { ...preset, values: { slope: '1' } } } }),
      // @ts-expect-error there is no preset "step"
      defineDemo({ ...written, presets: { steep: { ...preset, values: { slope: 1 } } }, opens: 'step' }),
    ];
    // Without the compiler the sentences find all but one: "1" is read as 1.
    expect(demos.map((demo) => declarationFaults(demo, around).length)).toEqual([0, 1, 1, 0, 1]);
  });
});

describe('a declaration', () => {
  it('without fault has none', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, Partial<Demo>, string]>([
    [
      'a view that is none',
      { views: [{ view: 'function-fitt', title: same('x'), place: 'main' }] },
      'there is no view "function-fitt"; there are: network, matrix, own',
    ],
    [
      'a view of its own that is missing',
      { views: [{ view: 'own', title: same('x'), place: 'main' }] },
      'view "own" is the demo’s view.tsx, which is missing',
    ],
    ['no large picture', { views: [] }, "one of the views needs place: 'main', the large picture"],
    [
      'a chapter that is none',
      { chapter: 'linear' },
      'chapter "linear" is neither in content/zh nor planned in src/site/chapters.ts; there are: mlp',
    ],
    [
      'a preset of nothing',
      { presets: { steep: { title: same('x'), values: { slop: 1 } } } },
      'preset "steep", "slop": has no parameter "slop"; it has: slope, shape',
    ],
    [
      'a preset out of range',
      { presets: { steep: { title: same('x'), values: { slope: 2 } } } },
      'preset "steep", "slope": 2 is outside 0 to 1',
    ],
    ['an opening that is none', { opens: 'steep' }, 'opens with preset "steep", which is none; there are: none'],
    [
      'a text in place of nothing',
      { ownData: { kind: 'text', least: 5, most: 100, chosenBy: 'slope' } },
      'own data are a text in place of the one chosen by "slope", which is no parameter of kind choice',
    ],
    ['no word for the loss', { metrics: {} }, 'metrics need "loss": it is recorded at every step, and its label is given here'],
    ['words in one language only', { claim: { zh: '拟合。', en: ' ' } }, 'claim says nothing in "en"'],
    ['Chinese in English', { title: { zh: '直线', en: '直线' } }, 'title is Chinese in "en": "直线"'],
    ['English in Chinese', { title: same('Line') }, 'title is not Chinese in "zh": "Line"'],
    [
      'a default out of range',
      { parameters: { slope: range({ label: same('w'), help, effect: 'live', min: 0, max: 1, scale: 'linear', value: 3 }) } },
      'the default "3" of parameter "slope": 3 is outside 0 to 1',
    ],
    [
      'a knob that says nothing',
      { parameters: { slope: range({ label: same('w'), effect: 'live', min: 0, max: 1, scale: 'linear', value: 1 }) } },
      'parameter "slope" does not say what it does (help)',
    ],
    [
      'a term that is none',
      { parameters: { slope: range({ label: same('w'), help, term: 'slop', effect: 'live', min: 0, max: 1, scale: 'linear', value: 1 }) } },
      'parameter "slope" points to "slop", which is no entry of content/glossary.json',
    ],
    [
      'a list along nothing',
      {
        parameters: {
          kinds: choices({ label: same('k'), help, effect: 'restart', options: { a: same('a') }, most: 2, along: 'hidden', value: ['a'] }),
        },
      },
      'parameter "kinds" goes along "hidden", which is no parameter of kind sizes',
    ],
  ])('with %s says so', (_, changes, sentence) => {
    expect(faultsOf(changes)).toEqual([sentence]);
  });
});
