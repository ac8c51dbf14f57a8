/** A head whose results are tensors, recorded, and numbers or arrays that are known as it is recorded. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { recordHead, type Head } from '../../compile/heads';
import type { Compiled } from '../../compile/plan/compiled';
import type { HostArray } from '../../../ml/model';
import { isHostArray } from '../model/tensors';
import { recordedInputs } from './compiled-look';
import type { Variables } from './head-arrays';

/** A picture's or evaluation's arrays: those that are tensors, recorded, and those that are not. */
export interface Mixed {
  readonly head: Head;
  readonly given: Readonly<Record<string, HostArray | number>>;
}

/** Records it. @param inputs what it is given, by shape. */
export function recordMixed(
  variables: Variables,
  make: (inputs: Readonly<Record<string, Tensor>>) => Readonly<Record<string, Tensor | HostArray | number>>,
  inputs: Readonly<Record<string, HostArray>> = {},
): Mixed {
  const given: Record<string, HostArray | number> = {};
  const head = recordHead(variables, (collector) => {
    for (const [name, value] of Object.entries(make(recordedInputs(collector, inputs)))) {
      if (typeof value === 'number') given[name] = value;
      else if (isHostArray(value)) given[name] = { shape: value.shape, data: value.data.slice() };
      else collector.give(name, value);
    }
  });
  return { head, given };
}

/** Runs a head that has numbers alone, and reads them. */
export function readNumbers(compiled: Compiled, name: string, { head, given }: Mixed): Record<string, number> {
  if (head.outputs.size > 0) compiled.run(name);
  const numbers: Record<string, number> = {};
  for (const output of head.outputs.keys()) numbers[output] = compiled.array(`${name}/${output}`)[0] ?? NaN;
  for (const [output, value] of Object.entries(given)) if (typeof value === 'number') numbers[output] = value;
  return numbers;
}
