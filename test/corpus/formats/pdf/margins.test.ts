import { expect, test } from 'vitest';
import { marginals } from '../../../../src/corpus/formats/pdf/margins.ts';
import type { Line } from '../../../../src/corpus/formats/pdf/types.ts';

const HEIGHT = 800;

function line(page: number, y: number, text: string): Line {
  return { page, y, text, left: 60, right: 500, size: 10, font: 'a', order: y, lastOrder: y, pieces: [] };
}

/** Pages of a head, many lines of text and a foot. */
function pages(count: number, head: (page: number) => string, foot: (page: number) => string): Line[][] {
  return Array.from({ length: count }, (_, i) => [
    line(i + 1, 40, head(i + 1)),
    ...Array.from({ length: 49 }, (_, row) =>
      line(i + 1, 80 + row * 14, `words ${'a'.repeat(i)} of line ${row}`),
    ),
    line(i + 1, 766, foot(i + 1)),
  ]);
}

function found(lines: readonly Line[][]): string[] {
  return marginals(
    lines,
    lines.map(() => HEIGHT),
    10,
  ).map(({ line: { text }, reason }) => `${reason}: ${text}`);
}

test.each([
  ['the same head on all pages', () => 'The harbour papers', 'running head'],
  ['with the number of the page', (page: number) => `The harbour papers ${page}`, 'running head'],
  ['a number alone', (page: number) => `${page + 11}`, 'page number'],
  ['a number with dashes', (page: number) => `– ${page} –`, 'page number'],
  ['Page 3 of 5', (page: number) => `Page ${page} of 5`, 'page number'],
  ['what a browser prints', (page: number) => `https://example.org/a ${page}/5`, 'print mark'],
])('%s', (_, words, reason) => {
  const lines = found(pages(5, words, (page) => `words that go on ${'a'.repeat(page)}`));
  expect(lines).toEqual(Array.from({ length: 5 }, (_, i) => `${reason}: ${words(i + 1)}`));
});

test.each([
  '11/29/26, 7:45 AM',
  '29.11.2026, 07:45',
  '2026-11-29 07:45 Ferry aground',
])('printed %s, on one page', (head) => {
  expect(
    found(
      pages(
        1,
        () => head,
        () => 'words',
      ),
    ),
  ).toEqual([`print mark: ${head}`]);
});

test('the first lines of pages without heads stay', () => {
  const lines = Array.from({ length: 5 }, (_, page) =>
    Array.from({ length: 20 }, (__, row) =>
      line(page + 1, 60 + row * 14, `Words of page ${'a'.repeat(page)}, line ${'b'.repeat(row)}`),
    ),
  );
  expect(found(lines)).toEqual([]);
});

test('a caption at the head of two pages stays', () => {
  expect(
    found(
      pages(
        2,
        (page) => `Table ${page}. Boats of the line`,
        () => 'words that go on',
      ),
    ),
  ).toEqual([]);
});
