import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapterProgress, predictionProgress } from '../../../src/shell/progress/list';
import { challengesOf, predictionsOf } from '../../../src/site/markdown/challenges-of';

describe('the challenges of a chapter', () => {
  it.each(globSync('content/{zh,en}/*.md'))('of %s are all listed', (path) => {
    const body = readFileSync(path, 'utf8');
    const listed = challengesOf(body);
    expect(listed).toHaveLength(body.match(/^:+challenge\b/gm)?.length ?? 0);
    for (const { title } of listed) expect(title).toMatch(/^[^[\]$*`]+$/);
  });

  it.each(globSync('content/{zh,en}/*.md'))('and so are its predictions, in %s', (path) => {
    const body = readFileSync(path, 'utf8');
    const listed = predictionsOf(body);
    expect(listed).toHaveLength(body.match(/^:+predict\b/gm)?.length ?? 0);
    for (const { title } of listed) expect(title).toMatch(/^[^[\]$*`]+$/);
  });

  it('predictions are counted, those alone that the chapter has', () => {
    const predictions = ['a', 'b'].map((name) => ({ name: `mlp/${name}`, title: name, href: `/mlp/#predict-${name}` }));
    expect(predictionProgress({ predictions }, new Set(['mlp/b', 'mlp/gone', 'cnn/a']), 'en')).toBe('Predictions: 1 of 2');
    expect(predictionProgress({ predictions }, new Set(), 'zh')).toBe('猜一猜：2 个中的 0 个');
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
