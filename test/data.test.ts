import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(`${root}src/data/README.md`, 'utf8');
const { trained }: { trained: { data: string[] } } = JSON.parse(
  readFileSync(`${root}src/data/model.json`, 'utf8'),
);

/** The cells of the rows of a section's table. */
function tableOf(heading: string): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .slice(2);
}

describe('what is shipped', () => {
  const rows = tableOf('Files of this folder');
  test('every file of the folder has a row, and every row a file', () => {
    const named = rows.map(([file = '']) => file.replaceAll('`', '')).sort();
    expect(named).toEqual(
      readdirSync(`${root}src/data`)
        .filter((file) => file !== 'README.md')
        .sort(),
    );
  });

  test.each(rows)('%s: says what it is, from where, under which licence, and how it is made', (...cells) => {
    expect(cells).toHaveLength(5);
    for (const cell of cells) expect(cell).not.toBe('');
    const [, script] = /node (\S+\.ts)/.exec(cells[4] ?? '') ?? [];
    if (script !== undefined) expect(existsSync(`${root}${script}`)).toBe(true);
  });
});

test('every set that the weights were learnt from is named, with its licence', () => {
  const rows = tableOf('What the weights were learnt from');
  const named = rows.flatMap(([sets = '']) => sets.split(', '));
  expect(trained.data.filter((set) => !named.includes(set))).toEqual([]);
  for (const [, ...cells] of rows) for (const cell of cells) expect(cell).not.toBe('');
});

test('every list that was written by hand stands where it says', () => {
  const files = tableOf('Lists written by hand').map(([, file = '']) => /`([^`]+)`/.exec(file)?.[1] ?? file);
  expect(files.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
  expect(files.length).toBeGreaterThan(5);
});
