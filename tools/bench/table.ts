/** The bench's table: what each backend does, how far ahead compiled steps are, and how near the machine's peak. */
import type { Speed } from './step-speed';

function whole(value: number | undefined): string {
  return value === undefined ? '-' : Math.round(value).toLocaleString('en');
}

/** Three digits of a ratio. */
function times(ratio: number): string {
  return Number.isFinite(ratio) && ratio > 0 ? `${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3)}x` : '-';
}

/**
 * One line a model and batch size.
 * @param peak multiply-adds a second that the machine can do.
 */
export function table(title: string, speeds: readonly Speed[], peak: number): string {
  const backends = [...new Set(speeds.map(({ backend }) => backend))];
  const lines = [...new Map(speeds.map(({ name, batch }) => [`${name}|${batch}`, { name, batch }])).values()];
  const rows = lines.map(({ name, batch }) => {
    const own = speeds.filter((one) => one.name === name && one.batch === batch);
    const compiled = own.find(({ backend }) => backend === 'compiled');
    const rate = compiled?.stepsPerSecond;
    const eager = Math.max(0, ...own.map(({ backend, stepsPerSecond }) => (backend === 'compiled' ? 0 : (stepsPerSecond ?? 0))));
    const share = ((rate ?? 0) * (compiled?.multiplyAdds ?? 0)) / peak;
    return [
      name.padEnd(12),
      String(batch).padStart(6),
      ...backends.map((backend) => whole(own.find((one) => one.backend === backend)?.stepsPerSecond).padStart(11)),
      whole(rate === undefined ? undefined : rate * batch).padStart(13),
      times(rate === undefined ? NaN : rate / eager).padStart(9),
      (share > 0 ? `${(100 * share).toFixed(1)} %` : '-').padStart(8),
      (compiled?.firstStep === undefined ? '-' : compiled.firstStep.toFixed(0)).padStart(9),
    ].join('');
  });
  const head = [
    'model'.padEnd(12),
    'batch'.padStart(6),
    ...backends.map((one) => one.padStart(11)),
    'samples/s'.padStart(13),
    'ratio'.padStart(9),
    'of peak'.padStart(8),
    'first ms'.padStart(9),
  ].join('');
  return [
    `${title}: steps/s; of the compiled step samples/s, how many times the best eager backend, share of the peak`,
    head,
    ...rows,
  ].join('\n');
}
