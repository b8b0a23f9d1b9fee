import { describe, expect, test } from 'vitest';
import type { FileReading } from '../../../src/corpus/reading/file-reading.ts';
import { restoreReading, storeReading } from '../../../src/library/stored/readings-codec.ts';
import { makeArticle } from '../../discord/articles.ts';

const article = makeArticle({ id: 'a' });
const other = makeArticle({ id: 'b' });
const head = { path: 'a.md', size: 12, modified: 1.5, readAt: 1_600_000_000_000 };
const problem = { severity: 'warning', path: 'a.md', message: 'It is empty.', fix: 'Write.' } as const;

const restore = (row: unknown) =>
  restoreReading(JSON.parse(JSON.stringify(row)), ({ at: [segment], title }) => {
    if (segment === 7) throw new RangeError('There is no article 7');
    return title === undefined ? article : other;
  });

test.each<[string, FileReading]>([
  ['of one article', { ...head, entries: [{ article, problems: [] }] }],
  ['that has a digest', { ...head, hash: 'ff', entries: [{ article, problems: [] }] }],
  ['with problems', { ...head, entries: [{ article, problems: [problem, { ...problem, line: 3 }] }] }],
  ['of problems alone', { ...head, entries: [{ problem }, { problem: { ...problem, line: 9 } }] }],
  ['of an article with another title', { ...head, entries: [{ article: other, problems: [] }] }],
  ['of nothing', { ...head, entries: [] }],
])('a reading %s is restored', (_, reading) => {
  const row = storeReading(reading, (one) => ({ at: [1, 2], ...(one === other && { title: 'Other' }) }));
  expect(restore(row)).toEqual(reading);
});

describe('is refused', () => {
  const row = ['a.md', 12, 1.5, 1_600_000_000_000, null];
  test.each<[string, unknown]>([
    ['no row', { path: 'a.md' }],
    ['no path', [1, ...row.slice(1)]],
    ['no size', ['a.md', '12', ...row.slice(2)]],
    ['no time', ['a.md', 12, null, ...row.slice(3)]],
    ['no digest', [...row.slice(0, 4), 1]],
    ['no entry', [...row, 'a']],
    ['a problem that is none', [...row, [['bad']]]],
    ['an entry without article or problem', [...row, [[]]]],
    ['no place of an article', [...row, [[], 'x', 0, null]]],
    ['no title', [...row, [[], 1, 0, 5]]],
    ['an article that is not there', [...row, [[], 7, 0, null]]],
  ])('%s', (_, value) => {
    expect(() => restore(value)).toThrow();
  });
});
