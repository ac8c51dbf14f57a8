/** A parameter that is a line of text in any script: kept as it is, in links too; what cannot be one falls back with a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValue } from '../../../src/demos/resolve';
import { text, type Demo } from '../../../src/demos/declaration';
import { loadDemo } from '../../../src/demos/load';
import { formatLink, parseLink } from '../../../src/shell/link/link';
import { state } from '../shell/link-states';

const prompt = text({ label: { zh: '开头', en: 'Prompt' }, effect: 'view', grammar: 'prompt', value: 'Call me ' });
const { demo: neuron } = await loadDemo('neuron');
const demo: Demo = { ...neuron, parameters: { ...neuron.parameters, prompt } };

describe('a prompt', () => {
  it('travels in a link as it is, with the spaces at its ends', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => 'value' in parseValue(prompt, one));
    fc.assert(
      fc.property(fc.oneof(line, fc.constantFrom('', ' ', ' 床前明月光，', 'a&b=c+d%20#', '𠮷'.repeat(100))), (given) => {
        const values = { ...state(demo).values, prompt: given };
        const { state: back, problems } = parseLink(demo, formatLink(demo, state(demo, { values })));
        expect([back.values['prompt'], problems]).toEqual([given, []]);
      }),
    );
  });

  it.each([
    ['x'.repeat(101), '有 101 个字符，最多 100 个', 'has 101 characters; at most 100'],
    [
      'one\ntwo',
      '有一个不能写在一行里的字符（代码 000A）；应为一行文字',
      'has a character (code 000A) that cannot stand in a line; it should be a line of text',
    ],
    [
      'half \uD842',
      '有一个不能写在一行里的字符（代码 D842）；应为一行文字',
      'has a character (code D842) that cannot stand in a line; it should be a line of text',
    ],
    [
      '\u2028',
      '有一个不能写在一行里的字符（代码 2028）；应为一行文字',
      'has a character (code 2028) that cannot stand in a line; it should be a line of text',
    ],
  ])('such as %j falls back to the declared one, with a sentence', (given, zh, en) => {
    expect(parseValue(prompt, given)).toEqual({ problem: { zh, en } });
    // Half a character is none in a link already.
    if (!given.isWellFormed()) return;
    const { state: back, problems } = parseLink(demo, new URLSearchParams({ prompt: given }).toString());
    expect([back.values['prompt'], problems]).toEqual(['Call me ', [{ zh: `prompt：${zh}`, en: `prompt: ${en}` }]]);
  });
});

describe('a line to be learned', () => {
  const line = text({ label: { zh: '一行', en: 'line' }, effect: 'restart', grammar: 'line', value: 'ab' });

  it.each(['ab', ' a', '四是四', '𠮷a'.repeat(24)])('may be %j', (given) => {
    expect(parseValue(line, given)).toEqual({ value: given });
  });

  it.each([
    ['ab'.repeat(25), 'has 50 characters; at most 48'],
    ['aaa', '"aaa" has no two different characters; a line to be learnt needs them'],
    ['', '"" has no two different characters; a line to be learnt needs them'],
    ['a\nb', 'has a character (code 000A) that cannot stand in a line; it should be a line of text'],
  ])('cannot be %j', (given, said) => {
    expect(parseValue(line, given)).toMatchObject({ problem: { en: said } });
  });
});
