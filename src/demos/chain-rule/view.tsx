/** An expression as a graph: values flow to the right, gradients back to the left, one node at a time or all at once. */
import { useState } from 'preact/hooks';
import { passText } from '../../i18n/gradients';
import { fill, type Lang } from '../../i18n/text';
import { backwardSteps, forwardValues, gradientsOf, graphOf } from '../../ml/expression/graph';
import { parseExpression } from '../../ml/expression/parse';
import { ExpressionGraph, type PassData, type Stage } from '../../views/parts/expression-graph';
import { Nudge } from '../../views/parts/nudge';
import { short } from '../../views/parts/ramp';
import { cut, linesOf } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';

function dataOf(step: number, expression: string, bindings: Readonly<Record<string, number>>): PassData | undefined {
  const parsed = parseExpression(expression);
  if ('problem' in parsed) return undefined;
  const graph = graphOf(parsed.expression);
  const values = forwardValues(graph, bindings);
  return { step, expression, graph, values, steps: backwardSteps(graph, values) };
}

function operationsOf({ graph }: PassData): readonly number[] {
  return graph.nodes.flatMap(({ kind }, i) => (kind === 'operation' ? [i] : []));
}

/** What happened last, in a sentence; in parts where it is long. */
function saying(data: PassData, { forward, backward }: Stage, lang: Lang): readonly string[] {
  const { graph, values, steps } = data;
  const operations = operationsOf(data);
  const textOf = (i: number): string => graph.nodes[i]?.text ?? '';
  const done = steps[backward - 1];
  if (done !== undefined) {
    const words = { part: backward, parts: steps.length, node: textOf(done.node), gradient: short(done.gradient) };
    return [
      fill(passText.backward[lang], words),
      fill(passText.gradientAt[lang], words),
      ...done.edges.map(({ to, upstream, local, product }) => `${short(upstream)} × ${short(local)} = ${short(product)} → ${textOf(to)}`),
    ];
  }
  const at = operations[forward - 1];
  if (at === undefined) return [passText.start[lang]];
  return [fill(passText.forward[lang], { part: forward, parts: operations.length, node: textOf(at), value: short(values[at] ?? NaN) })];
}

function Picture({ data, lang, width, height, id, act }: ViewProps<PassData>) {
  const operations = operationsOf(data).length;
  const all = operations + data.steps.length;
  const [walked, setWalked] = useState({ expression: '', to: 0 });
  // Before anything is trained the way back is the reader's to guess; a run repeats both passes at every step.
  const first = act !== undefined && data.step === 0 ? operations : all;
  const at = Math.min(all, walked.expression === data.expression ? walked.to : first);
  const walk = (to: number): void => setWalked({ expression: data.expression, to });
  const stage: Stage = { forward: Math.min(at, operations), backward: Math.max(0, at - operations) };
  const lines =
    act === undefined
      ? []
      : linesOf(
          saying(data, stage, lang).map((part) => cut(part, width - 104)),
          width - 104,
        );
  return (
    <>
      <ExpressionGraph data={data} stage={stage} lang={lang} width={width} height={height - 50} id={id} act={act} />
      {act !== undefined && (
        <>
          <Nudge x={22} y={height - 24} sign="‹" label={passText.previous[lang]} onPress={() => walk(Math.max(0, at - 1))} />
          <Nudge x={68} y={height - 24} sign="›" label={passText.next[lang]} onPress={() => walk(at === all ? 0 : at + 1)} />
          {lines.map((line, i) => (
            <text x={98} y={height - 20 + 15 * (i - (lines.length - 1) / 2)} class="gb-label" aria-live="polite" key={i}>
              {line}
            </text>
          ))}
        </>
      )}
    </>
  );
}

const sample = (expression: string, bindings: Readonly<Record<string, number>>): PassData =>
  dataOf(3, expression, bindings) ?? { step: 3, expression, graph: { nodes: [], variables: [] }, values: [], steps: [] };

export default defineView<PassData>({
  title: passText.graph,
  aspect: { wide: 0.75, narrow: 1.1 },
  reads: ['expression'],
  read({ step, arrays, values }) {
    const expression = values['expression'];
    const bindings = Object.fromEntries(
      Object.entries(arrays).flatMap(([name, { data }]) =>
        name.startsWith('variable/') ? [[name.slice(9), data[0] ?? NaN] as const] : [],
      ),
    );
    if (typeof expression !== 'string' || Object.keys(bindings).length === 0) return undefined;
    return dataOf(step, expression, bindings);
  },
  Picture,
  describe(data, lang) {
    const { step, expression, graph, values } = data;
    const slopes = gradientsOf(graph, values);
    const gradients = graph.variables.map((name) => {
      const slope = slopes[name] ?? NaN;
      return `∂t/∂${name} = ${Number.isFinite(slope) ? short(slope) : '—'}`;
    });
    const value = values.at(-1) ?? NaN;
    return fill(passText.graphNow[lang], {
      step,
      expression: expression.replaceAll('{', '('),
      value: Number.isFinite(value) ? short(value) : '—',
      gradients: gradients.join(lang === 'zh' ? '，' : ', ') || '—',
    });
  },
  table: ({ graph, values, steps }, lang) => ({
    head: [passText.node, passText.value, passText.gets, passText.upstream, passText.local, passText.product].map((text) => text[lang]),
    rows: steps.flatMap(({ edges }) =>
      edges.map(({ from, to, upstream, local, product }) => [
        graph.nodes[from]?.text ?? '',
        short(values[from] ?? NaN),
        graph.nodes[to]?.text ?? '',
        short(upstream),
        short(local),
        short(product),
      ]),
    ),
  }),
  samples: {
    halves: sample('x/2 + y/2', { x: 3, y: 1 }),
    twice: sample('x*x*x + 3*x', { x: 1 }),
    broken: sample('log(x) / y', { x: -1, y: 0 }),
    lone: sample('x', { x: 1e300 }),
  },
});
