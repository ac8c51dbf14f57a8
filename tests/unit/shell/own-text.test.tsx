/** A text of the reader's own: read from whatever it is in, refused with a sentence, said in a link, shown in its panel. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import type { Demo } from '../../../src/demos/declaration';
import { Controller } from '../../../src/shell/controller';
import { formatLink, parseLink, tooLong } from '../../../src/shell/link/link';
import { ownDataOf } from '../../../src/shell/own-data';
import { answerText } from '../../../src/shell/own-data/text/answer-text';
import { askText } from '../../../src/shell/own-data/text/ask-text';
import { TextDataPanel } from '../../../src/shell/own-data/text/panel';
import { readText } from '../../../src/shell/own-data/text/read-text';
import { SharePanel } from '../../../src/shell/link/share-panel';
import { FakeSession } from './fake-session';
import { state } from './link-states';

const WANTED = { least: 5, most: 1000 };
const POEM = '床前看月光，疑是地上霜。\n举头望山月，低头思故乡。';
const utf8 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'utf8'));
const utf16 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'utf16le'));
// 床前明月光，疑是地上霜。 in GBK.
const GBK = [
  0xb4, 0xb2, 0xc7, 0xb0, 0xc3, 0xf7, 0xd4, 0xc2, 0xb9, 0xe2, 0xa3, 0xac, 0xd2, 0xc9, 0xca, 0xc7, 0xb5, 0xd8, 0xc9, 0xcf, 0xcb, 0xaa, 0xa1,
  0xa3,
];

/** What is read of a file. */
async function readFile(bytes: Uint8Array<ArrayBuffer>, wanted = WANTED): Promise<string> {
  const { read } = await answerText({ content: bytes.buffer, wanted });
  return 'own' in read ? read.own.text : read.problem.en;
}

function problemOf(text: string, wanted = WANTED): readonly string[] {
  const read = readText(text, wanted);
  return 'problem' in read ? [read.problem.zh, read.problem.en] : ['', ''];
}

describe('a file with a text', () => {
  it.each([
    ['UTF-8', utf8(POEM)],
    ['UTF-8 with a mark', utf8(`\uFEFF${POEM}`)],
    ['UTF-16, low byte first', utf16(`\uFEFF${POEM}`)],
    ['UTF-16, high byte first', utf16(`\uFEFF${POEM}`).map((_, i, all) => all[i ^ 1] ?? 0)],
    ['gzip', Uint8Array.from(gzipSync(POEM))],
    ['UTF-8 with the line ends of Windows', utf8(POEM.replaceAll('\n', '\r\n'))],
  ])('in %s is read', async (_, bytes) => {
    expect(await readFile(bytes)).toBe(POEM);
  });

  it('in GBK is read, and in Windows-1252', async () => {
    expect(await readFile(Uint8Array.from(GBK))).toBe('床前明月光，疑是地上霜。');
    expect(await readFile(Uint8Array.from(Buffer.from('Größe und Länge', 'latin1')))).toBe('Größe und Länge');
  });

  it.each([
    ['a .docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /^This is a document or an archive/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), /^This file is no plain text/],
    ['a damaged .gz', Uint8Array.from(gzipSync(POEM)).slice(0, 20), /^The compressed data are damaged/],
    ['nothing', new Uint8Array(0), /^The text is empty/],
  ])('is refused where it is %s', async (_, bytes, sentence) => {
    expect(await readFile(bytes)).toMatch(sentence);
  });

  it('of ten megabytes is read, its first characters used; one byte more is refused', async () => {
    const whole = utf8(`abcd${'月光'.repeat(1_666_666)}`);
    expect(whole).toHaveLength(10_000_000);
    const { read, shown } = await answerText({ content: whole.buffer, wanted: WANTED });
    expect(shown).toBeUndefined();
    expect(read).toMatchObject({
      own: { characters: 1000, distinct: 6 },
      notices: [{ en: 'The text has 3333336 characters, of which the first 1000 are used.' }],
    });
    expect(await readFile(new Uint8Array(10_000_001).fill(97))).toBe('The file has 10.0 MB; at most 10 MB are read: keep a part of it');
  });
});

describe('a text', () => {
  it('has one kind of line end, whatever it was written with', () => {
    expect(readText('1\r\n2\r3\n4\u20285\u00856\u000B7', WANTED)).toMatchObject({
      own: { text: '1\n2\n3\n4\n5\n6\n7', characters: 13, distinct: 8 },
    });
  });

  it('is counted and cut in code points, and halves that stand alone are no text', () => {
    expect(readText('𠮷a𠮷b𠮷c', { least: 1, most: 3 })).toMatchObject({ own: { text: '𠮷a𠮷', characters: 3, distinct: 2 } });
    expect(readText('abc\uD842de', WANTED)).toMatchObject({ own: { text: 'abc\uFFFDde', characters: 6 } });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 3 }), fc.integer({ min: 2, max: 10 }), (given, most) => {
        const read = readText(given, { least: 1, most });
        if (!('own' in read)) return;
        expect(Array.from(read.own.text)).toEqual(Array.from(given.replaceAll('\r', '\n')).slice(0, most));
        expect(read.own.characters).toBe(Array.from(read.own.text).length);
      }),
    );
  });

  it.each([
    ['', '文本是空的，没有可学的', 'The text is empty: there is nothing to learn'],
    [' \r\n\t', '文本是空的，没有可学的', 'The text is empty: there is nothing to learn'],
    [
      'a',
      '文本只有 1 个字符，至少要 5 个：一部分用来学，一部分留作测试',
      'The text has 1 character; there should be 5 at least, some to learn from and some to hold out',
    ],
    [
      '春眠不觉',
      '文本只有 4 个字符，至少要 5 个：一部分用来学，一部分留作测试',
      'The text has 4 characters; there should be 5 at least, some to learn from and some to hold out',
    ],
    [
      'aaaaaa',
      '文本的 6 个字符全是“a”，没有可学的；应至少有两种字符',
      'All 6 characters of the text are "a", so there is nothing to learn; there should be two different ones at least',
    ],
    [
      'one\ntwo\u0007',
      '第 2 行有一个文本里不会有的字符（代码 07）；请从写这个文件的程序里另存为纯文本',
      'Line 2 holds a character that no text has (code 07); save the file as plain text from the program that wrote it',
    ],
  ])('such as "%s" is refused in both languages', (given, zh, en) => {
    expect(problemOf(given)).toEqual([zh, en]);
  });

  it('is read in a worker that is ended when the reader thinks better of it', async () => {
    let ended = 0;
    const worker = { postMessage: () => undefined, terminate: () => void ended++, addEventListener: () => undefined };
    const abort = new AbortController();
    const answer = askText({ content: POEM, wanted: WANTED }, abort.signal, () => worker as never);
    abort.abort();
    expect(await answer).toMatchObject({ read: { problem: { en: 'Reading was cancelled' } } });
    expect(ended).toBe(1);
  });
});

