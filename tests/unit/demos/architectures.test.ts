import { describe, expect, it } from 'vitest';
import architecturesCode from '../../../src/demos/architectures/code';
import { isPublished, publishedOf, type Published } from '../../../src/demos/architectures/published';
import { levelsOf, openedTo, rowsOf, wiringOf } from '../../../src/demos/architectures/rows';
import { compact, memory } from '../../../src/demos/architectures/in-words';
import { architectures } from '../../../src/ml/blueprint/architectures';

function shown(architecture: string, more: Readonly<Record<string, unknown>> = {}): Published {
  const network = publishedOf({ architecture, ...more });
  if (network === undefined || !isPublished(network)) throw new Error(`"${architecture}" is not shown`);
  return network;
}

/** Connections between rows, as pairs of ids. */
function connections(network: Published, open: ReadonlySet<string>): string[] {
  const rows = rowsOf(network, open);
  const { straight, bows } = wiringOf(network, rows);
  const pairs = [
    ...straight.map(({ from, to }) => [from, to] as const),
    ...bows.flatMap(({ from, to }) => to.map((end) => [from, end] as const)),
  ];
  return pairs.map(([from, to]) => `${rows[from]?.id ?? ''} > ${rows[to]?.id ?? ''}`).sort();
}

describe('a published network as rows', () => {
  it.each([...architectures.keys()])('of %s adds up at every level, and shows every layer once when all is open', (name) => {
    const network = shown(name);
    for (let level = 0; level <= levelsOf(network); level++) {
      const leaves = rowsOf(network, openedTo(network, level)).filter(({ open }) => open !== true);
      expect(leaves.reduce((sum, { part }) => sum + (part?.parameters ?? 0), 0)).toBe(network.parameters);
      expect(leaves.reduce((sum, { part }) => sum + (part?.activationBytes ?? 0), 0)).toBe(network.activationBytes);
      expect(leaves.flatMap(({ part }) => part?.members ?? []).sort()).toEqual([...network.from.keys()].sort());
    }
  });

  it('is short while folded: DenseNet-201 has 12 rows, and 709 with everything open', () => {
    const network = shown('densenet-201');
    expect(rowsOf(network, new Set())).toHaveLength(12);
    const leaves = rowsOf(network, openedTo(network, levelsOf(network))).filter(({ open }) => open === undefined);
    expect(leaves).toHaveLength(1 + network.from.size);
  });

  it('draws the connections of a residual block: through the branch and round it', () => {
    const network = shown('resnet-18');
    expect(connections(network, new Set(['stage1', 'stage1/block2'])).filter((pair) => pair.includes('block2'))).toEqual([
      'stage1/block1 > stage1/block2/add',
      'stage1/block1 > stage1/block2/part1',
      'stage1/block2/add > stage1/block2/relu',
      'stage1/block2/part1 > stage1/block2/part2',
      'stage1/block2/part2 > stage1/block2/add',
      'stage1/block2/relu > stage2',
    ]);
  });

  it('draws four paths into an Inception block and out of it', () => {
    const pairs = connections(shown('googlenet'), new Set(['block3a']));
    expect(pairs.filter((pair) => pair.startsWith('pool2 > '))).toHaveLength(4);
    expect(pairs.filter((pair) => pair.endsWith(' > block3a/concat'))).toHaveLength(4);
  });

  it('lets no two lines share a lane where they run side by side', () => {
    for (const name of ['lenet-1998', 'googlenet', 'resnet-152', 'densenet-121']) {
      const network = shown(name);
      const { bows } = wiringOf(network, rowsOf(network, openedTo(network, levelsOf(network))));
      for (const one of bows) {
        for (const other of bows) {
          if (one === other || one.lane !== other.lane) continue;
          const [low, high] = [Math.min(one.from, ...one.to), Math.max(one.from, ...one.to)];
          expect(Math.max(other.from, ...other.to) < low || Math.min(other.from, ...other.to) > high, name).toBe(true);
        }
      }
    }
  });

  it('follows the size asked for, and says so where a window falls off the image', () => {
    expect(shown('vgg-16', { input: 'own', side: 32, classes: 10 }).input).toEqual([32, 32, 3]);
    // VGG-16 at 32 pixels and 10 classes: 14,714,688 in convolutions, then 512 * 4096 + 4096, 4096 * 4096 + 4096 and 40,970.
    expect(shown('vgg-16', { input: 'own', side: 32, classes: 10 }).parameters).toBe(14_714_688 + 2_101_248 + 16_781_312 + 40_970);
    expect(publishedOf({ architecture: 'vgg-16', input: 'own', side: 31, classes: 10 })).toMatchObject({ side: 31 });
    expect(publishedOf({ architecture: 'nothing' })).toBeUndefined();
  });
});

describe('its code', () => {
  it('is that of the published network at the size chosen, in every framework', () => {
    const values = { architecture: 'resnet-18', input: 'own', side: 64, classes: 7, learningRate: 0.01 } as const;
    for (const framework of ['tfjs', 'keras', 'pytorch'] as const) {
      const code = architecturesCode(values, framework, 'en');
      expect(code).toContain('512');
      expect(code).toMatch(/\b7\b/);
    }
    expect(architecturesCode({ ...values, architecture: 'vgg-16', side: 8 }, 'keras', 'en')).toContain('32');
  });
});

describe('its numbers', () => {
  it('are short in columns', () => {
    expect([0, 999, 1000, 25_557_032, 4_089_184_256, 999_960].map((count) => compact(count, 'en'))).toEqual([
      '0',
      '999',
      '1k',
      '25.6M',
      '4.09G',
      '1M',
    ]);
    expect([0, 9999, 10_000, 416_520, 25_557_032, 4_089_184_256, 99_960_000].map((count) => compact(count, 'zh'))).toEqual(
      ['0', '9999', '1万', '41.7万', '2560万', '40.9亿', '1亿'], // prettier-ignore
    );
    expect([940, 12_544_000, 999_999].map(memory)).toEqual(['0.94 kB', '12.5 MB', '1000 kB']);
  });
});
