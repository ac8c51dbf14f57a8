/** Whatever a knob can be turned to, the demo is built and printed. A new folder in src/demos is tested by being there. */
import { describe, expect, it } from 'vitest';
import { loadOwnCode, loadProgram } from '../../src/demos/load-code';
import { demos } from '../../src/demos/registry';
import { defaultsOf, formatValue, onGrid, parseValue } from '../../src/demos/resolve';
import type { Demo, Parameter, Value, Values } from '../../src/demos/declaration';
import { useBackend } from '../../src/engine/worker/backends/backends';
import { buildModel } from '../../src/engine/worker/model/build-model';
import { loadDefinition } from '../../src/engine/worker/model/load-definition';
import { disposeModel } from '../../src/engine/worker/compiled/weights';
import { buildNetwork } from '../../src/ml/network';
import { createRandom } from '../../src/ml/random';
import { printProgram } from '../../src/ml/blueprint/code';
import { describeNetwork } from '../../src/ml/blueprint/describe';

/** Parameters of a network that is drawn up quickly, all variables together. */
const SMALL = 3e5;

/** Where a knob can be turned to: both ends, the middle, every option, every length of a list. A text is free. */
function placesOf(parameter: Parameter): readonly Value[] {
  switch (parameter.kind) {
    case 'range':
      return [parameter.min, onGrid(parameter, (parameter.min + parameter.max) / 2), parameter.max];
    case 'toggle':
      return [true, false];
    case 'choice':
      return Object.keys(parameter.options);
    case 'choices':
      return Object.keys(parameter.options).map((name) => [name]);
    case 'set':
      return [...Object.keys(parameter.options).map((name) => [name]), Object.keys(parameter.options)].filter(
        ({ length }) => length >= parameter.least,
      );
    case 'sizes':
      return [[], [parameter.min], [parameter.max], Array.from({ length: parameter.most }, () => parameter.min)];
    case 'text':
      return [parameter.value];
  }
}

/** The defaults with one knob turned; where it is hidden at the defaults, another knob is turned so that it shows. */
function turned(demo: Demo, name: string, value: Value): Values {
  const defaults = defaultsOf(demo);
  const { when } = demo.parameters[name] ?? {};
  const worlds = Object.entries(demo.parameters).flatMap(([other, parameter]) =>
    placesOf(parameter).map((place) => ({ ...defaults, [other]: place })),
  );
  const shown = when === undefined ? defaults : ([defaults, ...worlds].find(when) ?? defaults);
  return { ...shown, [name]: value };
}

/** Every knob at every place, and all sliders at one end together. */
function settingsOf(demo: Demo): readonly Values[] {
  const entries = Object.entries(demo.parameters);
  const end = (which: 'min' | 'max'): Values => ({
    ...defaultsOf(demo),
    ...Object.fromEntries(entries.flatMap(([name, one]) => (one.kind === 'range' ? [[name, one[which]]] : []))),
  });
  return [...entries.flatMap(([name, parameter]) => placesOf(parameter).map((value) => turned(demo, name, value))), end('min'), end('max')];
}

describe.each([...demos].map(([id, demo]) => ({ id, demo })))('$id', ({ id, demo }) => {
  it('offers on its sliders only values that its own links can say', () => {
    for (const [name, parameter] of Object.entries(demo.parameters))
      for (const value of placesOf(parameter))
        expect(parseValue(parameter, formatValue(value)), `${name} ${formatValue(value)}`).toEqual({ value });
  });

  it('builds its network and prints its program wherever its knobs stand', async () => {
    await useBackend('cpu');
    const failures: string[] = [];
    for (const values of settingsOf(demo)) {
      const where = Object.entries(values)
        .map(([name, value]) => `${name}=${formatValue(value)}`)
        .join(' ');
      try {
        const own = await loadOwnCode(id);
        const program = await loadProgram(id, values);
        for (const framework of ['tfjs', 'keras', 'pytorch'] as const) {
          const code = own === undefined ? program && printProgram(program, framework, 'en') : own(values as never, framework, 'en');
          expect(code?.length).toBeGreaterThan(300);
          expect(code).not.toMatch(/\b(?:NaN|undefined)\b/);
        }
        if (program !== undefined && describeNetwork(program.network).parameters < SMALL) {
          const network = buildNetwork(program.network, createRandom(1));
          for (const { variable } of network.variables) {
            expect(variable.dataSync().every(Number.isFinite)).toBe(true);
            variable.dispose();
          }
        }
        if (program === undefined) {
          const definition = await loadDefinition(id);
          if (definition === undefined) continue;
          const { model } = await buildModel({ demo: id, values, seed: demo.seed, interventions: [] }, definition);
          disposeModel(model);
        }
      } catch (error) {
        failures.push(`${where}: ${String(error)}`);
      }
    }
    expect(failures).toEqual([]);
  });
});
