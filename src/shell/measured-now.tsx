/** What is measured at the cursor, said below a figure while there is nothing else to say: on a phone the curves take turns with the picture. */
import { percent, short } from '../views/parts/ramp';
import { textWidth } from '../views/parts/words';
import type { Controller } from './controller';

/** What would not fit a phone's column in one line is left to the curves, in units. */
const ROOM = 280;

export function MeasuredNow({ controller }: { readonly controller: Controller }) {
  const { loaded, lang, session, cursor } = controller;
  if (session === undefined) return null;
  const measured = session.record.metricsAt(cursor);
  const said = Object.entries(loaded.demo.metrics).flatMap(([name, { label, format, chart, level }]) => {
    const value = measured[name] ?? NaN;
    if (chart === 'none' || level !== undefined || !Number.isFinite(value)) return [];
    const words = `${label[lang]} ${format === 'percent' ? percent(value, 1) : short(value)}`;
    return textWidth(words) > ROOM ? [] : [words];
  });
  if (said.length === 0) return null;
  return (
    <p class="gb-message gb-now">
      {said.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </p>
  );
}
