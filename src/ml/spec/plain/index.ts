/** The table of layers that a page can compute by itself. A layer that is not in it runs in the worker alone. */
import type { LayerName } from '../layers';
import { activation } from './activation';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { flatten } from './flatten';
import type { PlainLayer } from './plain-layer';
import { averagePool, maxPool } from './pooling';

export const plainLayers: Readonly<Partial<Record<LayerName, PlainLayer>>> = { conv2d, maxPool, averagePool, dense, flatten, activation };
