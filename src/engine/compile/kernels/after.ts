/** What is done to a product's numbers before they are stored: maps, four neighbours of a row at a time. */
import type { Node } from '../graph/node';
import type { Group } from '../group';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Scalar, Type } from '../wasm/opcodes';
import { externalsOf, hoisted, shapeOfLoop, type External } from './loops';
import { emitMaps, mapsKey } from './maps';

/** Where four results lie: bytes from the start of a full array, and from that of a row's. Locals plus fixed offsets. */
export interface Place {
  readonly offset: number;
  readonly fixed: number;
  readonly column: number;
  readonly fixedColumn: number;
}

/** A product's last act. */
export interface After {
  readonly key: string;
  /** Read besides what the product reads. */
  readonly reads: readonly Node[];
  readonly writes: readonly Node[];
  readonly inPlace: ReadonlySet<Node>;
  /** Prepares what is the same for all results; then writes four of them, from the local that holds them. */
  begin(f: FunctionBuilder, reads: readonly number[], writes: readonly number[]): (value: number, place: Place, lanes: number) => void;
}

/** The end of a group whose head is a product of rows of `columns` results. */
export function afterProduct(group: Group, head: Node): After {
  const externals = group.maps.length === 0 ? [] : externalsOf(group, shapeOfLoop(group));
  const read = externals.filter(({ access }) => access !== 'uniform');
  const reads = [...new Set(read.map(({ source }) => source))];
  const broadcastSources = new Set(read.filter(({ access }) => access !== 'full').map(({ source }) => source));
  const nameOf = (input: Node): string => {
    const external = externals.find((one) => one.input === input);
    if (external === undefined) return 'product';
    if (external.source.operation.kind === 'uniform') return String(external.source.operation.value);
    return `${external.access}${reads.indexOf(external.source)}`;
  };
  const all = [head, ...group.maps];
  return {
    key: `${mapsKey(group.maps, nameOf)} -> ${group.results.map((node) => all.indexOf(node)).join()}`,
    reads,
    writes: group.results,
    inPlace: new Set(read.filter(({ access, source }) => access === 'full' && !broadcastSources.has(source)).map(({ source }) => source)),
    begin(f, readAt, writeAt) {
      const address = (source: Node): number => readAt[reads.indexOf(source)] ?? 0;
      const shared = hoisted(f, externals, address);
      const target = f.local(Type.i32);
      return (value, place, lanes) => {
        const values = new Map([...shared, [head, value] as const]);
        emitMaps(f, group.maps, values, (input) => loadAt(f, externals, input, place, address));
        group.results.forEach((node, index) => {
          f.get(place.offset)
            .get(writeAt[index] ?? 0)
            .scalar(Scalar.i32Add)
            .set(target);
          f.store(place.fixed, lanes, target, values.get(node) ?? value);
        });
      };
    },
  };
}

function loadAt(f: FunctionBuilder, externals: readonly External[], input: Node, place: Place, address: (source: Node) => number): void {
  const external = externals.find((one) => one.input === input);
  if (external === undefined) throw new Error('an input after a product is not known');
  const full = external.access === 'full';
  f.get(full ? place.offset : place.column)
    .get(address(external.source))
    .scalar(Scalar.i32Add)
    .load(full ? place.fixed : place.fixedColumn);
}
