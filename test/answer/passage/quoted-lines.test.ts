import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundFocus, quotedLines, quoteText, whereOf } from '../../../src/answer/passage/quoted-lines.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { articleOf, passageIn } from '../../corpus/structured.ts';

const PLANS = articleOf(
  `
# Harbour Sync
## Plans
| Plan | Vaults | Largest file |
| Standard | 1 | 5 MB |
| Plus | 10 | |
| Team | As many as the members of the team have among them | 4 GB |
## Restore a file
To restore a file:
1. Open the vault.
2. Choose History.
-- Only files of the last year are listed.
3. Select Restore.
## What counts
These count towards the limit:
- notes
- pictures
- their earlier versions
Deleted files do not. They go after a month.
## Words
Vault :: a folder that is kept in step.
`,
  { title: 'Harbour Sync' },
);

const show = (article: Article, words: string) => quoteText(passageIn(article, words));

describe('a quote is understood alone', () => {
  test.each([
    ['a row has the heads of its columns', '5 MB', 'Standard · Vaults 1 · Largest file 5 MB'],
    ['an empty cell is left out', 'Plus', 'Plus · Vaults 10'],
    [
      'a long cell is set off from its head',
      '4 GB',
      'Team · Vaults: As many as the members of the team have among them · Largest file 4 GB',
    ],
    [
      'the first step brings all that follow, and what is nested in them',
      'Open the vault',
      'To restore a file:\n1. Open the vault.\n2. Choose History.\n◦ Only files of the last year are listed.\n3. Select Restore.',
    ],
    ['a later step those from itself on', 'Select Restore', 'To restore a file:\n3. Select Restore.'],
    [
      'the words that lead in steps bring the steps',
      'To restore',
      'To restore a file:\n1. Open the vault.\n2. Choose History.\n◦ Only files of the last year are listed.\n3. Select Restore.',
    ],
    ['an item its lead-in', 'notes', 'These count towards the limit:\n• notes'],
    ['with a gap where items are left out', 'pictures', 'These count towards the limit:\n…\n• pictures'],
    ['running text is one slice', 'Deleted', 'Deleted files do not.'],
    ['a definition is whole', 'a folder', 'Vault: a folder that is kept in step.'],
  ])('%s', (_, words, expected) => {
    expect(show(PLANS, words)).toBe(expected);
  });

  test('a short list that is one unit is shown item by item below its lead-in', () => {
    const passage = passageIn(PLANS, 'notes');
    const end = PLANS.text.indexOf('earlier versions') + 'earlier versions'.length;
    expect(quoteText({ ...passage, end, sentence: [passage.start, end] })).toBe(
      'These count towards the limit:\n• notes\n• pictures\n• their earlier versions',
    );
  });

  test('a unit that begins with its lead-in shows it once', () => {
    const passage = passageIn(PLANS, 'Open the vault');
    const start = PLANS.text.indexOf('To restore');
    expect(quoteText({ ...passage, start, sentence: [start, passage.end] })).toMatch(
      /^To restore a file:\n1\. Open the vault\.\n2\./,
    );
  });

  test('many steps are shown as far as there is room, the first always', () => {
    const step = (n: number) => `${n}. ${'Turn the wheel and wait. '.repeat(20)}`;
    const long = articleOf([1, 2, 3, 4, 5].map(step).join('\n'));
    const lines = quotedLines(passageIn(long, 'Turn'));
    expect(lines.map(({ mark }) => mark)).toEqual(['1.', '2.', '3.']);
  });

  test('a sentence of a call-out has its title above it', () => {
    const text = 'Beware of the tide\n\nIt comes twice a day. Boats must leave before it.';
    const title = [0, 18] as const;
    const callout = articleOf('', { title: 'Tides' });
    const blocks = [
      { kind: 'heading' as const, start: 0, end: 18, context: [], level: 6 },
      {
        kind: 'callout' as const,
        start: 20,
        end: text.length,
        context: [{ role: 'callout' as const, span: title }],
      },
    ];
    const passage = {
      ...passageIn(PLANS, 'notes'),
      article: { ...callout, text, blocks },
      start: 20,
      end: 41,
      block: 1,
    };
    expect(quoteText({ ...passage, sentence: [20, 41] })).toBe('Beware of the tide\nIt comes twice a day.');
  });
});

describe('where a passage stands', () => {
  const talk = articleOf('## The storm\n@ Ada Quill: The pier broke. We saw it.\n@ Bo Vane: I did not.', {
    title: 'Episode 3',
  });
  test.each([
    ['below its headings, but for the title once more', PLANS, '5 MB', ['Plans']],
    ['with who speaks', talk, 'We saw it', ['The storm', 'Ada Quill:']],
    ['in an article without headings', articleOf('It rained.'), 'rained', []],
  ])('%s', (_, article, words, expected) => {
    expect(whereOf(passageIn(article, words))).toEqual(expected);
  });

  test('who speaks is left out when the quote says it', () => {
    const passage = passageIn(talk, 'The pier broke');
    expect(whereOf({ ...passage, start: talk.text.indexOf('Ada Quill') })).toEqual(['The storm']);
  });
});

test('property: whatever is shown are slices of the article, in order within a line, and the ranked words are among them', () => {
  const line = fc.constantFrom(
    '# Plans',
    '## Limits',
    '| Plan | Size |',
    '| Plus | 5 MB |',
    '- notes',
    '-- pictures',
    '1. Open it.',
    '2. Close it.',
    'To leave:',
    'It rained. They left.',
    '@ Ada: It rained. I left.',
    'Vault :: a folder.',
    '^ Figure 1. The pier',
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(), (lines, pick) => {
      const article = articleOf(lines.join('\n'));
      const passage = passageIn(article, undefined, pick);
      if (passage === undefined) return;
      const slices = quotedLines(passage).flatMap((shown) => shown.slices.map(({ span }) => span));
      for (const [start, end] of slices)
        expect(0 <= start && start < end && end <= article.text.length).toBe(true);
      const [from, to] = passage.sentence;
      const ranked = slices.filter(([start, end]) => start < to && end > from);
      const words = (text: string) => text.replace(/[|\s]+/g, ' ').trim();
      expect(words(ranked.map((span) => article.text.slice(...span)).join(' '))).toContain(
        words(article.text.slice(from, to)),
      );
    }),
  );
});

test.each([
  ['within the slice', [2, 9], [4, 6], ['cd', 'ef', 'ghi']],
  ['across its end', [2, 6], [4, 9], ['cd', 'ef', '']],
  ['elsewhere', [0, 2], [4, 6], ['ab', '', '']],
  ['none', [0, 3], undefined, ['abc', '', '']],
] as const)('the focus %s', (_, span, focus, expected) => {
  expect(aroundFocus(span, focus).map((part) => 'abcdefghij'.slice(...part))).toEqual(expected);
});
