/** Who may import whom: the table of CONTRIBUTING.md ("The house"), as a test. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly from: string;
  /** A path from the root for relative imports (`src/ml/model`), else the package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

interface Rule {
  readonly files: RegExp;
  /** What may be imported at run time. */
  readonly may: RegExp;
  /** What may besides be imported for its types. */
  readonly mayTypes?: RegExp;
  readonly alone?: true; // not even src/base
  readonly why: string;
}

const TFJS = String.raw`@tensorflow/tfjs(?:-[\w-]+)?(?:/.*)?$`;
const PURE = String.raw`src/ml/(?:blueprint|data-kinds|data/text|expression|pen)(?:/|$)`;
const CONTRACT_TYPES = String.raw`src/demos/(?:declaration|recording|proof)$|src/ml/(?:model|random)$|src/i18n/`;

/** The first rule whose `files` match a file is the one that holds for it. */
const RULES: readonly Rule[] = [
  { files: /^src\/base\//, may: /^src\/base\//, why: 'base is what every folder may use: it knows none of them' },
  { files: /^src\/i18n\//, may: /^src\/i18n\//, why: 'i18n is a leaf: words alone' },
  {
    files: /^src\/ml\/expression\//,
    may: /^src\/ml\/expression\/|^src\/i18n\//,
    why: 'ml/expression is a small language and its derivatives: no tfjs, so that page, worker and views may use it',
  },
  {
    files: /^src\/ml\/pen\//,
    may: /^src\/ml\/pen\//,
    why: 'ml/pen draws strokes as pixels: no tfjs, so that digits are made and drawn by the same hand',
  },
  {
    files: /^src\/ml\/blueprint\//,
    may: /^src\/ml\/(?:blueprint\/|data-kinds(?:\/|$))|^src\/i18n\//,
    why: 'ml/blueprint is a network as data: no tfjs, so that page and build may use it',
  },
  {
    files: /^src\/ml\/data\/text\//,
    may: /^src\/ml\/(?:data-kinds|data)\/text\//,
    why: 'the book’s own texts are loaded by the worker to learn them and by the page to save them: no tfjs',
  },
  {
    files: /^src\/ml\/data-kinds\//,
    may: /^src\/ml\/(?:blueprint|data-kinds|pen)\/|^src\/i18n\//,
    mayTypes: /^src\/ml\/random$/,
    why: 'a kind of data is plain numbers and their printed code: no tfjs, so that page and build may use it',
  },
  {
    files: /^src\/ml\//,
    may: new RegExp(`^src/ml/|^src/i18n/|^${TFJS}`),
    why: 'ml is pure tfjs: it knows no page, no engine and no demo',
  },
  {
    files: /^src\/views\//,
    may: new RegExp(`^src/views/|^${PURE}|^src/i18n/|^d3$|^preact(?:/.*)?$`),
    why: 'views draw what they are given: no tfjs, engine, demos',
  },
  {
    files: /^src\/engine\/compile\//,
    may: new RegExp(`^src/engine/compile/|^@tensorflow/tfjs-core$`),
    alone: true,
    why: 'the compiler knows tfjs-core, of which it is a backend, and nothing of ours: any step can be compiled',
  },
  {
    files: /^src\/engine\/worker\//,
    may: new RegExp(
      `^src/engine/(?:worker/|compile/|protocol$|pace$|interventions$|breakpoints/)|^src/ml/|^src/demos/(?:\\*/model|declaration|resolve|proof)|^src/i18n/|^${TFJS}`,
    ),
    mayTypes: new RegExp(CONTRACT_TYPES),
    why: 'the worker computes: it knows ml, the protocol and the models, and no page',
  },
  {
    files: /^src\/engine\//,
    may: new RegExp(`^src/engine/(?!worker/|compile/)|^${PURE}|^src/i18n/|^src/demos/(?:declaration|resolve)$`),
    mayTypes: new RegExp(CONTRACT_TYPES),
    why: 'the page’s side of the engine never loads tfjs',
  },
  {
    files: /^src\/demos\/[^/]+\/(?:demo|parameters)\.ts$/,
    may: /^src\/demos\/(?:declaration$|(?:text-)?knobs$|SELFparameters$)|^src\/i18n\//,
    why: 'a declaration is data, read by build, page, worker and tests',
  },
  {
    files: /^src\/demos\/[^/]+\/(?:program|setting)\.ts$/,
    may: new RegExp(`^${PURE}|^src/i18n/|^src/demos/SELFsetting$`),
    mayTypes: /^src\/demos\/(?:declaration$|SELF)/,
    why: 'a program is data: what is printed as code and what is built are the same',
  },
  {
    files: /^src\/demos\/[^/]+\/proof\.ts$/,
    may: new RegExp(`^src/demos/(?:proof$|declaration$|resolve$|SELF)|^${PURE}|^src/ml/|^src/i18n/|^@tensorflow/tfjs-core$`),
    mayTypes: new RegExp(CONTRACT_TYPES),
    why: 'a proof runs its own demo and compares with numbers of its own, or with those of tfjs',
  },
  {
    files: /^src\/demos\/[^/]+\/(?:[^/]+\.tsx$|picture\/)/,
    may: new RegExp(`^src/views/|^${PURE}|^src/i18n/|^d3$|^preact(?:/.*)?$|^src/demos/SELF`),
    why: 'a demo’s own picture, and what it is put together from, is a view like any other',
  },
  {
    files: /^src\/demos\/[^/]+\/[^/]+\.ts$/,
    may: new RegExp(`^src/ml/|^src/i18n/|^${TFJS}|^src/demos/SELF`),
    mayTypes: /^src\/demos\/declaration$/,
    why: 'a model knows ml and its own declaration; never the page or another demo',
  },
  {
    files: /^src\/demos\/[^/]+\.ts$/,
    may: /^src\/demos\/|^src\/i18n\/|^src\/views\/|^src\/ml\/(?:expression|pen)\//,
    mayTypes: new RegExp(`${CONTRACT_TYPES}|${PURE}|^preact`),
    why: 'the table of demos loads declarations, not tfjs',
  },
  {
    files: /^src\/shell\//,
    may: new RegExp(
      `^src/shell/|^src/engine/(?:(?:session/session|forked-session|session-api|settings|pace|protocol|connection|timeline|waiting)$|breakpoints/)|^src/demos/(?!registry)[^/]+$|^src/views/|^${PURE}|^src/i18n/|^d3$|^preact(?:/.*)?$|^@preact/signals$|\\.css$`,
    ),
    mayTypes: new RegExp(CONTRACT_TYPES),
    why: 'the shell touches the run through the session alone: no ml, tfjs or site, and not every demo at once',
  },
  {
    files: /^src\/(?:site|pages)\/|^src\/content\.config\.ts$/,
    may: /^(?!src\/(?:ml\/(?!(?:blueprint|expression)\/)|engine\/(?!breakpoints\/))|@tensorflow)/,
    why: 'the site publishes: it computes nothing and runs nothing; of the engine it knows the words of conditions',
  },
];

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const source = /\.astro$/.test(path) ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text;
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
      found.push({ specifier: node.moduleSpecifier.text, typeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ specifier: node.argument.literal.text, typeOnly: true });
    } else if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const isGlob = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'glob';
      if ((isGlob || node.expression.kind === ts.SyntaxKind.ImportKeyword) && first && ts.isStringLiteral(first)) {
        found.push({ specifier: first.text, typeOnly: false });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.map(({ specifier, typeOnly }) => ({
    from: path,
    to: specifier.startsWith('.') ? posix.join(dirname(path), specifier).replace(/\.(tsx?|js)(\?.*)?$/, '') : specifier,
    typeOnly,
  }));
}

/** Says what is wrong with an import, or nothing. */
function judge(one: Import): string | undefined {
  const rule = RULES.find(({ files }) => files.test(one.from));
  if (rule === undefined) return `${one.from}: no rule says what this file may import; give its folder a row in the table`;
  if (one.to.startsWith('src/base/') && rule.alone !== true) return undefined;
  const own = /^src\/demos\/([^/]+)\//.exec(one.from)?.[1] ?? '-';
  const matches = (pattern: RegExp | undefined): boolean =>
    pattern !== undefined && new RegExp(pattern.source.replaceAll('SELF', `${own}/`)).test(one.to);
  if (matches(rule.may) || (one.typeOnly && matches(rule.mayTypes))) return undefined;
  return `${one.from} imports ${one.to}${one.typeOnly ? ' (types)' : ''}: ${rule.why}`;
}

const FILES = globSync('src/**/*.{ts,tsx,astro}')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.d.ts'));

/** Files that import each other in a circle, types included: each circle as the way round it. */
function circles(imports: readonly Pick<Import, 'from' | 'to'>[], files: readonly string[]): string[] {
  const fileOf = new Map(
    files.flatMap((path) => [path, path.replace(/\.\w+$/, ''), path.replace(/\/index\.\w+$/, '')].map((name) => [name, path])),
  );
  const ways = Map.groupBy(
    imports.flatMap(({ from, to }) => {
      const file = fileOf.get(to);
      return file === undefined ? [] : [{ from, file }];
    }),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const { file: next } of ways.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of ways.keys()) visit(file, []);
  return found;
}

/** Read once: every file is parsed. */
const IMPORTS = FILES.flatMap(importsOf);

describe('import directions', () => {
  it('looks at every source file', () => {
    expect(FILES.length).toBeGreaterThan(20);
  });

  it('hold for every file of src', () => {
    expect(IMPORTS.map(judge).filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('run in no circle, nor do types', () => {
    expect(circles(IMPORTS, FILES)).toEqual([]);
  });

  it('would show a circle', () => {
    const imports = [
      { from: 'src/a.ts', to: 'src/b' },
      { from: 'src/b.ts', to: 'src/c' },
      { from: 'src/c/index.ts', to: 'src/a' },
    ];
    expect(circles(imports, ['src/a.ts', 'src/b.ts', 'src/c/index.ts'])).toEqual(['src/a.ts -> src/b.ts -> src/c/index.ts -> src/a.ts']);
  });

  it.each([
    ['src/views/network.tsx', '@tensorflow/tfjs-core', false],
    ['src/shell/demo-frame.tsx', 'src/ml/network', false],
    ['src/base/at.ts', 'src/ml/network', true],
    ['src/engine/compile/graph/node.ts', 'src/base/at', false],
    ['src/ml/layers/dense.ts', 'src/engine/protocol', true],
    ['src/ml/blueprint/describe.ts', '@tensorflow/tfjs-core', true],
    ['src/demos/neuron/model.ts', 'src/demos/universal/model', false],
    ['src/demos/neuron/demo.ts', 'src/ml/model', true],
    ['src/engine/session/session.ts', 'src/engine/worker/host', false],
    ['src/site/components/Demo.astro', 'src/engine/session/session', false],
    ['src/elsewhere/file.ts', 'd3', false],
  ])('would refuse that %s imports %s', (from, to, typeOnly) => {
    expect(judge({ from, to, typeOnly })).toBeTypeOf('string');
  });
});
