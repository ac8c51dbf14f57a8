import type { Random } from '../../ml/random';

/** The stream of the first weights of a map's networks: all begin with the same draws, each by its own scale. */
export function weightsOf(random: Random, draw: number): Random {
  return random.fork('weights').fork(draw);
}
