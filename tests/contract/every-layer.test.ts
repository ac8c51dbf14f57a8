/** Every layer of the table, by its examples: all that its description, its code and its row for Keras say of it is tried. */
import { mul, range, reshape, sin, sum, tidy, variableGrads, type NamedTensorMap, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileNow, recordHead, sourceOfHeads, type Head } from '../../src/engine/compile/heads';
import { ReaderError } from '../../src/engine/worker/reader-error';
import { layers } from '../../src/ml/layers';
import { createRandom } from '../../src/ml/random';
import { layerCodes } from '../../src/ml/blueprint/code/layers';
import { printNetwork } from '../../src/ml/blueprint/code/network-code';
import { describeNetwork } from '../../src/ml/blueprint/describe';
import { layerDescriptions } from '../../src/ml/blueprint/layers';
import { silencing } from '../../src/ml/blueprint/outgoing';
import { hasPython, misreadByPython, saidBy } from '../programs/run';
import { expectClose, on } from '../unit/ml/support';
import { built, CASES, isRefused, movedUnit, ofUnit, outputOf, silence, toTensors } from './layer-examples';
import { expectSame, samplesOf } from './saved-model';

beforeAll(() => on('cpu'));

describe('the tables of layers', () => {
  it('have the same rows: what can be described can be computed and printed, and has examples', () => {
    const names = Object.keys(layerDescriptions).sort();
    expect(Object.keys(layers).sort()).toEqual(names);
    expect(Object.keys(layerCodes).sort()).toEqual(names);
    for (const [name, { examples }] of Object.entries(layerDescriptions)) expect(examples.length, name).toBeGreaterThan(0);
  });
});

