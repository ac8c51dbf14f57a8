/** `npm run bench`: how fast training steps are, compiled and on each backend, and what the engine costs over a bare loop. Ratios count; times are this machine's. */
import { parseArgs } from 'node:util';
import { inBrowser } from './bench/in-browser';
import { NETS, timedNet } from './bench/nets';
import { engineOverhead } from './bench/overhead';
import { measurePeak } from './bench/peak';
import { populationGains } from './bench/populations';
import { SPREAD, spreadWords } from './bench/spread';
import { stepSpeeds, type Speed } from './bench/step-speed';
import { subjects } from './bench/subjects';
import { table } from './bench/table';

const HELP = `npm run bench [-- --quick] [--node] [--only NAME]

Steps a second of four networks at four batch sizes, of 256 of one as a population, of a CNN, recurrent networks and
transformers: compiled, cpu and wasm in Node; these, webgl and webgpu in headless Chromium. Rounds in alternation, medians;
in Node by the processor's time, in Chromium by the wall's. "of peak" is the compiled
step's products against what one core can do in WebAssembly; "first ms" is the time from the model to its first step.
Then, in Chromium, 256 networks trained by one worker and by one for each core, and the engine's time over a bare loop's for the same steps.

  --quick       fewer and shorter rounds, one batch size each
  --node        without the browser
  --only NAME   this model alone; "sweep" for the 256 networks by one worker and by several`;

function failuresOf(speeds: readonly Speed[]): string[] {
  return [...new Set(speeds.flatMap(({ backend, failure }) => (failure === undefined ? [] : [`${backend}: ${failure}`])))];
}

async function overheads(quick: boolean): Promise<void> {
  console.log('The engine over a bare loop (its time for the same steps over the loop’s; recording included)');
  for (const backend of ['compiled', 'cpu', 'wasm'] as const) {
    for (const net of ['2-8-8-1', '2-64-64-1']) {
      const timed = timedNet({ hidden: NETS[net] ?? [], batch: 32 });
      const steps = (quick ? 400 : 1500) * (backend === 'compiled' ? 50 : 1);
      const ratio = await engineOverhead(timed, backend, { rounds: quick ? 5 : 9, steps, clock: processorTime });
      console.log(`${net.padEnd(12)}${backend.padStart(10)}${ratio.toFixed(3).padStart(10)}`);
    }
  }
}

/** Time of the processor: what others do on the machine is not the steps'. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      node: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  const effort = {
    quick: flags.quick,
    only: flags.only,
    ...(flags.quick ? { rounds: 3, milliseconds: 60 } : { rounds: 7, milliseconds: 150 }),
  };
  const peak = measurePeak(100, processorTime);
  console.log(`Peak of one core in WebAssembly: ${((2 * peak) / 1e9).toFixed(1)} GFLOP/s\n`);
  const speeds: Speed[] = [];
  if (flags.only !== SPREAD) {
    await stepSpeeds(subjects(effort), ['compiled', 'cpu', 'wasm'], { ...effort, clock: processorTime }, (speed) => speeds.push(speed));
    console.log([table('Node', speeds, peak), ...populationGains(speeds, peak), ''].join('\n'));
  }
  if (!flags.node) {
    const { speeds: seen, spread } = await inBrowser(['compiled', 'cpu', 'wasm', 'webgl', 'webgpu'], effort);
    if (seen.length > 0)
      console.log([table('Chromium, headless', seen, peak), ...populationGains(seen, peak), ...failuresOf(seen), ''].join('\n'));
    if (spread !== undefined) console.log(`${spreadWords(spread)}\n`);
  }
  if (flags.only === undefined) await overheads(flags.quick);
  return 0;
}
