/** `npm run demo -- <id> …`: a demo's run without a browser, as JSON lines. */
import { parseArgs } from 'node:util';
import { demos } from '../src/demos/registry';
import { formatValue, resolveValues } from '../src/demos/resolve';
import { labTrainer, trainFor } from '../src/engine/worker/lab';

const HELP = `npm run demo -- <id> [--set name=value …] [--seed n] [--steps n] [--every n] [--backend compiled|cpu|wasm]

Trains a demo and prints one JSON object a line: {"step", "loss", …metrics}, then {"done": true, …}.`;

function listDemos(): string {
  const parts = [...demos].map(([id, demo]) => {
    const parameters = Object.entries(demo.parameters).map(([name, parameter]) => {
      const range =
        parameter.kind === 'range'
          ? `${parameter.min} … ${parameter.max}`
          : 'options' in parameter
            ? Object.keys(parameter.options).join(' | ')
            : parameter.kind;
      return `    ${name} = ${formatValue(parameter.value)}   (${range})`;
    });
    return `  ${id}: ${demo.title.en}\n${parameters.join('\n')}`;
  });
  return `Demos and their parameters:\n\n${parts.join('\n\n')}`;
}

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} ${text}: should be a whole number from 0`);
  return value;
}

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
      steps: { type: 'string' },
      every: { type: 'string', default: '50' },
      backend: { type: 'string', default: 'compiled' },
      help: { type: 'boolean', default: false },
    },
  });
  const [id] = positionals;
  if (flags.help || id === undefined) {
    console.log(`${HELP}\n\n${listDemos()}`);
    return flags.help ? 0 : 1;
  }
  const demo = demos.get(id);
  if (demo === undefined) throw new Error(`there is no demo "${id}"; there are ${[...demos.keys()].join(', ')}`);
  const texts = Object.fromEntries(flags.set.map((one) => [one.slice(0, Math.max(0, one.indexOf('='))), one.slice(one.indexOf('=') + 1)]));
  const { values, problems } = resolveValues(demo, texts);
  if (problems.length > 0) throw new Error(problems.map(({ parameter, message }) => `${id}: ${parameter}: ${message.en}`).join('\n'));
  if (flags.backend !== 'compiled' && flags.backend !== 'cpu' && flags.backend !== 'wasm') {
    throw new Error(`--backend ${flags.backend}: should be compiled, cpu or wasm`);
  }
  const steps = flags.steps === undefined ? demo.steps : whole(flags.steps, 'steps');
  const every = Math.max(1, whole(flags.every, 'every'));
  const trainer = await labTrainer(flags.backend, id, demo, {
    values,
    ...(flags.seed === undefined ? {} : { seed: whole(flags.seed, 'seed') }),
  });
  const metrics: Record<string, number> = {};
  const started = performance.now();
  await trainFor(trainer, 0, () => undefined);
  for (let step = 0; step < steps; step += every) {
    await trainFor(trainer, Math.min(every, steps - step), (block) => {
      for (const [name, series] of Object.entries(block.evaluated)) metrics[name] = series.at(-1) ?? metrics[name] ?? NaN;
      if (block.loss.length > 0) metrics['loss'] = block.loss.at(-1) ?? NaN;
    });
    console.log(JSON.stringify({ step: trainer.step, ...metrics }));
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    JSON.stringify({
      done: true,
      demo: id,
      backend: flags.backend,
      seed: flags.seed ?? demo.seed,
      steps,
      stepsPerSecond: Math.round(steps / seconds),
      values,
    }),
  );
  trainer.dispose();
  return 0;
}