describe.each(CASES)('$title', ({ name, description, spec }) => {
  const shapes = describeNetwork(spec).shapes;
  const shape = shapes['one'] ?? [];
  const [node] = spec.nodes;
  if (node === undefined) throw new Error('an example has one node');
  const place = { node, inputs: node.from.map((id) => shapes[id] ?? []) };

  it('gives the described shape', () => {
    const network = built(spec);
    expect(outputOf(network, samplesOf(spec, 3)).shape).toEqual([3, ...shape]);
    network.dispose();
  });

  it('is compiled what it is eagerly, gradients and changes of state too', () => {
    const network = built(spec);
    const samples = { ...samplesOf(spec, 3), ...network.masks(3, createRandom(4)) };
    /** Output, the gradients of a weighted sum of it, and what the step changes besides, by name. */
    const run = (inputs: Readonly<Record<string, Tensor>>): Record<string, Tensor> => {
      const applied = network.apply(inputs, { training: true, masks: inputs });
      const weighted = (): Scalar => {
        const [output] = network.apply(inputs, { training: true, masks: inputs }).outputs;
        if (output === undefined) throw new Error('the network gave no output');
        return sum(mul(output, sin(reshape(range(0, output.size), output.shape))));
      };
      const { grads }: { readonly grads: NamedTensorMap } =
        network.variables.length === 0
          ? { grads: {} }
          : variableGrads(
              weighted,
              network.variables.map((one) => one.variable),
            );
      return {
        ...Object.fromEntries(applied.outputs.map((output) => ['output', output])),
        ...Object.fromEntries(
          network.variables
            .map((one) => [one.name, grads[one.variable.name]])
            .filter((pair): pair is [string, Tensor] => pair[1] !== undefined),
        ),
        ...Object.fromEntries(applied.updates.map(({ value }, i) => [`update${i}`, value])),
      };
    };
    const eager = tidy(() => Object.fromEntries(Object.entries(run(toTensors(samples))).map(([key, one]) => [key, [...one.dataSync()]])));
    const variables = new Map([...network.variables, ...network.state].map((one) => [one.name, one.variable]));
    const recorded = (): Head =>
      recordHead(variables, (collector) => {
        const inputs = Object.fromEntries(
          Object.entries(samples).map(([key, array]) => [
            key,
            collector.recorded.input(key, array.shape, array.data instanceof Int32Array ? 'int32' : 'float32'),
          ]),
        );
        for (const [key, value] of Object.entries(run(inputs))) collector.give(key, value);
      });
    if (Number(node.options['multiplier'] ?? 1) > 1) {
      // The one thing that is known to run eagerly alone.
      expect(recorded).toThrow('several filters for each channel');
      network.dispose();
      return;
    }
    const compiled = compileNow(sourceOfHeads(variables, { run: recorded() }));
    for (const [key, variable] of variables) compiled.array(`state/${key}`).set(variable.dataSync<'float32'>());
    for (const [key, { data }] of Object.entries(samples))
      if (compiled.has(`run/input/${key}`)) compiled.array(`run/input/${key}`).set(data);
    compiled.run('run');
    expect(Object.keys(eager).length).toBeGreaterThan(network.variables.length);
    for (const [key, wanted] of Object.entries(eager)) {
      const scale = Math.max(1, ...wanted.map(Math.abs));
      expectClose(
        [...compiled.array(`run/${key}`)].map((value) => value / scale),
        wanted.map((value) => value / scale),
        1e-5,
      );
    }
    network.dispose();
  });

  if (description.hears !== undefined)
    it('does not hear a unit of an input whose weights are zero', () => {
      for (const [source, id] of node.from.entries()) {
        const units = shapes[id]?.at(-1) ?? 1;
        for (const unit of new Set([0, units - 1])) {
          const network = built(spec);
          const samples = samplesOf(spec, 2);
          const other = movedUnit(samples, id, unit, units);
          expect(outputOf(network, other)).not.toEqual(outputOf(network, samples));
          silence(
            network,
            (description.hears?.(place, source, [unit]) ?? []).map(({ role, indices }) => ({ variable: `one/${role}`, indices })),
          );
          expectClose(outputOf(network, other).data, outputOf(network, samples).data, 1e-6);
          network.dispose();
        }
      }
    });

  it('hands units on as it says', () => {
    if (description.units === 'mixed') return;
    const network = built(spec);
    const samples = samplesOf(spec, 1);
    const before = outputOf(network, samples).data;
    let offset = 0;
    for (const id of node.from) {
      const units = shapes[id]?.at(-1) ?? 1;
      const moved = movedUnit(samples, id, 0, units);
      const changed = outputOf(network, moved).data.flatMap((value, i) => (value === before[i] ? [] : [i]));
      const total = shape.at(-1) ?? 1;
      // In a row, the unit's number goes on from place to place; side by side, inputs are counted one after the other.
      const isOfUnit = (i: number): boolean => (description.units === 'flattened' ? i % units === 0 : i % total === offset);
      expect(changed.some(isOfUnit), id).toBe(true);
      if (description.units === 'joined') offset += units;
    }
    network.dispose();
  });

  it('gives nothing in a unit that is switched off', () => {
    const units = shape.at(-1) ?? 1;
    for (const unit of new Set([0, units - 1])) {
      const off = silencing(spec, 'one', unit);
      if (off === undefined) {
        expect(describeNetwork(spec).nodes['one']?.variables.some(({ role }) => role === 'kernel')).toBe(false);
        continue;
      }
      const network = built(spec);
      silence(network, off.parts);
      const { data } = outputOf(network, samplesOf(spec, 2));
      expect(new Set(ofUnit(data, units, unit).map(Math.abs))).toEqual(new Set([0]));
      expect(data.some((value) => value !== 0)).toBe(true);
      network.dispose();
    }
  });

  const inner = description.inner?.(node, place.inputs);
  if (inner !== undefined) {
    it('notes the values inside it in the shapes that it says', () => {
      const network = built(spec);
      tidy(() => {
        const noted = network.apply(toTensors(samplesOf(spec, 2)), { training: false }).inner();
        const wanted = Object.entries(inner).map(([role, value]) => [`one#${role}`, [2, ...value.shape]]);
        expect(Object.fromEntries(Object.entries(noted).map(([key, value]) => [key, value.shape]))).toEqual(Object.fromEntries(wanted));
      });
      network.dispose();
    });

    it('works differently without any part of them that is switched off', () => {
      for (const [role, { parts }] of Object.entries(inner)) {
        for (const part of new Set([0, parts - 1])) {
          const network = built(spec);
          const before = outputOf(network, samplesOf(spec, 2));
          const off = silencing(spec, `one#${role}`, part);
          expect(off?.through).toBe('inside');
          silence(network, off?.parts ?? []);
          expect(outputOf(network, samplesOf(spec, 2))).not.toEqual(before);
          network.dispose();
        }
        expect(silencing(spec, `one#${role}`, parts)).toBeUndefined();
      }
    });
  }

  it('is in printed TensorFlow.js what it is here, where its weights are the same', async () => {
    const network = built(spec);
    const samples = samplesOf(spec, 2);
    const arrays = [...network.variables, ...network.state].map(({ variable }) => ({
      shape: variable.shape,
      data: [...variable.dataSync()],
    }));
    const inputs = Object.keys(spec.inputs).map((id) => ({
      shape: samples[id]?.shape,
      data: [...(samples[id]?.data ?? [])],
      integer: samples[id]?.data instanceof Int32Array,
    }));
    const asked = [
      `const ours = ${JSON.stringify(arrays)}, given = ${JSON.stringify(inputs)};`,
      'const fits = JSON.stringify(ours.map((a) => a.shape)) === JSON.stringify(model.getWeights().map((w) => w.shape));',
      'if (fits) model.setWeights(ours.map((a) => tf.tensor(a.data, a.shape)));',
      "const made = model.predict(given.map((a) => tf.tensor(a.data, a.shape, a.integer ? 'int32' : 'float32')));",
      "console.log('result ' + JSON.stringify({ fits, shape: made.shape, data: [...made.dataSync()] }));",
    ];
    const said = await saidBy(`${printNetwork(spec, 'tfjs', 'en')}\n${asked.join('\n')}\n`);
    const [, text = '{}'] = /^result (.*)$/m.exec(said) ?? [];
    const result = JSON.parse(text) as { fits: boolean; shape: number[]; data: number[] };
    expect(result.shape).toEqual([2, ...shape]);
    // A convolution's groups are layers of their own in tfjs: their weights are not ours.
    const inPieces = name === 'conv2d' && Number(node.options['groups'] ?? 1) > 1;
    expect(result.fits).toBe(!inPieces);
    if (result.fits) expectClose(result.data, outputOf(network, samples).data, 1e-5);
    network.dispose();
  });

  it('predicts the same as a LayersModel, or is one of those that tfjs has no counterpart of, and is refused with its name', async () => {
    if (!isRefused(spec, node)) return expectSame(spec);
    await expect(expectSame(spec)).rejects.toThrow(ReaderError);
    await expect(expectSame(spec)).rejects.toThrow(new RegExp(`"(one|${name})"`));
  });
});

it.runIf(hasPython)('every layer’s code for Keras and PyTorch can be read by Python, and has no hole', () => {
  const printed: Record<string, string> = {};
  for (const { title, spec } of CASES) {
    for (const framework of ['keras', 'pytorch'] as const) printed[`${title}, ${framework}`] = printNetwork(spec, framework, 'zh');
  }
  for (const [title, code] of Object.entries(printed)) expect(code, title).not.toMatch(/undefined|NaN|\[object/);
  expect(misreadByPython(printed)).toEqual([]);
});
