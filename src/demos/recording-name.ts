import { formatValue, sameValue, touchesRun } from './resolve';
import type { Demo, Values } from './declaration';

/**
 * The file, in the demo's folder, of the recorded run with these settings: `run.json` for those of the declaration, else named
 * after what differs, e.g. `run.dataset-spiral.hidden-8-8.json`. Parameters that change pictures only do not count.
 */
export function recordingName(demo: Pick<Demo, 'parameters' | 'seed'>, values: Values, seed: number): string {
  const parts = Object.entries(demo.parameters)
    .filter(([name, { effect, value }]) => touchesRun({ effect }) && values[name] !== undefined && !sameValue(values[name], value))
    .map(([name]) => `${name}-${formatValue(values[name] ?? '')}`);
  if (seed !== demo.seed) parts.push(`seed-${seed}`);
  // Names that every system takes: letters, digits, hyphens.
  const spelled = parts.map((part) => part.replaceAll('.', '_').replace(/[^\w-]+/g, '-'));
  return ['run', ...spelled, 'json'].join('.');
}

/** The file of that run's film, beside the recording: `film` in the place of `run`. */
export function filmName(recording: string): string {
  return recording.replace(/^run\b/, 'film');
}
