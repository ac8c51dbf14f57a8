/** How many there are of what a program learns from. */
import type { DataProgram } from '../program';

/** Number of classes of a program's labels; 1 for one score or value. */
export function classesOfData(data: DataProgram): number {
  return 'classes' in data ? data.classes : 1;
}

/** A share of a number of samples: never none, and never all where there are two. */
function partOf(count: number, share: number): number {
  return Math.max(1, Math.min(count - 1, Math.round(count * share)));
}

/** How many samples a program learns from: those that are not held out. */
export function trainCountOf(data: DataProgram): number {
  switch (data.kind) {
    case 'planar':
      return partOf(data.rows?.length ?? data.samples, data.trainShare);
    case 'strokes':
      return Math.round(data.samples * data.trainShare);
    case 'images':
    case 'marks':
      return data.train;
    case 'filtered':
      return data.picture === undefined ? data.samples : 1;
    case 'function':
    case 'copied':
      return data.samples;
    case 'rows':
      return data.rows.length;
  }
}
