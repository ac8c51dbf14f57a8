import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonFault } from '../../../src/shell/json-fault';
import { formatProgress, MOST_BYTES, parseProgress, readProgressFile } from '../../../src/shell/progress/file';

/** Storage as a browser has it, with room for so many characters. */
function storage(room = Infinity, content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

/** The module as a page that has just been opened sees it. */
async function visit() {
  vi.resetModules();
  return import('../../../src/shell/progress/progress');
}

afterEach(() => vi.unstubAllGlobals());

describe('progress', () => {
  it('outlasts the page, and loses nothing that another tab has solved', async () => {
    const there = storage();
    vi.stubGlobal('localStorage', there);
    const first = await visit();
    first.writeProgress(new Set(['mlp/xor']));
    there.kept.set('glassbox-progress', JSON.stringify(['mlp/xor', 'gradients/flat']));
    first.writeProgress(new Set(['mlp/spiral']));
    const second = await visit();
    expect([...second.readProgress()]).toEqual(['gradients/flat', 'mlp/spiral', 'mlp/xor']);
    expect(second.isStored()).toBe(true);
  });

  it('is kept for the visit where storage is full, and says that it is not stored', async () => {
    vi.stubGlobal('localStorage', storage(10));
    const page = await visit();
    expect(page.isStored()).toBe(true);
    page.writeProgress(new Set(['mlp/xor']));
    expect([...page.readProgress()]).toEqual(['mlp/xor']);
    expect(page.isStored()).toBe(false);
  });

  it('is kept for the visit where storage is forbidden', async () => {
    vi.stubGlobal('localStorage', undefined);
    const page = await visit();
    page.writeProgress(new Set(['mlp/xor']));
    expect([...page.readProgress()]).toEqual(['mlp/xor']);
    expect(page.isStored()).toBe(false);
  });

  it.each(['{', '{"a":1}', 'null', '[1,null,"mlp/xor"]'])('does without what is no list of names: %s', async (content) => {
    vi.stubGlobal('localStorage', storage(Infinity, { 'glassbox-progress': content }));
    const page = await visit();
    page.writeProgress(new Set(['mlp/line']));
    expect(page.readProgress().has('mlp/line')).toBe(true);
    expect(page.isStored()).toBe(true);
  });
});

describe('a fault of JSON', () => {
  it('is found where the parser finds one, and only there', () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, more]) => {
      const cut = at % (json.length + 1);
      return json.slice(0, cut) + more + json.slice(cut + (more.length % 2));
    });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        let parsed = true;
        try {
          JSON.parse(text);
        } catch {
          parsed = false;
        }
        const fault = jsonFault(text);
        expect(fault === undefined).toBe(parsed);
        // What stands before the fault is a beginning of some JSON: cut there, only its end is missing.
        if (fault !== undefined) expect(jsonFault(text.slice(0, fault)) ?? fault).toBeGreaterThanOrEqual(fault);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['[1,]', 3],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[1 2]', 3],
    ['', 0],
    ['[1', 2],
    ['1 1', 2],
    ['01', 1],
    ['[}', 1],
  ])('of %s is at %i', (text, at) => {
    expect(jsonFault(text)).toBe(at);
  });
});

describe('a progress file', () => {
  it('brings every progress back', () => {
    const part = fc.stringMatching(/^[\w-]{1,20}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part).map((pair) => pair.join('/'))), (names) => {
        expect(parseProgress(formatProgress(new Set(names)))).toEqual({ solved: [...new Set(names)].sort(), predictions: {} });
      }),
    );
  });

  it.each([
    ['', 'no JSON at line 1, column 1'],
    ['{\n  "format": "glassbox-progress",\n  "solved": [,]\n}', 'no JSON at line 3, column 14'],
    ['{"format": "glassbox-model", "solved": []}', 'should have "format": "glassbox-progress"'],
    ['[]', 'should have "format"'],
    ['null', 'should have "format"'],
    ['{"format": "glassbox-progress"}', 'a list "solved"'],
    ['{"format": "glassbox-progress", "solved": ["mlp/xor", 7]}', 'solved[1] is not the name of a challenge'],
    ['{"format": "glassbox-progress", "solved": ["<b>x</b>/y"]}', 'solved[0] is not the name'],
    ['{"format": "glassbox-progress", "solved": [], "predictions": []}', '"predictions" should be an object'],
    ['{"format": "glassbox-progress", "solved": [], "predictions": {"mlp/gelu": {"of": "x"}}}', 'each with "of" and "guess"'],
  ])('that is wrong is told what and where: %s', (text, words) => {
    const read = parseProgress(text);
    expect('problem' in read ? read.problem.en : '').toContain(words);
    expect('problem' in read ? read.problem.zh : '').toMatch(/[一-鿿]/);
  });

  it('brings predictions back too, with what their runs gave', () => {
    const predictions = {
      'mlp/gelu': { of: '1a', guess: 0.5, result: -3.19 },
      'mlp/time': { of: '1b', guess: [0.1, 0.2], result: { at: [1, 2], y: [0.3, 0.4] } },
      'cnn/edges': { of: '1c', guess: 2 },
    };
    expect(parseProgress(formatProgress(new Set(), predictions))).toEqual({ solved: [], predictions });
  });

  it('that is any text at all is read or refused, never thrown at', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `{"format":"glassbox-progress","solved":${json}}`),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const read = parseProgress(text);
        if ('solved' in read) for (const name of read.solved) expect(name).toMatch(/^[\w-]+\/[\w-]+$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('that is too large is not read, and one that cannot be read says so', async () => {
    const text = vi.fn(() => Promise.reject(new Error('gone')));
    const large = await readProgressFile({ size: MOST_BYTES + 1, text });
    expect('problem' in large && large.problem.en).toBe('the file has 501 kB; a progress file has at most 500 kB');
    expect(text).not.toHaveBeenCalled();
    const gone = await readProgressFile({ size: 10, text });
    expect('problem' in gone && gone.problem.en).toBe('this file cannot be read');
  });
});
