/** A network that has learned a text of the reader's own is saved as files and loaded into another run: it writes the same text there. */
import { expect, it } from 'vitest';
import { demos } from '../../src/demos/registry';
import { askedValues, defaultsOf } from '../../src/demos/resolve';
import { exportLayersModel } from '../../src/engine/worker/model/export-model';
import { ask } from '../../src/engine/worker/run/ask';
import { labTrainer } from '../../src/engine/worker/lab';
import { alwaysWanted } from '../../src/engine/worker/still-wanted';
import type { Trainer } from '../../src/engine/worker/run/trainer';
import { layersModelFiles, readLayersModel } from '../../src/shell/saved-model/layers-model';
import { weightsFor } from '../../src/shell/saved-model/model-fit';

const SENTENCE = 'البحر واسع، والسفينة صغيرة. 海很大，船很小。🌊⛵ The sea is wide, the ship is small.\n';
const text = SENTENCE.repeat(12);
const ownData = { kind: 'text', text, characters: Array.from(text).length, distinct: new Set(text).size } as const;

it.each(['rnn', 'lstm', 'gru'])(
  'char-model on a text in three scripts, cell %s: saved, loaded, and writing what it wrote',
  async (cell) => {
    const demo = demos.get('char-model');
    if (demo === undefined) throw new Error('there is no char-model');
    const values = { ...defaultsOf(demo), cell, units: 16, length: 16, prompt: '海', temperature: 0.7 };
    const written = async (trainer: Trainer): Promise<readonly number[]> => {
      const { texts } = await ask(trainer, { question: 'writing', values: askedValues(demo, values), seed: 1 }, alwaysWanted);
      return Array.from(texts?.data ?? []);
    };
    const learned = await labTrainer('compiled', 'char-model', demo, { values, ownData });
    const other = await labTrainer('compiled', 'char-model', demo, { values, ownData, seed: 2 });
    try {
      while (learned.step < 40) learned.advance();
      const said = await written(learned);
      expect(new Set(said).size).toBeGreaterThan(5);
      expect(await written(other)).not.toEqual(said);
      const { topology, weights } = await exportLayersModel(learned.model);
      const { json, binary } = layersModelFiles(topology, weights);
      const read = readLayersModel(JSON.parse(json) as Record<string, unknown>, new Map([['weights.bin', binary]]));
      if ('problem' in read) throw new Error(read.problem.en);
      const { spec } = other.model;
      const fitting = spec === undefined ? undefined : weightsFor(spec, read);
      if (fitting === undefined || 'problem' in fitting) throw new Error(fitting?.problem.en ?? 'char-model has no network');
      other.load(fitting.arrays);
      expect(await written(other)).toEqual(said);
    } finally {
      learned.dispose();
      other.dispose();
    }
  },
);
