import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { defaultsOf, formatValue, sameValue } from '../../demos/resolve';
import type { Demo } from '../../demos/declaration';
import { become } from './elements';
import { readMeasured, type MeasuredRun } from './measured';
import { walk } from './nodes';
import type { RenderContext } from './render-context';

/** A run at a step as the query of a link, without what is as declared: what `src/shell/link/link.ts` reads. Never empty: that would open the demo's opening. */
function queryOf({ values, seed, step }: MeasuredRun, demo: Demo): string {
  const query = new URLSearchParams();
  const defaults = defaultsOf(demo);
  for (const [name, value] of Object.entries(values)) if (!sameValue(defaults[name], value)) query.set(name, formatValue(value));
  if (seed !== demo.seed) query.set('seed', String(seed));
  query.set('step', String(step));
  return query.toString();
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries([...'-0123456789'].map((sign, i) => [sign, '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'[i] ?? sign]));

/** A number's TeX as a line of signs: "5.4×10⁻³". */
function lineOf(tex: string): string {
  return tex
    .replace(/\^\{?(-?\d+)\}?/g, (_, power: string) => [...power].map((sign) => RAISED[sign] ?? sign).join(''))
    .replace(/\\(?:times|cdot)\s*/g, '×')
    .replace(/\\[,; ]/g, ' ')
    .replace(/[\\{}]/g, '');
}

/**
 * What a link is called whose words are formulas alone: not every reading aid takes a link's name from a formula. Nothing where there are words.
 */
function nameOf({ children }: TextDirective): { readonly ariaLabel?: string } {
  const formulas = children.flatMap((child) => (child.type === 'inlineMath' ? [lineOf(child.value)] : []));
  return formulas.length < children.length ? {} : { ariaLabel: formulas.join(' ') };
}

/**
 * Where a run is opened: in the chapter's figure of the demo, where there is one (the page's script follows `data-run`; without it, the
 * link leads to the figure), else on the demo's own page.
 */
export function runLink(run: MeasuredRun, { book, inventory, base, lang }: RenderContext): Readonly<Record<string, string>> | undefined {
  const demo = book.demos.get(run.demo);
  if (demo === undefined) return undefined;
  const query = queryOf(run, demo);
  const figure = inventory.demos.find((use) => use.demo === run.demo);
  const anchor = figure === undefined ? undefined : inventory.byNode.get(figure.node)?.anchor;
  const page = `${base.replace(/\/?$/, '/')}${lang === 'en' ? 'en/' : ''}embed/${run.demo}/?${query}`;
  return anchor === undefined ? { href: page } : { href: `#${anchor}`, dataRun: `${run.demo}?${query}` };
}

/** Turns numbers that were measured into quiet links to their runs. */
export function renderMeasured(tree: Root, context: RenderContext): void {
  for (const { node } of walk(tree)) {
    if (node.type !== 'textDirective') continue;
    const read = readMeasured(node, context.book.demos);
    const run = 'measured' in read ? read.measured.runs[0] : undefined;
    const where = run === undefined ? undefined : runLink(run, context);
    if (where === undefined) continue;
    become(node, 'a', { className: 'gb-measured', ...nameOf(node), ...where });
  }
}
