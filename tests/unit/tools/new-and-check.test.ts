/** `npm run new` and `npm run check`: what they refuse, what they write, and what they run. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namedThings, stepsOf, testsOfChapter, testsOfDemo } from '../../../tools/check/steps.mjs';
import { DEMO_FILES, demoFiles, readRequest } from '../../../tools/new/new-demo';

const ROOT = process.cwd();

describe('npm run new', () => {
  it.each([
    [['demo', 'neuron'], /^there is a demo "neuron" already, in src\/demos\/neuron: take another id$/],
    [['demo', 'Two Moons'], /^"Two Moons" is no id: small letters and digits, words joined by hyphens, such as two-moons$/],
    [['demo', '../up'], /^"..\/up" is no id/],
    [['demo', 'spec.ts'], /^"spec.ts" is no id/],
    [['demo'], /^one demo is named: npm run new -- demo <id>/],
    [['chapter', 'linear'], /^there is no new "chapter"; there is: npm run new -- demo <id>/],
    [['demo', 'two-moons', '--chapter', 'linear'], /^there is no chapter "linear"; there are: .*mlp.*rnn/],
    [['demo', 'two-moons', '--chapter'], /^there is no chapter ""/],
  ])('refuses %j with a sentence', (args, sentence) => {
    const request = readRequest(ROOT, args);
    expect('problem' in request ? request.problem : '').toMatch(sentence);
  });

  it('takes a new id, and a chapter that is there or planned', () => {
    expect(readRequest(ROOT, ['demo', 'two-moons'])).toEqual({ id: 'two-moons', chapter: 'mlp' });
    expect(readRequest(ROOT, ['demo', '--chapter', 'attention', 'two-moons'])).toEqual({ id: 'two-moons', chapter: 'attention' });
  });

  it('writes files of the demo’s own: no path and no name of the template is left', () => {
    const files = demoFiles(ROOT, { id: 'two-moons', chapter: 'cnn' });
    expect(Object.keys(files)).toEqual([...DEMO_FILES]);
    for (const text of Object.values(files)) expect(text).not.toMatch(/\/src\/|newProgram|chapter: 'mlp'/);
    expect(files['demo.ts']).toContain("from '../declaration'");
    expect(files['model.ts']).toContain("import twoMoonsProgram from './program'");
  });

  it('writes what the guide prints as a whole demo', () => {
    const guide = readFileSync('src/demos/README.md', 'utf8');
    const printed = [...guide.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file, text]) => [file, text]);
    expect(Object.fromEntries(printed)).toEqual(demoFiles(ROOT, { id: 'my-demo', chapter: 'mlp' }));
  });
});

describe('npm run check', () => {
  it('knows demos and chapters by their files, and names them where a name is neither', () => {
    expect(namedThings(ROOT, ['neuron', 'mlp'])).toEqual([
      { kind: 'demo', id: 'neuron' },
      { kind: 'chapter', id: 'mlp' },
    ]);
    expect(namedThings(ROOT, ['neuron', 'nueron'])).toMatchObject({
      problem: expect.stringMatching(/^"nueron" is neither a demo nor a chapter; demos: activations, .*; chapters: .*mlp/) as unknown,
    });
  });

  it('ends with 1 and that sentence', () => {
    expect(() => execFileSync(process.execPath, ['tools/check.mjs', 'nueron'], { stdio: 'pipe' })).toThrow(/"nueron" is neither/);
  });

  it('picks the tests of one demo and no other’s', () => {
    const pattern = new RegExp(testsOfDemo('collapse'));
    for (const name of [
      'collapse declares, in both languages, what the house can use',
      'collapse, compiled, trains as it does eagerly, at the defaults',
      'what collapse prints runs in TensorFlow.js',
      'a model saved as a LayersModel predicts in TensorFlow.js what it predicts here: collapse',
      'demos/collapse/view.tsx brings samples',
      'import directions hold for every file of src',
    ])
      expect(name).toMatch(pattern);
    for (const name of ['collapse-two evaluates', 'what linear-collapse prints', 'linear-collapse evaluates', 'there are demos'])
      expect(name).not.toMatch(pattern);
    expect('chapter mlp shows every demo').toMatch(new RegExp(testsOfChapter('mlp')));
    expect('mlp/fence is solved by the answer').toMatch(new RegExp(testsOfChapter('mlp')));
    expect('chapter mlp-two shows every demo').not.toMatch(new RegExp(testsOfChapter('mlp')));
  });

  it('runs for a demo types, lint, format, contract, proof and recordings; its own picture’s test where it has one', () => {
    const commands = (id: string): string =>
      stepsOf(ROOT, { kind: 'demo', id })
        .map(({ args }) => args.join(' '))
        .join('\n');
    for (const part of [
      'tsc',
      'eslint',
      'prettier',
      'every-demo',
      'every-setting',
      'compiled',
      'questions',
      'proofs',
      'book.mjs demo neuron',
    ])
      expect(commands('neuron')).toContain(part);
    expect(commands('neuron')).toContain('every-view');
    expect(commands('universal')).not.toContain('every-view');
  });
});
