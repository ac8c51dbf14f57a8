/** The answer to a challenge as settings, `solved="hidden=3 activations=relu step=1000"`: what a test runs to see that it solves it. */
import type { ContainerDirective } from 'mdast-util-directive';
import { formatValue } from '../../demos/resolve';
import type { Demo } from '../../demos/declaration';
import { readDemoUse } from './demo-use';
import type { DemoUse } from './inventory';
import { readSeeds, readStep, settingsIn, type MeasuredRun, type Say } from './measured';
import { attributeOf } from './nodes';

const RESERVED = ['id', 'figure', 'class', 'preset', 'seed', 'step'];

/**
 * Reads the attribute: settings on top of those of the challenge's figure, a run for each seed.
 * @returns no runs where the answer is found by hand, and problems as sentences without a subject.
 */
export function readAnswer(
  node: ContainerDirective,
  figure: DemoUse,
  demo: Demo,
): { readonly runs: readonly MeasuredRun[]; readonly problems: readonly string[] } {
  const solved = attributeOf(node, 'solved');
  if (solved === undefined || figure.demo === undefined) return { runs: [], problems: [] };
  const problems: string[] = [];
  const say: Say = (problem) => void problems.push(problem);
  const { seed, preset, ...settings } = settingsIn(solved);
  // The figure's values first, then the preset's, as a reader would press it there, then what is set besides.
  const chosen = preset === undefined ? undefined : readDemoUse({ attributes: { preset } }, demo, RESERVED);
  const changed = preset === undefined ? {} : (demo.presets?.[preset]?.values ?? {});
  const before = Object.entries({ ...readDemoUse(figure.node, demo).values, ...changed });
  const written = Object.fromEntries(before.map(([name, value]) => [name, formatValue(value)]));
  const use = readDemoUse({ attributes: { ...written, ...settings } }, demo, RESERVED);
  for (const problem of [...(chosen?.problems ?? []), ...use.problems]) say(problem);
  const seeds = readSeeds(seed ?? attributeOf(figure.node, 'seed'), demo.seed, say);
  const step = readStep(settings['step'], say);
  const id = figure.demo;
  return { runs: seeds.map((one) => ({ demo: id, values: use.values, seed: one, step })), problems };
}
