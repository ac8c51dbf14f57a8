/** The kernel and bias that dense layers and convolutions have in common. */
import { INITIALISER_NAMES } from './initialiser-names';
import { nameOption, numberOption, type VariableDescription } from './layer-description';
import type { NodeSpec, Shape } from './network-spec';

/** True for the name of a weight that penalties and decay are of: a kernel (`output/kernel`, `cell/recurrentKernel`), and no bias, scale or table. */
export function isKernel(name: string): boolean {
  return /(?:\/k|K)ernel$/.test(name);
}

/**
 * Reads the options initialiser (default xavierUniform), initialScale (factor, or the value/deviation of constant/normal/uniform),
 * useBias, biasInitialiser (default constant), initialBias (its scale, default 0) and trained (default true).
 * @param outputs length of the bias.
 * @param drawnAs the shape by which an initialiser counts the kernel's fans, where it is not the kernel's own.
 */
export function kernelAndBias(node: NodeSpec, kernel: Shape, outputs: number, drawnAs: Shape = kernel): readonly VariableDescription[] {
  const initialiser = nameOption(node, 'initialiser', 'xavierUniform', INITIALISER_NAMES);
  // The value itself where it is constant, else a factor, a deviation or a bound.
  const scale = numberOption(node, 'initialScale', 1, initialiser === 'constant' ? -Infinity : 0);
  const bias = numberOption(node, 'initialBias', 0, -Infinity);
  const biasInitialiser = nameOption(node, 'biasInitialiser', 'constant', INITIALISER_NAMES);
  const trained = node.options['trained'] !== false;
  return [
    { role: 'kernel', shape: kernel, drawnAs, initialiser, initialiserOptions: { scale }, trained },
    ...(node.options['useBias'] === false
      ? []
      : [{ role: 'bias', shape: [outputs], initialiser: biasInitialiser, initialiserOptions: { scale: bias }, trained }]),
  ];
}
