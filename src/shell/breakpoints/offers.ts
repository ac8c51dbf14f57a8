/** Conditions offered at a click, and the words that a demo's conditions may use. */
import type { Demo } from '../../demos/declaration';
import { LAYER_QUANTITIES, vocabularyOf } from '../../engine/breakpoints/quantities';
import type { Vocabulary } from '../../ml/expression/expression';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';

/** Beyond this a gradient's norm says that something is about to go wrong, in every demo of the book. */
const LARGE_GRADIENT = 100;

/** What a demo's conditions may speak of; before its network is built (`spec` undefined), any layer. */
export function vocabularyFor(demo: Pick<Demo, 'metrics'>, spec: NetworkSpec | undefined): Vocabulary {
  return vocabularyOf(Object.keys(demo.metrics), spec ?? 'unknown');
}

/**
 * Conditions that make sense for a demo: a usual run's length, a good accuracy, a small held-out loss, a gradient that grows, a layer
 * that dies. Those about layers come with the network.
 * @param isMeasured whether the run has a metric: where values are predicted there is no accuracy.
 */
export function offersFor(
  demo: Pick<Demo, 'metrics' | 'steps'>,
  spec: NetworkSpec | undefined,
  isMeasured: (metric: string) => boolean,
): string[] {
  // Held out before seen in training: what is learned by heart is no reason to stop.
  const measured = Object.entries(demo.metrics).filter(([name]) => isMeasured(name));
  const metrics = measured.sort(([, a], [, b]) => Number(b.role === 'test') - Number(a.role === 'test'));
  const accuracy = metrics.find(([, { format }]) => format === 'percent')?.[0];
  const heldOut = metrics.find(([name, { chart }]) => chart === 'loss' && name !== 'loss')?.[0];
  const offers = [
    `step == ${Math.max(1, Math.round(demo.steps / 2))}`,
    ...(accuracy === undefined ? [] : [`${accuracy} > 0.95`]),
    `${heldOut ?? 'loss'} < 0.1`,
    `gradNorm > ${LARGE_GRADIENT}`,
  ];
  const measures = spec === undefined ? {} : vocabularyFor(demo, spec).measures;
  const [, dead] = Object.entries(measures ?? {}).find(([name]) => name === LAYER_QUANTITIES[0]) ?? [];
  const layer = dead === 'any' ? undefined : dead?.[0];
  return layer === undefined ? offers : [...offers, `dead(${layer}) > 0.5`];
}
