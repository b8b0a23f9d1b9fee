import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * Folders are the architecture and arrows point one way: commands → discord → answer, timeline → search → text,
 * corpus; `state` is passed in. Corpus, text, search, answer and timeline are a library that a terminal, a test and a
 * bot use alike. This reads the imports of every file and holds them against that.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/** Files side by side in one folder, and lines of one. */
const MOST_FILES = 15;
const MOST_LINES = 250;

interface Import {
  /** Both relative to the repository, or the package's name. */
  readonly from: string;
  readonly to: string;
}

const STATIC = /^(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]/gm;
const BARE = /^import\s+['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

function importsOf(text: string): string[] {
  return [STATIC, BARE, DYNAMIC].flatMap((form) => [...text.matchAll(form)].map(([, to = '']) => to));
}

const files = globSync(['src/**/*.{ts,js,css,html}', 'commands/**/*.ts'], { cwd: root }).sort();
const code = files.filter((file) => /\.[jt]s$/.test(file));
const imports: readonly Import[] = code.flatMap((from) =>
  importsOf(readFileSync(join(root, from), 'utf8')).map((to) => ({
    from,
    to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to,
  })),
);

/** Imports out of one folder (or file) that reach something forbidden, as readable lines. */
function arrows(from: RegExp, to: RegExp, except?: RegExp): string[] {
  return imports
    .filter((one) => from.test(one.from) && to.test(one.to) && !except?.test(one.from))
    .map((one) => `${one.from} → ${one.to}`);
}

/** Modules of our own that a folder may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/text': ['src/types'],
  'src/corpus': ['src/text', 'src/scheduling'],
  'src/scheduling': [],
  'src/search': [
    'src/text',
    'src/corpus/article.ts',
    'src/corpus/kept-article.ts',
    'src/corpus/structure/block-codec.ts',
  ],
  'src/alerts': [
    'src/answer/answer.ts',
    'src/corpus/article.ts',
    'src/library',
    'src/scheduling',
    'src/state',
    'src/timeline',
  ],
  'src/feeds': ['src/corpus', 'src/scheduling', 'src/state'],
  'src/answer': ['src/search', 'src/text', 'src/corpus/article.ts'],
  'src/timeline': ['src/search', 'src/scheduling', 'src/text', 'src/corpus', 'src/answer/answer.ts'],
  'src/state': ['src/corpus/article.ts', 'src/log.ts', 'src/config'],
  'src/shared': ['src/corpus', 'src/library/index.ts', 'src/scheduling', 'src/state'],
};

describe('what a folder of the library may import', () => {
  test.each(Object.entries(MAY_IMPORT))('%s: itself and %j', (folder, allowed) => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith(`${folder}/`) &&
        /^(?:src|commands)\//.test(to) &&
        ![folder, ...allowed].some((open) => to === open || to.startsWith(`${open}/`)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('packages have their place', () => {
  const LIBRARY = /^src\/(?:corpus|text|search|answer|timeline)\//;
  test.each<[string, RegExp, RegExp, RegExp?]>([
    [
      'the library knows no Discord',
      LIBRARY,
      /^(?:discord\.js|@discordjs\/|discord-api-types|src\/discord\/|commands\/)/,
    ],
    ['the library keeps no state', LIBRARY, /^(?:@?keyv|node:sqlite|src\/state\/)/],
    ['the library has no terminal', LIBRARY, /^(?:commander|cli-progress|src\/terminal\/)/],
    ['nothing but the text folder imports wink-nlp', /./, /^wink-/, /^src\/(?:text|types)\//],
    ['numbers are kept in one place', /./, /^prom-client$/, /^src\/operate\//],
    [
      'Keyv, SQLite and PostgreSQL are the state folder’s',
      /./,
      /^(?:@?keyv|node:sqlite|pg$)/,
      /^src\/state\//,
    ],
    ['the playground is not built with discord.js', /^src\/playground\//, /^(?:discord\.js|@discordjs\/)/],
    ['the terminal knows no Discord', /^src\/terminal\//, /^(?:discord\.js|src\/discord\/|commands\/)/],
    ['commander is the program’s', /./, /^commander$/, /^src\/terminal\/program\//],
    ['nothing imports a test', /./, /^(?:test\/|vitest|fast-check)/],
    ['nothing imports an entry', /./, /^src\/(?:cli|main|health)\.ts$/, /^src\/launch\.js$/],
    ['the playground has one door', /^(?!src\/playground\/)/, /^src\/playground\/(?!index\.ts$)/],
    ['the playground knows nothing of us', /^src\/playground\//, /^(?:src\/(?!playground\/)|commands)/],
    ['the shared corpus has one door', /^(?!src\/shared\/)/, /^src\/shared\/(?!index\.ts$)/],
    ['the library has one door', /^(?!src\/library\/)/, /^src\/library\/(?!index\.ts$)/],
    ['Discord’s replies do not know the commands', /^src\/(?!start\.ts|cli\.ts)/, /^commands\//],
  ])('%s', (_, from, to, except) => {
    expect(arrows(from, to, except)).toEqual([]);
  });

  test('what a file imports from npm is a dependency, not a tool of development', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const packages = imports
      .map(({ to }) => to)
      .filter((to) => !/^(?:src|commands|node:|package\.json|\/)/.test(to))
      .map((to) =>
        to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

describe('rooms', () => {
  const byFolder = Map.groupBy(files, (file) => dirname(file));
  test.each([...byFolder.keys()])('%s has no more files than can be looked over', (folder) => {
    expect(byFolder.get(folder)?.length ?? 0).toBeLessThanOrEqual(MOST_FILES);
  });
});

describe('modules', () => {
  test.each(files.filter((file) => !file.endsWith('.json')))('%s has at most 250 lines', (file) => {
    const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
    expect(lines).toBeLessThanOrEqual(MOST_LINES);
  });

  test('every import of ours names a file that exists', () => {
    const there = new Set([
      ...globSync('**/*.{ts,js,json}', { cwd: join(root, 'src') }).map((file) => `src/${file}`),
      ...files,
      'package.json',
    ]);
    const lost = imports.filter(({ to }) => /^(?:src|commands)\//.test(to) && !there.has(to));
    expect(lost).toEqual([]);
  });

  test('nothing imports in a circle, types neither', () => {
    const targets = Map.groupBy(
      imports.filter(({ to }) => /^(?:src|commands)\//.test(to)),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const { to } of targets.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of code) visit(file, []);
    expect(circles).toEqual([]);
  });
});

test('all forms of imports are read, and nothing else', () => {
  const text = [
    "import a from 'one';",
    "import type { B } from 'two';",
    "export { c } from 'three';",
    "import 'four';",
    "const five = await import('five');",
    "import {\n  d,\n} from 'six';",
    "const no = 'taken from', other = 'import';",
  ].join('\n');
  expect(importsOf(text)).toEqual(['one', 'two', 'three', 'six', 'four', 'five']);
  // The lists above are not empty because the files were looked for in the wrong place.
  expect(imports.filter(({ to }) => to.startsWith('src/')).length).toBeGreaterThan(100);
});
