/** Printed TensorFlow.js programs, run as a reader would: as files, beside an installed `@tensorflow/tfjs`. */
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Ran {
  /** What it printed, and what it complained of, in lines. */
  readonly said: string;
  readonly complaints: string;
  /** Why it ended before its last line. */
  readonly failure?: string;
}

interface Runner {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly waiting: Map<number, (ran: Ran) => void>;
}

let runner: Runner | undefined;
let count = 0;

function isAnswer(message: unknown): message is Ran & { readonly id: number } {
  return typeof message === 'object' && message !== null && 'id' in message && 'said' in message;
}

function start(): Runner {
  const shared = join(import.meta.dirname, '../../node_modules/.glassbox-code');
  mkdirSync(shared, { recursive: true });
  const folder = mkdtempSync(join(shared, 'run-'));
  // Where the programs lie, so that both mean the same copy of tfjs.
  const script = join(folder, 'child.mjs');
  copyFileSync(join(import.meta.dirname, 'child.mjs'), script);
  const child = fork(script, { execArgv: [], stdio: 'ignore' });
  const waiting: Runner['waiting'] = new Map();
  child.on('message', (message) => {
    if (isAnswer(message)) waiting.get(message.id)?.(message);
  });
  child.on('exit', (code) => {
    for (const answer of waiting.values()) answer({ said: '', complaints: '', failure: `the process ended with ${code}` });
    rmSync(folder, { recursive: true, force: true });
  });
  child.unref();
  process.on('exit', () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return { child, folder, waiting };
}

/** Runs a program; one process serves all of a test file. `files` are put into the folder `data` beside it. */
export async function runProgram(code: string, files: Readonly<Record<string, Uint8Array>> = {}): Promise<Ran> {
  runner ??= start();
  const { child, folder, waiting } = runner;
  const id = count++;
  const own = join(folder, String(id));
  mkdirSync(join(own, 'data'), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(own, 'data', name), bytes);
  const file = join(own, 'program.mjs');
  writeFileSync(file, code);
  try {
    return await new Promise<Ran>((resolve) => {
      waiting.set(id, resolve);
      child.send({ id, file: pathToFileURL(file).href });
    });
  } finally {
    waiting.delete(id);
    rmSync(own, { recursive: true, force: true });
  }
}

/** What a program prints. Throws where it does not come to its end. */
export async function saidBy(code: string, files?: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const { said, complaints, failure } = await runProgram(code, files);
  if (failure !== undefined) throw new Error([failure, complaints, code].filter((part) => part !== '').join('\n'));
  return said;
}

/** The losses that a program prints while it trains. */
export function lossesIn(said: string): number[] {
  return [...said.matchAll(/^\d+ (\S+)$/gm)].map((match) => Number(match[1]));
}

/** True where this machine can say whether Python can read a program. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What Python finds wrong in programs, by name: only how they are written, not what they do. */
export function misreadByPython(programs: Readonly<Record<string, string>>): string[] {
  const script = [
    'import ast, json, sys',
    'for name, code in json.load(sys.stdin).items():',
    '    try:',
    '        compile(code, name, "exec")',
    '    except SyntaxError as error:',
    '        print(name, error)',
  ].join('\n');
  const { stdout, stderr } = spawnSync('python3', ['-c', script], { input: JSON.stringify(programs), encoding: 'utf8' });
  return `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
}
