/** Losses by name (`ml/losses`). */
export type LossName = 'meanSquaredError' | 'crossEntropy' | 'binaryCrossEntropy' | 'hinge';
export const LOSS_NAMES: readonly LossName[] = ['meanSquaredError', 'crossEntropy', 'binaryCrossEntropy', 'hinge'];
