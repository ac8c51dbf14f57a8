import type { PhrasingContent, Root } from 'mdast';
import { defaultsOf, formatValue, sameValue } from '../../demos/resolve';
import type { Demo } from '../../demos/declaration';
import { become, phrase, words } from './elements';
import { readMeasured, type Measured, type MeasuredRun } from './measured';
import { textOf, walk } from './nodes';
import type { RenderContext } from './render-context';
import { cutAtNumbers, statedNumbers } from './stated';

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
function nameOf(children: readonly PhrasingContent[]): { readonly ariaLabel?: string } {
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

/** What is seen at the number: the run at the step that was named, or at the one that the number is. */
function openedAt(run: MeasuredRun, { asked, stated }: Measured): MeasuredRun {
  const said = stated[0]?.value ?? run.step;
  return asked.kind === 'until' && Number.isInteger(said) && said <= run.step ? { ...run, step: said } : run;
}

/** Where each run has its own number, the words and the numbers one by one, each number a link to its run; else nothing. */
function linkEach(children: readonly PhrasingContent[], measured: Measured, context: RenderContext): PhrasingContent[] | undefined {
  const { runs, over, stated, reading } = measured;
  if (runs.length < 2 || stated.length !== runs.length || over.length > 0 || reading.kind === 'between') return undefined;
  const pieces = children.flatMap((child) =>
    child.type === 'text'
      ? cutAtNumbers(child.value).map(({ text, isNumber }) => ({ piece: words(text), isNumber }))
      : [{ piece: child, isNumber: statedNumbers(textOf(child)).length === 1 }],
  );
  if (pieces.filter(({ isNumber }) => isNumber).length !== runs.length) return undefined;
  const left = [...runs];
  return pieces.map(({ piece, isNumber }) => {
    const run = isNumber ? left.shift() : undefined;
    const where = run && runLink(run, context);
    return where === undefined ? piece : phrase('a', { className: 'gb-measured', ...nameOf([piece]), ...where }, [piece]);
  });
}

/** Turns numbers that were measured into quiet links to their runs. */
export function renderMeasured(tree: Root, context: RenderContext): void {
  for (const { node, parents } of [...walk(tree)]) {
    if (node.type !== 'textDirective') continue;
    const read = readMeasured(node, context.book.demos);
    if (!('measured' in read)) continue;
    const { measured } = read;
    const each = linkEach(node.children, measured, context);
    const parent = parents.at(-1);
    if (each !== undefined && parent !== undefined) {
      parent.children.splice(
        parent.children.findIndex((child) => child === node),
        1,
        ...each,
      );
      continue;
    }
    const run = measured.runs[0];
    const where = run === undefined ? undefined : runLink(openedAt(run, measured), context);
    if (where !== undefined) become(node, 'a', { className: 'gb-measured', ...nameOf(node.children), ...where });
  }
}
