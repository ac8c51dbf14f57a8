import type { PlainLayer } from './plain-layer';

/** x W + b over the last dimension; zeros cost nothing. */
export const dense: PlainLayer = (node, [input], weight) => {
  const kernel = weight('kernel');
  const bias = node.options['useBias'] === false ? [] : weight('bias');
  if (input === undefined || kernel === undefined || bias === undefined) return undefined;
  const [units, fan] = [Number(node.options['units']), input.shape.at(-1) ?? 1];
  const rows = input.data.length / fan;
  const data = new Float32Array(rows * units);
  for (let row = 0; row < rows; row++) {
    const sums = data.subarray(row * units, (row + 1) * units);
    for (let unit = 0; unit < units; unit++) sums[unit] = bias[unit] ?? 0;
    for (let i = 0; i < fan; i++) {
      const value = input.data[row * fan + i] ?? 0;
      if (value === 0) continue;
      for (let unit = 0; unit < units; unit++) sums[unit] = (sums[unit] ?? 0) + value * (kernel[i * units + unit] ?? 0);
    }
  }
  return { shape: [...input.shape.slice(0, -1), units], data };
};
