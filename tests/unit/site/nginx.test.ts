/** The recipe for nginx, in nginx itself: a small book at the root of a host and below a path. Skipped where there is no nginx. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNginx } from '../../../tools/nginx.mjs';

const nginx = findNginx();
if (nginx === undefined) console.warn('No nginx: its recipe is not tested (Debian: "sudo apt-get install nginx-light").');

const BOOK = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Not here</h1>',
  'en/embed/neuron/index.html': '<h1>Neuron</h1>',
  '_astro/x.1a2b.js': 'export {};'.padEnd(2000),
  '_astro/y.wasm': 'wasm',
  '_astro/z.woff2': 'font',
  'service-worker.js': 'self;',
  'worker.mjs': 'self;',
};

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Puts the book into a folder as `deploy/place.mjs` does, with a whole configuration around the recipe. */
async function place(folder: string, base: string): Promise<{ readonly home: string; readonly configuration: string }> {
  for (const [path, text] of Object.entries(BOOK)) {
    mkdirSync(dirname(join(folder, 'dist', path)), { recursive: true });
    writeFileSync(join(folder, 'dist', path), text);
  }
  const placed = spawnSync('node', ['deploy/place.mjs', join(folder, 'dist'), base, folder], { encoding: 'utf8' });
  expect(placed.stderr).toBe('');
  const port = await freePort();
  const recipe = readFileSync(join(folder, 'nginx.conf'), 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /usr/share/nginx/html;', `root ${join(folder, 'html')};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${join(folder, one)};`).join(' ');
  const configuration = join(folder, 'whole.conf');
  writeFileSync(
    configuration,
    `daemon off; pid ${join(folder, 'pid')}; error_log stderr;\nevents {}\nhttp { access_log off; ${temporary}\n${recipe}\n}\n`,
  );
  return { home: `http://127.0.0.1:${port}`, configuration };
}

describe.skipIf(nginx === undefined).each(['/', '/deep/notes/'])('nginx with a book at %s', (base) => {
  const folder = mkdtempSync(join(tmpdir(), 'glassbox-nginx-'));
  // Started as root it serves as nobody.
  chmodSync(folder, 0o755);
  let server: ChildProcess | undefined;
  let home = '';
  const get = (path: string, more: RequestInit = {}): Promise<Response> => fetch(`${home}${base}${path}`, { redirect: 'manual', ...more });

  beforeAll(async () => {
    const placed = await place(folder, base);
    home = placed.home;
    const checked = spawnSync(nginx ?? '', ['-t', '-p', folder, '-c', placed.configuration], { encoding: 'utf8' });
    expect(checked.stderr).toContain('test is successful');
    expect(checked.stderr).not.toMatch(/\[(?:warn|error|emerg)\]/);
    server = spawn(nginx ?? '', ['-p', folder, '-c', placed.configuration], { stdio: 'ignore' });
    for (let tries = 0; tries < 400; tries++) {
      if (await fetch(home).then(Boolean, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('nginx did not start');
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => server?.once('exit', resolve) ?? resolve(undefined));
    server?.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives pages that are asked for anew each time, and hashed files for ever', async () => {
    for (const path of ['', 'en/embed/neuron/', 'service-worker.js', 'worker.mjs']) {
      const response = await get(path);
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const again = await get(path, { headers: { 'If-None-Match': response.headers.get('etag') ?? '' }, cache: 'no-store' });
      expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'no-cache']);
    }
    const hashed = await get('_astro/x.1a2b.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-encoding')).toBe('gzip');
    // One that is gone must not be remembered as gone.
    const gone = await get('_astro/gone.js');
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-cache']);
  });

  it('leads the address of a folder without its final slash to the one with it, with its query', async () => {
    const response = await get('en/embed/neuron?seed=3');
    expect([response.status, response.headers.get('location')]).toEqual([301, `${base}en/embed/neuron/?seed=3`]);
  });

  it('answers with the book’s own page where there is nothing', async () => {
    const response = await get('nowhere/');
    expect([response.status, await response.text()]).toEqual([404, BOOK['404.html']]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('names the type of each kind of file', async () => {
    const types = { 'worker.mjs': 'text/javascript; charset=utf-8', '_astro/y.wasm': 'application/wasm', '_astro/z.woff2': 'font/woff2' };
    for (const [path, type] of Object.entries(types)) expect((await get(path)).headers.get('content-type')).toBe(type);
  });
});

describe('the recipe for nginx', () => {
  it('knows every kind of file that is copied into the book as it is', () => {
    const recipe = readFileSync('deploy/nginx.conf', 'utf8');
    const kinds = new Set(globSync('public/**/*.*').map((path) => path.split('.').at(-1) ?? ''));
    for (const kind of kinds) expect(recipe, kind).toMatch(new RegExp(`^ +[\\w/+-]+ (?:\\w+ )*${kind}[ ;]`, 'm'));
  });

  it('is not written for a path that is none', () => {
    for (const base of ['/a b/', '/../', '/"; }/']) {
      const { status, stderr } = spawnSync('node', ['deploy/place.mjs', 'dist', base, 'nowhere'], { encoding: 'utf8' });
      expect([status, stderr.includes('is no path')]).toEqual([1, true]);
    }
  });
});
