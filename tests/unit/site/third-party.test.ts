import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesOf, packageFolder } from '../../../src/site/integrations/third-party';

const root = process.cwd();
const folder = (name: string): string => join(root, 'node_modules', name);

describe('third-party notices', () => {
  it.each([
    ['/a/node_modules/d3/src/index.js', '/a/node_modules/d3'],
    ['/a/node_modules/@x/y/dist/z.js?v=1', '/a/node_modules/@x/y'],
    ['/a/node_modules/x/node_modules/y/z.js', '/a/node_modules/x/node_modules/y'],
    ['\0/a/node_modules/long/src/long.js?commonjs', '/a/node_modules/long'],
    ['/a/src/x.ts', undefined],
  ])('know whose %s is', (module, whose) => {
    expect(packageFolder(module)).toBe(whose);
  });

  it('name every holder once and print every licence, also of packages that come without its text', () => {
    const names = ['preact', 'd3-scale', 'katex', 'seedrandom', '@tensorflow/tfjs-core', 'preact'];
    const text = noticesOf(names.map(folder), root);
    for (const holder of [
      'Jason Miller',
      'Mike Bostock',
      'Khan Academy',
      'David Bau',
      'TensorFlow.js Authors',
      'Glassbox authors',
      'Herman Melville',
      'JackeyGao',
    ])
      expect(text).toContain(holder);
    expect(text.match(/^preact \d/gm)).toHaveLength(1);
    expect(text.match(/TERMS AND CONDITIONS FOR USE/g)).toHaveLength(1);
  });
});
