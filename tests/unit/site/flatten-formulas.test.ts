import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { flattenFormula } from '../../../src/site/markdown/flatten-formulas';

function elementsIn(node: ElementContent): Element[] {
  return node.type === 'element' ? [node, ...node.children.flatMap(elementsIn)] : [];
}

function textIn(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/[\s\u200b]/g, '');
  return node.type === 'element' ? node.children.map(textIn).join('') : '';
}

function named(node: ElementContent, name: string): Element[] {
  return elementsIn(node).filter(({ properties: { className } }) => Array.isArray(className) && className.includes(name));
}

/** KaTeX's own HTML without the TeX in it, as the pipeline has it. */
function draw(tex: string, displayMode = false): Element {
  const html = katex.renderToString(tex, { displayMode, throwOnError: true }).replace(/<annotation[\s\S]*?<\/annotation>/, '');
  const formula = fromHtml(html, { fragment: true })
    .children.flatMap((child) => (child.type === 'element' ? named(child, 'katex') : []))
    .at(0);
  if (formula === undefined) throw new Error(`${tex} is not drawn`);
  return formula;
}

function flat(tex: string, displayMode = false): Element {
  const formula = draw(tex, displayMode);
  flattenFormula(formula);
  return formula;
}

const signsOf = (formula: Element, tag: string): string[] =>
  elementsIn(formula)
    .filter(({ tagName }) => tagName === tag)
    .map(textIn);

const FORMULAS = [
  'n',
  '0.03',
  'a=\\phi(z)',
  "x_1^2+f'(x)",
  'a^{b^{c}}_{d_e}',
  '\\frac{1}{1+e^{-z}}',
  '\\sqrt[3]{x_1^2+\\tfrac12}',
  '\\sum_{i=1}^{n}\\mathbf{w}_i\\,x_i',
  '\\lim_{x\\to0}\\hat{y}\\ne\\overline{ab}',
  '\\begin{aligned}a&=b\\\\c_1&=\\frac{d}{e}\\end{aligned}',
  '\\left(\\begin{pmatrix}1&0\\\\0&1\\end{pmatrix}\\right)^{\\!\\top}',
  '\\operatorname{Var}(Z)=\\text{so and so}',
  'x=y \\tag{1.1}',
];

describe('a flat formula', () => {
  it.each(FORMULAS)('%s says the same, drawn and read aloud, with fewer elements', (tex) => {
    const display = tex.includes('tag') || tex.includes('aligned');
    const [before, after] = [draw(tex, display), flat(tex, display)];
    expect(textIn(after)).toBe(textIn(before));
    for (const tag of ['mi', 'mo', 'mn', 'mtext', 'mfrac', 'msup', 'msub', 'msubsup', 'msqrt', 'mroot', 'mtd']) {
      expect(signsOf(after, tag), tag).toEqual(signsOf(before, tag));
    }
    expect(elementsIn(after).filter(({ tagName }) => tagName === 'math')).toHaveLength(1);
    expect(named(after, 'katex-html').map(({ properties }) => properties['ariaHidden'])).toEqual(['true']);
    expect(elementsIn(after).length).toBeLessThan(0.8 * elementsIn(before).length);
  });

  it('keeps the rows that a fraction and an exponent need', () => {
    const fraction = elementsIn(flat('\\frac{a+b}{c}')).find(({ tagName }) => tagName === 'mfrac');
    expect(fraction?.children.map((child) => (child.type === 'element' ? child.tagName : ''))).toEqual(['mrow', 'mi']);
  });

  it('of one letter has four elements; its base holds the line open, and chooses the letter', () => {
    const formula = flat('\\phi');
    expect(elementsIn(formula).map(({ tagName }) => tagName)).toEqual(['span', 'math', 'mi', 'span']);
    expect(elementsIn(formula).at(-1)?.properties).toEqual({
      className: ['katex-html', 'katex-base', 'mathnormal'],
      ariaHidden: 'true',
      style: '--h:.889em;--v:-.194em',
    });
  });

  it('makes spaces margins, and puts an index where it was: 0.15 em below, in letters of 0.7 em', () => {
    const [index] = named(flat('x_1=2'), 'gb-shifted');
    expect(index?.properties['style']).toBe('top:.214em;margin-right:.071em');
    expect(named(flat('a=b'), 'mspace')).toEqual([]);
  });

  it('breaks only where it is long, between KaTeX’s own pieces', () => {
    expect(named(flat('a=b'), 'katex-base')).toHaveLength(1);
    const long = 'a_1+b_1+c_1+d_1+e_1=f_1+g_1+h_1';
    expect(named(flat(long), 'katex-base')).toHaveLength(named(draw(long), 'katex-base').length);
    expect(named(flat(long, true), 'katex-base')).toHaveLength(1);
  });
});
