import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapterProgress } from '../../../src/shell/progress/list';
import { challengesOf } from '../../../src/site/markdown/challenges-of';

describe('the challenges of a chapter', () => {
  it.each(globSync('content/{zh,en}/*.md'))('of %s are all listed', (path) => {
    const body = readFileSync(path, 'utf8');
    const listed = challengesOf(body);
    expect(listed).toHaveLength(body.match(/^:+challenge\b/gm)?.length ?? 0);
    for (const { title } of listed) expect(title).toMatch(/^[^[\]$*`]+$/);
  });

  it('are counted, those alone that the chapter has', () => {
    const chapter = {
      chapter: '1 Layers',
      challenges: ['a', 'b', 'c'].map((name) => ({ name: `mlp/${name}`, title: name, href: `/mlp/#challenge-${name}` })),
    };
    const solved = new Set(['mlp/a', 'mlp/gone', 'cnn/b', 'mlp/c']);
    expect(chapterProgress(chapter, solved, 'en')).toBe('1 Layers: 2 of 3');
    expect(chapterProgress(chapter, solved, 'zh')).toBe('1 Layers：3 个中的 2 个');
  });
});
