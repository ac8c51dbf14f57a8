/** Where a text stops being JSON: browsers' own messages say so in different words, or not at all. */

/** What is no value of its own: everything that a value may begin with, as a pattern that matches all of it. */
const SCALAR = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** Index of the first letter that no JSON has there; the text's length where its end is missing; undefined for JSON. */
export function jsonFault(text: string): number | undefined {
  /** Brackets that are open. */
  const open: string[] = [];
  let at = 0;
  let expected: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'after' = 'value';
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    at += found?.length ?? 0;
    return found !== undefined;
  };
  for (;;) {
    take(SPACE);
    const letter = text[at];
    const inside = open.at(-1);
    if (letter === undefined) return expected === 'after' && inside === undefined ? undefined : at;
    const closes = inside !== undefined && letter === (inside === '{' ? '}' : ']');
    if (closes && (expected === 'after' || expected.endsWith('or end'))) {
      open.pop();
      at++;
      expected = 'after';
    } else if (expected === 'after') {
      if (letter !== ',' || inside === undefined) return at;
      at++;
      expected = inside === '{' ? 'key' : 'value';
    } else if (expected === 'colon') {
      if (letter !== ':') return at;
      at++;
      expected = 'value';
    } else if (expected.startsWith('key')) {
      if (letter !== '"' || !take(SCALAR)) return at;
      expected = 'colon';
    } else if (letter === '{' || letter === '[') {
      open.push(letter);
      at++;
      expected = letter === '{' ? 'key or end' : 'value or end';
    } else {
      if (!take(SCALAR)) return at;
      expected = 'after';
    }
  }
}
