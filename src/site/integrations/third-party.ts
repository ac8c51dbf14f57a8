import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** Where the notices lie in the built site. */
export const NOTICES_FILE = 'third-party-notices.txt';

/** Packages whose work stands in pages and styles rather than in scripts: markup, icons, fonts of formulas. */
const IN_PAGES = ['astro', '@astrojs/starlight', 'katex'];
/** A text of the Apache licence, for packages that name it and come without one. */
const APACHE = 'node_modules/long/LICENSE';
/** Where the texts that networks learn come from, and their licences. */
const TEXTS = 'src/ml/data/text/LICENCES';
/** Packages without a text of their licence, whose files or repository name the holder of the rights. */
const HOLDERS: Readonly<Record<string, string>> = {
  '@tensorflow/': 'Copyright The TensorFlow.js Authors (Google LLC)',
  seedrandom: 'Copyright 2019 David Bau',
};

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

function manifestOf(folder: string): Manifest {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = (name: string): string => {
    const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), version: text('version'), license: text('license') };
}

/** The folder of the package that a module is of; undefined where it is ours, or made by the bundler. */
export function packageFolder(module: string): string | undefined {
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module.replace(/^\0/, ''))?.[1];
}

function textOf(folder: string, { name, license }: Manifest, root: string): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  if (files.length > 0) return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  const holder = Object.entries(HOLDERS).find(([start]) => name.startsWith(start))?.[1];
  const mit = readFileSync(join(root, 'LICENSE'), 'utf8');
  if (holder !== undefined && license.startsWith('Apache-2.0')) return `${holder}\n\n${readFileSync(join(root, APACHE), 'utf8').trim()}`;
  if (holder !== undefined && license === 'MIT')
    return `${holder}\n\n${mit.slice(mit.indexOf('Permission'), mit.indexOf('SOFTWARE.') + 9)}`;
  throw new Error(
    `${name} is shipped with the book and has no text of its licence (${license}): name the holder of its rights in ${import.meta.filename}`,
  );
}

/**
 * The notices of packages, sorted by name, after the book's own licence; last, those of the texts that networks learn.
 * @param folders of packages, each once or more.
 * @throws Error where a package has no licence that could be printed.
 */
export function noticesOf(folders: Iterable<string>, root: string): string {
  const packages = [...new Set(folders)].map((folder) => ({ folder, manifest: manifestOf(folder) }));
  packages.sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
  const line = '-'.repeat(80);
  const parts = packages.map(
    ({ folder, manifest }) => `${manifest.name} ${manifest.version} (${manifest.license})\n\n${textOf(folder, manifest, root)}`,
  );
  return (
    [
      '玻璃盒及其所用软件的许可证 · Licences of Glassbox and of the software that it ships',
      `Glassbox\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`,
      ...parts,
      readFileSync(join(root, TEXTS), 'utf8').trim(),
    ].join(`\n\n${line}\n\n`) + '\n'
  );
}

/** Writes the licences of all that the built site ships; what that is the bundler knows. `collect` belongs among its plugins, also those of the worker. */
export function thirdPartyNotices(root: string): { readonly integration: AstroIntegration; readonly collect: () => Plugin } {
  const shipped = new Set(IN_PAGES.map((name) => join(root, 'node_modules', name)));
  const collect = (): Plugin => ({
    name: 'glassbox-third-party',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const module of chunk.moduleIds) {
          const folder = packageFolder(module);
          if (folder !== undefined && existsSync(join(folder, 'package.json'))) shipped.add(folder);
        }
      }
    },
    applyToEnvironment: ({ name }) => name === 'client',
  });
  const integration: AstroIntegration = {
    name: 'glassbox-third-party',
    hooks: {
      'astro:build:done': ({ dir }) => writeFileSync(join(fileURLToPath(dir), NOTICES_FILE), `\uFEFF${noticesOf(shipped, root)}`),
    },
  };
  return { integration, collect };
}
