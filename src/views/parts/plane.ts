/** The plane that two-dimensional demos share: where its points stand in a picture. */

/** Half the side of the plane. */
export const EXTENT = 6;
/** Room for the axes at the left and below. */
export const EDGE = 18;

export type Place = readonly [x1: number, x2: number];

export interface Plane {
  /** Side of the square in user units. */
  readonly size: number;
  /** User units for one of the plane's. */
  readonly scale: number;
  readonly at: (x1: number, x2: number) => readonly [number, number];
  /** The place at a share of the square's width and height, counted from the top left. */
  readonly placeAt: (share: readonly [number, number]) => Place;
}

/** The largest square plane that a picture has room for. */
export function planeOf(width: number, height: number): Plane {
  const size = Math.min(width - EDGE, height - EDGE);
  const scale = size / (2 * EXTENT);
  return {
    size,
    scale,
    at: (x1, x2) => [EDGE + (x1 + EXTENT) * scale, (EXTENT - x2) * scale],
    placeAt: ([across, down]) => [(2 * across - 1) * EXTENT, (1 - 2 * down) * EXTENT],
  };
}

/** True for a point of the plane that is shown; the reader's own may lie anywhere. */
export function isInside([x1, x2]: readonly [x1: number, x2: number, ...rest: number[]]): boolean {
  return Math.abs(x1) <= EXTENT && Math.abs(x2) <= EXTENT;
}

/** A place moved by an arrow key (with shift, farther), kept on the plane; undefined for any other key. */
export function movedByKey([x1, x2]: Place, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Place | undefined {
  const step = shiftKey ? 1 : 0.25;
  const moves: Readonly<Record<string, Place>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, step],
    ArrowDown: [0, -step],
  };
  const move = moves[key];
  const kept = (value: number): number => Math.max(-EXTENT, Math.min(EXTENT, value));
  return move === undefined ? undefined : [kept(x1 + move[0]), kept(x2 + move[1])];
}
