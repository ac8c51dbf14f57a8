/** The inspector shows the values inside layers by their names, and switches their parts, without knowing a layer. */
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { UnitName } from '../../../src/engine/interventions';
import type { Probe } from '../../../src/engine/protocol';
import { layerGroups } from '../../../src/ml/blueprint/layer-groups';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { summarise } from '../../../src/ml/blueprint/statistics';
import { layerOfTensor, tensorsOf } from '../../../src/shell/inspector/layers';
import { PartSwitch } from '../../../src/shell/inspector/switch';
import { FakeSession } from './fake-session';

const spec: NetworkSpec = {
  name: 'cells',
  inputs: { x: [3, 2] },
  nodes: [
    { id: 'cell', layer: 'recurrent', from: ['x'], options: { cell: 'lstm', units: 4 } },
    { id: 'mix', layer: 'attention', from: ['cell'], options: { heads: 2 } },
  ],
  outputs: ['mix'],
};

/** @param off parts that are off. */
function shown(tensor: string, off: readonly UnitName[] = []): string {
  const session = new FakeSession({ recipe: { demo: 'none', values: {}, seed: 1, interventions: [] } } as never);
  session.spec = spec;
  session.unitsOff = off;
  return render(
    <PartSwitch
      controller={{ lang: 'en', session, attempt: () => undefined, intervene: () => Promise.resolve() }}
      tensor={tensor}
      id="a"
    />,
  );
}

describe('values inside layers in the inspector', () => {
  it('are listed with their layer, and lead back to it', () => {
    const summary = summarise([0, 1]);
    const names = [
      'activations/cell',
      'activations/cell#gates',
      'activations/cell#state',
      'activations/cellar',
      'weights/cell/kernel',
      'activations/mix#weights',
    ];
    const probe: Probe = {
      step: 0,
      loss: 0,
      metrics: {},
      summaries: Object.fromEntries(names.map((name) => [name, summary])),
      arrays: {},
      milliseconds: 0,
    };
    const [, cell] = layerGroups(spec);
    expect(cell === undefined ? [] : tensorsOf(cell, probe)).toEqual([
      'activations/cell',
      'activations/cell#gates',
      'activations/cell#state',
      'weights/cell/kernel',
    ]);
    expect(layerOfTensor('activations/mix#weights')).toBe('mix');
  });

  it('have parts that can be switched, of which there are as many as the layer says', () => {
    expect(shown('activations/cell#gates')).toContain('cell#gates: part 1 of 16');
    expect(shown('activations/mix#weights')).toMatch(/part 1 of 2.*Switch this part off/s);
    expect(shown('activations/mix#weights', [{ layer: 'mix#weights', unit: 0 }])).toContain('Switch this part on');
    expect(shown('activations/cell')).toBe('');
    expect(shown('weights/cell/kernel')).toBe('');
  });
});
