import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFiles, FILES } from '../../../tools/fetch-mnist.mjs';

const CONTENT: Readonly<Record<string, string>> = { '/mnist/one.gz': 'first', '/mnist/two.gz': 'second' };
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
let server: Server;
let address = '';
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'glassbox-'));
  folders.push(made);
  return join(made, 'data');
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const content = CONTENT[request.url ?? ''];
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mnist`;
});

afterAll(() => {
  server.close();
  for (const one of folders) rmSync(one, { recursive: true });
});

describe('fetching MNIST for a site of one’s own', () => {
  it('brings every file whose sum is right', async () => {
    const to = folder();
    const said: string[] = [];
    await fetchFiles({ address, folder: to, files: { 'one.gz': md5('first'), 'two.gz': md5('second') }, say: (line) => said.push(line) });
    expect(readdirSync(to).sort()).toEqual(['one.gz', 'two.gz']);
    expect(readFileSync(join(to, 'two.gz'), 'utf8')).toBe('second');
    expect(said).toEqual(['one.gz: 5 bytes, as they should be', 'two.gz: 6 bytes, as they should be']);
  });

  it('keeps nothing of a file whose sum is wrong, and says both sums', async () => {
    const to = folder();
    const fetching = fetchFiles({ address, folder: to, files: { 'one.gz': md5('other') } });
    await expect(fetching).rejects.toThrow(`/mnist/one.gz: 5 bytes came with the MD5 sum ${md5('first')}; it should be ${md5('other')}`);
    expect(existsSync(join(to, 'one.gz'))).toBe(false);
  });

  it('says what a server answers, and that there is none', async () => {
    await expect(fetchFiles({ address, folder: folder(), files: { 'three.gz': md5('') } })).rejects.toThrow(
      'three.gz: the server answers 404; it should have the file',
    );
    await expect(fetchFiles({ address: 'http://127.0.0.1:1', folder: folder(), files: { 'one.gz': '' } })).rejects.toThrow(
      /cannot be reached/,
    );
  });

  it('knows MNIST’s four files', () => {
    expect(Object.keys(FILES)).toHaveLength(4);
    for (const sum of Object.values(FILES)) expect(sum).toMatch(/^[0-9a-f]{32}$/);
  });
});
