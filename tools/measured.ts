/** `npm run measured -- <chapter …>`: every number of the text that came from a run, and what that run gives today. */
import { parseArgs } from 'node:util';
import { demos } from '../src/demos/registry';
import { readBook } from '../src/site/markdown/book';
import { checkMeasured } from '../src/site/markdown/check-measured';
import { formatProblems } from '../src/site/markdown/problem';
import { checkMeasurements } from './measured/check';
import { arraysOf } from './measured/runs';

const HELP = `npm run measured -- [chapter …]        measures every :measured of these chapters (of all), in both languages
npm run measured -- --arrays <demo>    lists the arrays that entry(…), most(…), average(…) … can be asked of`;

/** So many of the longest runs are named. */
const COSTLIEST = 5;

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values: flags, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { arrays: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (flags.help) {
    console.log(HELP);
    return 0;
  }
  if (flags.arrays !== undefined) {
    console.log((await arraysOf(flags.arrays)).join('\n'));
    return 0;
  }
  const book = await readBook(process.cwd(), 'content', demos);
  const known = [...new Set(book.chapters.map(({ id }) => id))];
  const unknown = positionals.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`there is no chapter "${unknown}"; there are: ${known.join(', ')}`);
  const chapters = book.chapters.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const problems = chapters.flatMap((chapter) => checkMeasured(chapter, book));
  if (problems.length > 0) console.log(formatProblems(problems));
  const { outcomes, carried } = await checkMeasurements(chapters);
  for (const { ok, line } of outcomes) console.log(`${ok ? 'ok ' : 'NOT'} ${line}`);
  const wrong = outcomes.filter(({ ok }) => !ok).length;
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  const total = carried.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  console.log(`\n${outcomes.length} numbers, ${wrong} of them not as measured; ${carried.length} runs in ${seconds(total)}, the longest:`);
  for (const { demo, settings, seed, steps, milliseconds } of carried
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, COSTLIEST)) {
    console.log(`  ${seconds(milliseconds)}  ${demo} seed=${seed}, ${steps} steps: ${settings}`);
  }
  return wrong > 0 || problems.length > 0 ? 1 : 0;
}
