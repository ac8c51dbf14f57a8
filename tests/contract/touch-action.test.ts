/** Parts of a drawing are inline by default, and on what is inline no browser heeds `touch-action`: a rule that sets it must say `block`. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no rule sets touch-action without making its element a block', () => {
  const rules = globSync('src/**/*.css').flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selector = '', body = '']) => ({ file, selector, body })),
  );
  const setting = rules.filter(({ body }) => /touch-action:\s*(?!auto)/.test(body));
  expect(setting.length).toBeGreaterThanOrEqual(2);
  expect(setting.filter(({ body }) => !/display:\s*block/.test(body)).map(({ file, selector }) => `${file}: ${selector.trim()}`)).toEqual(
    [],
  );
});
