/**
 * `node tools/fetch-mnist.mjs [address]`: puts MNIST's four files into public/data/, so that a site of one's own offers them. Only
 * this script, run by whoever hosts a site, goes to another address; the pages never do. What comes is checked against known sums.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The mirror that PyTorch's own loader uses first. */
const MIRROR = 'https://ossci-datasets.s3.amazonaws.com/mnist/';

/** MD5 sums as torchvision.datasets.MNIST lists them: they tell damaged files, and are no guard against ill will. */
export const FILES = {
  'train-images-idx3-ubyte.gz': 'f68b3c2dcbeaaa9fbdd348bbdeb94873',
  'train-labels-idx1-ubyte.gz': 'd53e105ee54ea40749a09fcbcd1e9432',
  't10k-images-idx3-ubyte.gz': '9fb629c4189551a2d022fa330f9573f3',
  't10k-labels-idx1-ubyte.gz': 'ec29112dd5afa0611ce80d1b7f02629c',
};

/**
 * Fetches files and checks them; each is written only when it is right.
 * @param {{ address: string, folder: string, files?: Record<string, string>, say?: (line: string) => void }} options
 * @throws {Error} naming the file, what came, and what should have come.
 */
export async function fetchFiles({ address, folder, files = FILES, say = () => undefined }) {
  await mkdir(folder, { recursive: true });
  for (const [name, sum] of Object.entries(files)) {
    const url = new URL(name, address.endsWith('/') ? address : `${address}/`);
    const answer = await fetch(url).catch((error) => {
      throw new Error(`${url}: cannot be reached (${error.cause?.code ?? error.message})`);
    });
    if (!answer.ok) throw new Error(`${url}: the server answers ${answer.status}; it should have the file`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const found = createHash('md5').update(bytes).digest('hex');
    if (found !== sum) throw new Error(`${url}: ${bytes.length} bytes came with the MD5 sum ${found}; it should be ${sum}`);
    await writeFile(join(folder, name), bytes);
    say(`${name}: ${bytes.length} bytes, as they should be`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await fetchFiles({ address: process.argv[2] ?? MIRROR, folder: 'public/data', say: (line) => console.log(line) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
