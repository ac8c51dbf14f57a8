/** What a frame says of the reader's own points: what they are taken for, how many train, what a link carries. */
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import { Refused } from '../../../src/engine/waiting';
import { fill, type Lang } from '../../../src/i18n/text';
import { Controller } from '../../../src/shell/controller';
import { formatLink, parseLink } from '../../../src/shell/link/link';
import { OwnPointsStatus } from '../../../src/shell/own-data/rows/status';
import { classNamesOf, type Rows } from '../../../src/shell/own-data/rows/own-rows';
import { PaintBar } from '../../../src/shell/own-data/rows/paint-bar';
import { SharePanel } from '../../../src/shell/link/share-panel';
import surface from '../../../src/views/decision-surface';
import { FakeSession } from './fake-session';

const playground = await loadDemo('mlp-playground');
const universal = await loadDemo('universal');

async function withRows(rows: Rows, options: { lang?: Lang; loaded?: typeof playground; train?: number; names?: readonly string[] } = {}) {
  const { lang = 'en', loaded = playground, train, names } = options;
  const controller = new Controller({ loaded, lang, values: {}, seed: 1, makeSession: (given) => new FakeSession(given) });
  await controller.setRows(rows, names);
  const columns = rows[0]?.length ?? 0;
  const array = (some: Rows) => ({ shape: [some.length, columns], data: Float32Array.from(some.flat()) });
  if (train !== undefined && controller.session instanceof FakeSession) {
    const arrays = { points: array(rows.slice(0, train)), ...(columns === 3 ? { testPoints: array(rows.slice(train)) } : {}) };
    controller.session.frame = { step: 0, arrays };
  }
  return controller;
}

const words = (html: string): string => html.replace(/<[^>]*>/g, '');
const status = (controller: Controller): string => words(render(h(OwnPointsStatus, { controller, notices: [] })));

describe('the reader’s own points', () => {
  beforeAll(() => void vi.stubGlobal('location', new URL('https://book.example/en/mlp/')));
  afterAll(() => void vi.unstubAllGlobals());

  it.each<[string, Rows, Parameters<typeof withRows>[1], string]>([
    [
      'signs',
      [
        [1, 2, 1],
        [3, 4, -1],
        [0, 0, 1],
      ],
      { train: 2 },
      'Your 3 points are in use, of two classes. 2 are learned from, 1 held out for testing',
    ],
    ['a single one', [[1, 2, 1]], { train: 1 }, 'Your 1 point is in use, of two classes. All are learned from.'],
    ['values', [[1, 2, 0.5]], {}, 'Your 1 point is in use, their labels values: a regression.'],
    ['classes', [[1, 2, 3]], {}, 'Your 1 point is in use, of 4 classes.'],
    ['classes with names', [[1, 2, 1]], { names: ['cat', 'dog'] }, 'Classes: 0 = cat, 1 = dog.'],
    ['points out of sight', [[100, 2, 1]], {}, '1 of them lies outside the picture and cannot be seen; another unit would bring it in.'],
    ['a curve', [[0, 1]], { loaded: universal, train: 1 }, 'Your 1 point is in use. All are learned from.'],
    ['in Chinese', [[1, 2, 0.5]], { lang: 'zh' }, '正在使用你的 1 个点：标签是数值，按回归处理。'],
  ])('that are %s are said to be', async (_, rows, options, sentence) => {
    expect(status(await withRows(rows, options))).toContain(sentence);
  });

  it('travel in a link if they are few, and it is said; a link without them does not promise the same run', async () => {
    const share = async (count: number): Promise<string> => {
      const controller = await withRows(Array.from({ length: count }, (_, i) => [i / 100, 0, 1]));
      return words(render(h(SharePanel, { controller, root: () => null })));
    };
    const few = await share(3);
    expect(few).toContain('Link: opens the same run at the same step');
    expect(few).toContain('Your 3 points travel in the link.');
    const many = await share(2000);
    expect(many).not.toContain('the same run at the same step');
    expect(many).toContain('Link: opens the same settings, but not the same run');
    expect(many).toContain('Your 2000 points are too many for a link, which opens the built-in data');
  });

  it('can be painted from the frame itself, with their classes by name', async () => {
    const bar = render(h(PaintBar, { controller: await withRows([[1, 2, 1]], { names: ['cat', 'dog'] }), id: 'f', live: true }));
    expect(bar).toMatch(/<option[^>]*value="0">cat</);
    expect(bar).toContain('Empty plane');
    expect(bar).toContain('Back to the built-in data');
    const curve = render(h(PaintBar, { controller: await withRows([[0, 1]], { loaded: universal }), id: 'f', live: true }));
    expect(curve).toContain('Draw a function in the picture');
  });

  it('are all drawn, those held out as well; on an empty plane there are none', () => {
    const points = { shape: [1, 3], data: [1, 2, 1] };
    const arrays = { surface: { shape: [1, 1], data: [0] }, points, testPoints: points };
    const read = (values: Readonly<Record<string, unknown>>) => surface.read({ step: 0, arrays, metrics: {}, values }, {});
    expect(read({ showTest: false })).toMatchObject({ showTest: false, points: [[1, 2, 1]] });
    expect(read({ showTest: false, ownPoints: 2 })).toMatchObject({ showTest: true, testPoints: [[1, 2, 1]] });
    expect(read({ ownPoints: 0 })).toMatchObject({ points: [], testPoints: [] });
  });
});

/** A frame of the playground, and the session that it makes. */
function begin() {
  const controller = new Controller({
    loaded: playground,
    lang: 'en',
    values: {},
    seed: 1,
    makeSession: (given) => new FakeSession(given),
  });
  const session = (): FakeSession => {
    if (controller.session instanceof FakeSession) return controller.session;
    throw new Error('there is no session');
  };
  return { controller, session };
}

describe('a frame', () => {
  it('has an empty plane on which nothing trains until a point is painted, and which travels in a link', async () => {
    const { controller, session } = begin();
    await controller.setRows([]);
    expect(controller.pictureValues['ownPoints']).toBe(0);
    controller.play();
    expect(controller.shown.refusal?.en).toContain('nothing to learn');
    await expect(controller.step()).rejects.toBeInstanceOf(Refused);
    expect(session().calls.map(([name]) => name)).toEqual(['change']);
    const written = formatLink(playground.demo, controller.linkState);
    expect(parseLink(playground.demo, written)).toMatchObject({ state: { own: { kind: 'rows', rows: [] } }, problems: [] });
    await controller.setRows([[1, 2, 1]]);
    expect(controller.pictureValues['ownPoints']).toBe(1);
    controller.play();
    expect(session().calls.at(-1)?.[0]).toBe('play');
  });

  it('keeps the names of classes while points are painted, and forgets them with the points', async () => {
    const { controller } = begin();
    await controller.setRows([[1, 2, 0]], ['cat', 'dog']);
    await controller.setRows([
      [1, 2, 0],
      [3, 4, 1],
    ]);
    expect(classNamesOf(controller.own)).toEqual(['cat', 'dog']);
    await controller.setRows(undefined);
    expect([classNamesOf(controller.own), controller.ownRows]).toEqual([undefined, undefined]);
  });
});

describe('a sentence', () => {
  it('has the form of its number', () => {
    const template = 'line {line} has {count} {count:column|columns}';
    expect([0, 1, 2].map((count) => fill(template, { line: 3, count }))).toEqual([
      'line 3 has 0 columns',
      'line 3 has 1 column',
      'line 3 has 2 columns',
    ]);
    // A mistake is seen.
    expect(fill(template, { line: 3 })).toBe('line 3 has {count} {count:column|columns}');
  });
});
