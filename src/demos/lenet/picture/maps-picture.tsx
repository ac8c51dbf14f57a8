/** What every layer makes of the image: maps as small pictures, dense layers as strips. */
import { at, atOr } from '../../../base/at';
import { Raster } from '../../../views/parts/raster';
import type { PlainArray, Reading } from './reading';

const GAP = 3;
const LINE = 17;
/** Cells of a dense layer's strip in a row. */
const STRIP = 60;

/** Layers that are drawn: what comes out of activations and poolings, of each its own scale. */
export function drawnLayers({ layers }: Reading): readonly (readonly [id: string, output: PlainArray])[] {
  const active = layers.filter(([id, { shape }]) => (shape.length === 3 && !/^conv\d+$/.test(id)) || /^dense\d+-/.test(id));
  return active;
}

export function largestOf({ data }: PlainArray): number {
  return data.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0) || 1;
}

/** Height of maps relative to one another, by the pixels they have: early ones large, late ones small. */
function mapSize([rows = 1, , count = 1]: readonly number[], width: number): number {
  return Math.min(width / count - GAP, 12 + 1.7 * rows);
}

export function MapsPicture({ reading, width }: { readonly reading: Reading; readonly width: number }) {
  let y = 0;
  return (
    <g class="gb-feature-maps">
      {drawnLayers(reading).map(([id, output]) => {
        const { shape, data } = output;
        const scale = largestOf(output);
        const top = y + LINE;
        // A layer of units has one number of them, and is drawn as a column.
        const [rows, columns, count] = [at(shape, 0), atOr(shape, 1, 1), atOr(shape, 2, 1)];
        const isImage = shape.length === 3;
        const size = isImage ? mapSize(shape, width) : width;
        const lines = Math.ceil(data.length / STRIP);
        y = top + (isImage ? size * (rows / Math.max(1, columns)) : (width / STRIP) * lines) + 5;
        return (
          <g key={id}>
            <text x={0} y={top - 5}>
              <tspan class="gb-label">{id}</tspan>
              <tspan dx={8}>{`${shape.join(' × ')}`}</tspan>
            </text>
            {isImage ? (
              Array.from({ length: count }, (_, map) => (
                <Raster
                  values={data}
                  rows={rows}
                  columns={columns}
                  offset={map}
                  stride={count}
                  x={map * (size + GAP)}
                  y={top}
                  size={size}
                  scale={scale}
                  colours="signed"
                  key={map}
                />
              ))
            ) : (
              <Raster values={data} rows={lines} columns={STRIP} x={0} y={top} size={width} scale={scale} colours="signed" />
            )}
          </g>
        );
      })}
    </g>
  );
}
