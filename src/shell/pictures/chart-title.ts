import type { MetricSpec } from '../../demos/declaration';
import { shellText } from '../../i18n/shell';
import type { Lang, Text } from '../../i18n/text';

/** What several metrics may have in common, by the word that all their names hold. */
const COMMON = [
  [shellText.lossChart, '损失', 'loss'],
  [shellText.accuracyChart, '准确率', 'accuracy'],
  [shellText.errorChart, '误差', 'error'],
  [shellText.differenceChart, '差', 'difference'],
] as const;

/** What is said over several metrics that have no word in common. */
function mixed(metrics: readonly MetricSpec[]): Text {
  if (metrics.every(({ format }) => format === 'percent')) return shellText.shareChart;
  return metrics.every(({ chart }) => chart === 'loss') ? shellText.lossAndErrorChart : shellText.otherChart;
}

/** The heading of a chart: the name of its only curve, or what its curves have in common. It never promises what none of them is. */
export function chartTitle(metrics: readonly MetricSpec[], lang: Lang): string {
  const unit = metrics[0]?.unit?.[lang];
  if (unit !== undefined && metrics.every((metric) => metric.unit?.[lang] === unit)) return unit;
  const [only, ...more] = metrics;
  if (only !== undefined && more.length === 0) {
    const name = only.label[lang];
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
  const [title] = COMMON.find(([, zh, en]) => metrics.every(({ label }) => label.zh.includes(zh) && label.en.includes(en))) ?? [];
  return (title ?? mixed(metrics))[lang];
}
