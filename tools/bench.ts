/** `npm run bench`: how fast training steps are on each backend, and what the engine costs over a bare loop. Ratios count; times are this machine's. */
import { parseArgs } from 'node:util';
import { inBrowser } from './bench/in-browser';
import { netDefinition, NETS } from './bench/nets';
import { engineOverhead } from './bench/overhead';
import { stepSpeeds, type Speed } from './bench/step-speed';

const HELP = `npm run bench [-- --quick] [--node]

Steps a second of four networks at three batch sizes: cpu and wasm in Node; cpu, wasm, webgl and webgpu in headless
Chromium. Then the engine's time over a bare loop's for the same steps. Rounds in alternation, medians.

  --quick   fewer and shorter rounds
  --node    without the browser`;

function table(title: string, speeds: readonly Speed[]): string {
  const backends = [...new Set(speeds.map(({ backend }) => backend))];
  const rows = [...new Map(speeds.map(({ net, batch }) => [`${net}|${batch}`, { net, batch }])).values()].map(({ net, batch }) => {
    const cells = backends.map((backend) => {
      const speed = speeds.find((one) => one.net === net && one.batch === batch && one.backend === backend)?.stepsPerSecond;
      return (speed === undefined ? '-' : Math.round(speed).toLocaleString('en')).padStart(10);
    });
    return `${net.padEnd(12)}${String(batch).padStart(6)}${cells.join('')}`;
  });
  return [
    `${title} (steps/s)`,
    `${'net'.padEnd(12)}${'batch'.padStart(6)}${backends.map((one) => one.padStart(10)).join('')}`,
    ...rows,
  ].join('\n');
}

function failuresOf(speeds: readonly Speed[]): string[] {
  return [...new Set(speeds.flatMap(({ backend, failure }) => (failure === undefined ? [] : [`${backend}: ${failure}`])))];
}

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      node: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  const effort = flags.quick ? { rounds: 3, milliseconds: 60 } : { rounds: 7, milliseconds: 150 };
  const nodeSpeeds: Speed[] = [];
  await stepSpeeds(['cpu', 'wasm'], effort, (speed) => nodeSpeeds.push(speed));
  console.log(`${table('Node', nodeSpeeds)}\n`);

  if (!flags.node) {
    const speeds = await inBrowser(['cpu', 'wasm', 'webgl', 'webgpu'], effort);
    console.log([table('Chromium, headless', speeds), ...failuresOf(speeds), ''].join('\n'));
  }

  console.log('The engine over a bare loop (its time for the same steps over the loop’s; recording included)');
  for (const backend of ['cpu', 'wasm'] as const) {
    for (const net of ['2-8-8-1', '2-64-64-1']) {
      const definition = netDefinition({ hidden: NETS[net] ?? [], batch: 32 });
      const ratio = await engineOverhead(definition, backend, flags.quick ? { rounds: 5, steps: 400 } : { rounds: 9, steps: 1500 });
      console.log(`${net.padEnd(12)}${backend.padStart(6)}${ratio.toFixed(3).padStart(10)}`);
    }
  }
  return 0;
}
