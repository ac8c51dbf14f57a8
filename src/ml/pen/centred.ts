/** Side of the digits' images. */
export const DIGIT_SIDE = 28;

/**
 * Moves a drawing so that its centre of mass lies in the middle of a 28 x 28 image, to the nearest whole pixel, as MNIST's digits are
 * placed (LeCun et al. 1998, section III.A). What falls off the edge is lost; an empty drawing stays empty.
 * @param drawing [side, side], 0 to 1.
 */
export function centred(drawing: Float32Array, side: number): Float32Array {
  let [mass, sumX, sumY] = [0, 0, 0];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const value = drawing[row * side + column] ?? 0;
      mass += value;
      sumX += value * (column + 0.5);
      sumY += value * (row + 0.5);
    }
  }
  const image = new Float32Array(DIGIT_SIDE * DIGIT_SIDE);
  if (mass === 0) return image;
  const shiftX = Math.round(DIGIT_SIDE / 2 - sumX / mass);
  const shiftY = Math.round(DIGIT_SIDE / 2 - sumY / mass);
  for (let row = 0; row < DIGIT_SIDE; row++) {
    for (let column = 0; column < DIGIT_SIDE; column++) {
      const [fromRow, fromColumn] = [row - shiftY, column - shiftX];
      if (fromRow < 0 || fromRow >= side || fromColumn < 0 || fromColumn >= side) continue;
      image[row * DIGIT_SIDE + column] = drawing[fromRow * side + fromColumn] ?? 0;
    }
  }
  return image;
}
