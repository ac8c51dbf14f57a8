import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { guessRoom } from '../../../src/site/markdown/guess-room';

/** The numbers that the first block of a text gets. */
function roomOf(html: string, zh = true): Record<string, number> {
  const tree = fromHtml(html, { fragment: true });
  guessRoom(tree, zh);
  const [block] = tree.children;
  const style = block?.type === 'element' ? String(block.properties['style'] ?? '') : '';
  return Object.fromEntries([...style.matchAll(/(--\w):([\d.]+)/g)].map(([, name = '', value]): [string, number] => [name, Number(value)]));
}

describe('the room that a block takes', () => {
  it('is a square for each Chinese sign, and about half of one for others', () => {
    expect(roomOf(`<p>${'权重'.repeat(10)}</p>`)).toEqual({ '--w': 20 });
    const latin = roomOf(`<p>${'neuron '.repeat(10)}</p>`, false)['--w'] ?? NaN;
    expect(latin).toBeGreaterThan(28);
    expect(latin).toBeLessThan(42);
  });

  it('counts of a formula what is drawn and not what is read aloud, and of a term not its meaning', () => {
    const formula = '<span class="katex"><math>一二三四五六七八九十</math><span class="katex-html">x</span></span>';
    const term = '<span class="gb-term"><dfn>权</dfn><span class="gb-meaning">一二三四五六七八九十</span></span>';
    expect(roomOf(`<p>${formula}${term}</p>`)).toEqual({ '--w': 2 });
  });

  it('is the height of the strut where a formula stands on a line of its own', () => {
    const rem = (em: number): number => em * 1.21 * 1.0625;
    const room = (em: number): number =>
      roomOf(`<div class="gb-equation"><span class="katex"><span class="katex-base" style="--h:${em}em">x</span></span></div>`)['--e'] ??
      NaN;
    expect(room(4) - room(1)).toBeCloseTo(rem(3), 0);
  });

  it('counts the paragraphs of a list and a box, each a line at least, and of a fold what is shown', () => {
    expect(roomOf('<ul><li>一</li><li>二</li><li>三</li></ul>')['--n']).toBe(3);
    const box = '<section class="gb-box"><p>一</p><details><summary>二</summary><p>三</p><p>四</p></details></section>';
    expect(roomOf(box)['--n']).toBe(2);
    expect(roomOf(box)['--w']).toBe(22);
  });

  it('is not said of what stands shortly before a demo, which would move by every line that is guessed wrong', () => {
    const chapter = (between: number): string => `<p>一</p>${'<p>二</p>'.repeat(between)}<glassbox-place></glassbox-place>`;
    expect(roomOf(chapter(5))).toEqual({});
    expect(roomOf(chapter(6))).toEqual({ '--w': 1 });
  });

  it('is not said of headings and demos, which are laid out at once', () => {
    expect(roomOf('<h2>一</h2>')).toEqual({});
    expect(roomOf('<figure><p>一</p></figure>')).toEqual({});
  });
});
