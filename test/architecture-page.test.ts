import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * docs/architecture.md, CONTRIBUTING.md and the rooms' own pages are held against the files, so that whoever reads them
 * is not led astray.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/architecture.md');
const code = globSync(['src/**/*.{ts,js}', 'commands/**/*.ts'], { cwd: root }).sort();
const folders = [...new Set(globSync(['src/*/**/*.*', 'commands/*'], { cwd: root }).map(dirname))].sort();

/** The room of a file: `discord` for what is in `src/discord`, `commands`; undefined for the entries. */
function roomOf(file: string): string | undefined {
  return /^src\/([\w-]+)\//.exec(file)?.[1] ?? /^(commands)\//.exec(file)?.[1];
}

const IMPORT = /^(?:import|export)\s[^'"`;]*?\bfrom\s*['"](\.[^'"\n]+)['"]/gm;
/** Rooms that serve all others; the picture would be full of them. */
const EVERYWHERE = new Set(['config', 'data', 'types', 'operate', 'playground']);

describe('the picture of the rooms', () => {
  const drawn = new Set(
    [...page.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from, to]) => `${from} → ${to}`),
  );
  const there = new Set(
    code.flatMap((file) =>
      [...read(file).matchAll(IMPORT)].flatMap(([, path = '']) => {
        const [from, to] = [roomOf(file), roomOf(normalize(join(dirname(file), path)))];
        if (from === undefined || to === undefined || from === to) return [];
        return EVERYWHERE.has(from) || EVERYWHERE.has(to) ? [] : [`${from} → ${to}`];
      }),
    ),
  );
  test('has every arrow that there is', () => {
    expect([...there].filter((arrow) => !drawn.has(arrow)).sort()).toEqual([]);
  });
  test('has no arrow that there is not', () => {
    expect([...drawn].filter((arrow) => !there.has(arrow)).sort()).toEqual([]);
  });
  test('or the words below it name every room', () => {
    const rooms = new Set(code.flatMap((file) => roomOf(file) ?? []));
    const missing = [...rooms].filter((room) => !new RegExp(`\\b${room}\\b`).test(page));
    expect(missing).toEqual([]);
  });
});

test.each(folders.filter((folder) => folder !== 'src'))('%s says what it is for', (folder) => {
  const own = read(`${folder}/README.md`).trim();
  expect(own.length).toBeGreaterThan(40);
});

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/*.md', { cwd: root })];
const rooms = folders.map((folder) => `${folder}/README.md`).filter((file) => existsSync(join(root, file)));

test.each([...pages, ...rooms])('every path that %s names is there', (file) => {
  const named = [...read(file).matchAll(/`((?:src|test|commands|training|benchmarks|docs)\/[\w./-]+)`/g)];
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  if (!file.startsWith('src/')) return;
  const beside = [...read(file).matchAll(/`([\w-]+\.(?:ts|js|json|txt|bin))`/g)].map(([, name = '']) => name);
  const here = dirname(file);
  const known = (name: string) =>
    [here, '', 'src'].some((folder) => existsSync(join(root, folder, name))) ||
    globSync(`${here}/*/${name}`, { cwd: root }).length > 0;
  expect(beside.filter((name) => !known(name))).toEqual([]);
});
