import type { Plugin } from 'vite';

const COPIES = /,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\([^)]+\)/g;
/** `.katex .fontsize-ensurer.reset-size6.size3,.katex .katex-sizing.reset-size6.size3{font-size:.7em}` */
const RATIO =
  /\.katex \.fontsize-ensurer\.reset-size(\d+)\.size(\d+),\s*\.katex \.katex-sizing\.reset-size\1\.size\2\s*\{\s*font-size:\s*([\d.]+)em;?\s*\}/g;
/** What is read aloud and not seen: of `markdown/flatten-mathml.ts` the MathML itself, hundreds in a chapter, which needs no class to be known. */
const SPOKEN = '.katex .katex-mathml';
/** The size of ordinary letters. */
const USUAL = '6';

/**
 * KaTeX's rules for letters of every size inside letters of every other, eleven times eleven, as what they are: two sizes divided.
 * @throws Error where the sheet has no such rules, or one that is no such ratio.
 */
function sizesDivided(code: string): string {
  const ratios = [...code.matchAll(RATIO)].map(([, from = '', to = '', ratio]) => ({ from, to, ratio: Number(ratio) }));
  const sizes = new Map(ratios.filter(({ from }) => from === USUAL).map(({ to, ratio }) => [to, ratio]));
  const strayed = ratios.find(({ from, to, ratio }) => !(Math.abs((sizes.get(to) ?? NaN) / (sizes.get(from) ?? NaN) - ratio) < 1e-4));
  if (sizes.size === 0 || strayed !== undefined)
    throw new Error(
      `KaTeX's stylesheet has changed: ${JSON.stringify(strayed ?? 'no rules for sizes')} is not one size divided by another`,
    );
  const named = [...sizes].map(([size, value]) => `.katex .reset-size${size}{--from:${value}}.katex .size${size}{--to:${value}}`);
  return `${code.replace(RATIO, '')}.katex .fontsize-ensurer,.katex .katex-sizing{font-size:calc(1em*var(--to)/var(--from))}${named.join('')}`;
}

/** Makes KaTeX's stylesheet lighter by a third, to the same look: every browser that runs the demos reads woff2 and divides. */
export function leanKatex(): Plugin {
  return {
    name: 'glassbox-lean-katex',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex[^/]*\.css/.test(id)) return null;
      if (!code.includes(SPOKEN)) throw new Error(`KaTeX's stylesheet has changed: it says nothing of ${SPOKEN}`);
      return sizesDivided(code.replace(COPIES, '').replace(SPOKEN, '.katex math'));
    },
  };
}
