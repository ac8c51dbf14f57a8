/** The printed descent computes what the demo does; run with tfjs in Node. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import chainRuleCode from '../../../src/demos/chain-rule/code';
import demo from '../../../src/demos/chain-rule/demo';
import { labTrainer } from '../../../src/engine/worker/lab';

const SETTINGS = [
  { expression: 'x/2 + y/2', start: 'x = 3, y = 1', goal: 0.5, learningRate: 0.1 },
  { expression: 'max(x, y, 1)^2 - exp(-x/4) + log(y) * tanh(x) - abs(-2)', start: 'x = 0.5, y = 1.5', goal: 1, learningRate: 0.01 },
] as const;

it.each(SETTINGS)('$expression: the printed program gives the demo’s values', async (values) => {
  const folder = join(import.meta.dirname, '../../../node_modules/.glassbox-code');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `chain-rule-${values.goal}.mjs`);
  writeFileSync(file, chainRuleCode(values, 'tfjs', 'en'));
  const output = execFileSync(process.execPath, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  rmSync(file);
  const printed = [...output.matchAll(/^\d+ (\S+)$/gm)].map((match) => Number(match[1]));
  expect(printed).toHaveLength(60);
  const trainer = await labTrainer('cpu', 'chain-rule', demo, { values });
  for (let i = 0; i < 60; i++) trainer.advance();
  const { evaluated } = await trainer.collect();
  trainer.dispose();
  printed.forEach((value, i) => expect(value).toBeCloseTo(evaluated['value']?.[i + 1] ?? NaN, 4));
});

it('prints Python with powers as **, tensors inside calls, and variables that cannot clash with its own', () => {
  const values = { ...SETTINGS[1], expression: 'max(torch, 1)^2 + relu(2)', start: 'torch = 0.5' };
  expect(chainRuleCode(values, 'pytorch', 'zh')).toContain(
    'result = lambda: ((torch.maximum(v["torch"], torch.tensor(float(1))) ** 2) + torch.relu(torch.tensor(float(2))))',
  );
  expect(chainRuleCode(values, 'keras', 'en')).toContain('tf.nn.relu(tf.constant(float(2)))');
});
