import { cast, gather } from '@tensorflow/tfjs-core';
import { firstInput, variableOf, type Layer } from './layer';

/** Rows of the table by number: x [batch, …] of whole numbers -> [batch, …, units]. */
export const embedding: Layer = { apply: (call) => gather(variableOf(call, 'table'), cast(firstInput(call), 'int32')) };