const loaded = await loadDemo('neuron');
const demo: Demo = { ...loaded.demo, ownData: { kind: 'text', ...WANTED, chosenBy: 'corpus' } };
const ownOf = (text: string) => {
  const read = readText(text, WANTED);
  if (!('own' in read)) throw new Error(read.problem.en);
  return read.own;
};

describe('a link', () => {
  it('brings a short text back, character for character, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (given) => {
        const read = readText(given, WANTED);
        fc.pre('own' in read);
        if (!('own' in read)) return;
        const { state: back, problems } = parseLink(demo, formatLink(demo, state(demo, { own: read.own })));
        expect([back.own, problems]).toEqual([read.own, []]);
      }),
    );
  });

  it('leaves a long text out, and says so', () => {
    const long = state(demo, { own: ownOf('ab'.repeat(151)) });
    expect(tooLong(long).own).toBe(true);
    expect(formatLink(demo, long)).toBe('');
  });

  it.each([
    ['too short', demo, 'text=ab'],
    ['too long', demo, `text=${'ab'.repeat(151)}`],
    ['with what no text has', demo, 'text=abcdef%00'],
    ['with other line ends than ours', demo, 'text=abc%0D%0Adef'],
    ['for a demo that takes none', loaded.demo, 'text=abcdef'],
  ])('names a text %s as wrong, and opens without it', (_, one, query) => {
    const { state: back, problems } = parseLink(one, query);
    expect([back.own, problems.length]).toEqual([undefined, 1]);
  });
});

describe('the panel of a text', () => {
  beforeAll(() => void vi.stubGlobal('location', new URL('https://book.example/en/rnn/')));
  afterAll(() => vi.unstubAllGlobals());
  const words = (html: string): string => html.replace(/<[^>]*>/g, ' ');

  it.each(['zh', 'en'] as const)('says what may be brought, and what is in use (%s)', async (lang) => {
    const controller = new Controller({
      loaded: { ...loaded, demo },
      lang,
      values: {},
      seed: 1,
      makeSession: (given) => new FakeSession(given),
    });
    const shown = (): string => words(render(h(TextDataPanel, { controller, id: 'x' })));
    expect(shown()).toMatch(lang === 'zh' ? /至少 5 个字符；超过 1000 个/ : /at least 5 characters; of more than 1000/);
    await controller.setOwnData(ownOf(POEM));
    expect(shown()).toMatch(lang === 'zh' ? /正在学你的文本：25 个字符，21 种/ : /Your text is in use: 25 characters, 21 different ones/);
    const share = (): string => words(render(h(SharePanel, { controller, root: () => null })));
    expect(share()).toMatch(lang === 'zh' ? /链接里有你的文本（25 个字符）/ : /Your text \(25 characters\) travels in the link/);
    expect(ownDataOf(controller.own)).toEqual({ kind: 'text', text: POEM, characters: 25, distinct: 21 });
  });
});
