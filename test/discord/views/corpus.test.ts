import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Problem } from '../../../src/corpus/article.ts';
import type { Preview } from '../../../src/corpus/keep/keeper.ts';
import { gapsView } from '../../../src/discord/corpus/views/gaps-view.ts';
import { judgedMenu } from '../../../src/discord/corpus/views/judged-view.ts';
import { previewView } from '../../../src/discord/corpus/views/preview-view.ts';
import { problemLine, reloadedView, reloadingView } from '../../../src/discord/corpus/views/reload-view.ts';
import { statusView } from '../../../src/discord/corpus/views/status-view.ts';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import { articleCard } from '../../../src/discord/sources/article-card.ts';
import { articleListView } from '../../../src/discord/sources/article-list.ts';
import type { LibraryStatus, ReloadReport } from '../../../src/library/index.ts';
import { ARTICLES, makeArticle } from '../articles.ts';
import { activeMarkdown } from '../discord-markdown.ts';
import { ALL, EN } from '../words/all.ts';
import { labelsOf, textsOf } from './parts.ts';

const [bridge, ferry] = ARTICLES;
if (bridge === undefined || ferry === undefined) throw new Error('no articles');

const PROBLEM: Problem = {
  severity: 'error',
  path: 'drafts/a_b.md',
  line: 3,
  message: 'The date "32 May" cannot be.',
  fix: 'Write it as YYYY-MM-DD.',
};

const REPORT: ReloadReport = {
  added: [bridge],
  changed: [],
  removed: [ferry],
  failed: [PROBLEM],
  before: { articles: 1200, sentences: 30_000 },
  after: { articles: 1200, sentences: 30_010 },
  ms: 840,
  swapped: true,
};

const PREVIEW: Preview = {
  draft: 'abcdefghij012345',
  path: 'the-old-bridge-reopens.md',
  articles: [
    {
      article: bridge,
      dropped: [{ line: 4, text: 'Share on Facebook', reason: 'share bar' }],
      problems: [],
    },
  ],
  problems: [],
  savable: true,
  editable: true,
};

const STATUS: LibraryStatus = {
  articles: 2,
  sentences: 9,
  publishers: 1,
  undated: 1,
  span: ['2021-08-05', '2021-08-05'],
  errors: 1,
  warnings: 0,
  bytes: 12_345,
  memoryBytes: 345_000_000,
  loadedAt: Date.UTC(2021, 7, 9, 12),
  reloading: 0,
  watching: false,
};

describe('the report of a reload', () => {
  it('names what has changed, counts before and after, and tells what failed and how to mend it', () => {
    const text = textsOf(reloadedView(REPORT, EN)).join('\n');
    for (const words of [
      '1 added, 0 changed, 1 removed',
      '**Added (1)**\n- The old bridge reopens',
      '**Removed (1)**\n- Ferry fares \\*rise\\*',
      '**Could not be read (1)**',
      '1,200 articles → 1,200 · 30,000 sentences → 30,010 · 840 ms',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Changed');
    expect(problemLine(PROBLEM)).toBe(
      '- drafts/a\\_b.md\\:3: The date "32 May" cannot be. Write it as YYYY-MM-DD.',
    );
  });

  it.each([
    ['nothing', { ...REPORT, added: [], removed: [], failed: [], swapped: false }, 'Nothing has changed', []],
    [
      'too much that vanished',
      { ...REPORT, swapped: false, reason: { kind: 'vanished', message: 'Half of it is gone.' } },
      'left as they were.** Half of it is gone.',
      ['Reload all the same'],
    ],
  ] as const)('says so: %s', (_, report, words, labels) => {
    const view = reloadedView(report, EN);
    expect(textsOf(view)[0]).toContain(words);
    expect(labelsOf(view)).toEqual(labels);
  });

  it('shows how far it is', () => {
    const view = reloadingView('key', { step: 'reading', done: 25, total: 5000 }, EN);
    expect(textsOf(view)[0]).toContain('Reading the files: 25 of 5,000');
    expect(labelsOf(view)).toEqual(['Cancel']);
  });
});

describe('the preview of an article', () => {
  it('shows the facts, how it begins, and what was left out', () => {
    const view = previewView(PREVIEW, EN);
    const text = textsOf(view).join('\n');
    expect(text).toContain('The Harbour Post · I. Vane · 5 August 2021');
    expect(text).toContain('> The bridge was built in 1842.');
    expect(text).toContain('**Left out (1)**\n- share bar: Share on Facebook');
    expect(text).toContain('saved as the-old-bridge-reopens.md');
    expect(labelsOf(view)).toEqual(['Save', 'Edit details', 'Cancel']);
  });

  it.each<[string, Partial<Preview>, string, string[]]>([
    [
      'a file that is there already',
      { existing: { path: PREVIEW.path, title: 'Old' } },
      'There is a file of that name already',
      ['Replace it', 'Edit details', 'Cancel'],
    ],
    [
      'nothing to save',
      { savable: false, articles: [], problems: [PROBLEM] },
      'This cannot be added',
      ['Cancel'],
    ],
    [
      'many in one file',
      { articles: [...PREVIEW.articles, { article: ferry, dropped: [], problems: [] }], editable: false },
      '**2 articles**\n- The old bridge reopens\n- Ferry fares \\*rise\\*',
      ['Save', 'Cancel'],
    ],
  ])('%s', (_, change, words, labels) => {
    const view = previewView({ ...PREVIEW, ...change }, EN);
    expect(textsOf(view).join('\n')).toContain(words);
    expect(labelsOf(view)).toEqual(labels);
  });
});

it('the status tells facts, problems and who changed what', () => {
  const by = '123456789012345678';
  const change = { at: Date.UTC(2021, 7, 9, 13, 5), by, action: 'remove', what: 'A *title*' };
  const text = textsOf(statusView(STATUS, [PROBLEM], [change], EN)).join('\n');
  for (const words of [
    '**2 articles**, 9 sentences, 1 publisher',
    'From 5 August 2021 to 5 August 2021; 1 undated',
    '12.3 kB of files; the bot uses 345 MB of memory',
    '**1 error and 0 warnings**',
    `- 2021-08-09 13:05 UTC <@${by}> remove: A \\*title\\*`,
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('Nothing can be kept');
  const trouble = { since: Date.UTC(2021, 7, 9, 13, 5), why: 'the disk is *full*', waiting: 1 };
  expect(textsOf(statusView(STATUS, [], [], EN, trouble)).join('\n')).toContain(
    '**Nothing can be kept since 2021-08-09 13:05 UTC: the disk is \\*full\\*.** Answers go on. In memory until it can be written, and lost with a restart: 1 row of',
  );
});

describe('lists', () => {
  it('gaps come with their numbers, ten to a page', () => {
    const gaps = Array.from({ length: 11 }, (_, n) => ({
      question: `question ${n}`,
      variants: n === 0 ? ['Question zero?'] : [],
      count: 3,
      noAnswer: 2,
      thumbsDown: 1,
      last: 0,
    }));
    const first = gapsView(gaps, 0, 90, EN);
    expect(textsOf(first)[1]).toContain('- question 0 (2 × no answer, 1 × not helpful, 1 other wording)');
    expect(labelsOf(first)).toEqual(['Next', 'Forget all']);
    const last = gapsView(gaps, 7, 90, EN);
    expect(textsOf(last)[1]).toBe('- question 10 (2 × no answer, 1 × not helpful)');
    expect(labelsOf(last)).toEqual(['Previous', 'Forget all']);
    expect(textsOf(gapsView([], 0, 90, EN))[0]).toContain('No unanswered questions');
  });

  it('articles come six to a page', () => {
    const articles = Array.from({ length: 7 }, (_, n) => makeArticle({ id: `a${n}`, title: `Title ${n}` }));
    const place = { listId: 'AbCdEfGhIjK', query: '', page: 0 };
    const first = articleListView(articles, place, EN);
    expect(textsOf(first)[1]?.split('\n')).toHaveLength(6);
    expect(labelsOf(first)).toEqual(['Next']);
    expect(textsOf(articleListView(articles, { ...place, page: 1 }, EN))[1]).toContain('Title 6');
    expect(textsOf(articleListView([], { ...place, query: '*x*' }, EN))[0]).toBe(
      'No article fits **\\*x\\***.',
    );
  });

  it('a card shows the most quoted passages, or how the article begins', () => {
    const quoted = textsOf(articleCard(bridge, 4, [{ span: [0, 29], count: 2 }], EN));
    expect(quoted).toContain('-# Quoted 2 times\n> “The bridge was built in 1842.”');
    expect(textsOf(articleCard(bridge, 4, [], EN))).toContain(
      '-# It begins\n> “The bridge was built in 1842.”',
    );
  });
});

describe('every view, over generated texts', () => {
  const text = fc.oneof(
    fc.lorem({ mode: 'sentences', maxCount: 5 }),
    fc.string({ unit: 'grapheme', maxLength: 150 }),
    fc.constantFrom(
      '',
      ' ',
      '*'.repeat(3000),
      '漢'.repeat(3000),
      '@everyone <@1>',
      '# x\n\n> y',
      '😀'.repeat(900),
    ),
  );
  const article: fc.Arbitrary<Article> = fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 300 }),
      title: text,
      publisher: text,
      authors: fc.array(text, { maxLength: 2 }),
      tags: fc.array(text, { maxLength: 2 }),
      url: fc.oneof(fc.webUrl(), text),
      body: text,
    })
    .map(({ body, ...rest }) => makeArticle({ ...rest, text: `x${body}`.toWellFormed() }));
  const problem = fc.record({
    severity: fc.constant('error' as const),
    path: text,
    line: fc.nat(),
    message: text,
    fix: text,
  });
  const articles = fc.uniqueArray(article, { maxLength: 30, selector: ({ id }) => id });
  const dropped = fc.record({ line: fc.nat(), text, reason: fc.constant('advert' as const) });

  it('is within the limits, and holds nothing that Discord would act on', () => {
    fc.assert(
      fc.property(
        articles,
        fc.array(problem, { maxLength: 12 }),
        fc.array(dropped, { maxLength: 12 }),
        text,
        fc.nat(6),
        fc.constantFrom(...ALL),
        (some, problems, left, words, page, language) => {
          const report = { ...REPORT, added: some, changed: some, removed: some, failed: problems };
          const previewed = some.map((each) => ({ article: each, dropped: left, problems }));
          const gaps = some.map(({ title }, n) => ({
            question: `${n} ${title}`,
            variants: [],
            count: 1,
            noAnswer: 1,
            thumbsDown: 0,
            last: 0,
          }));
          const judged = gaps.map(({ question }, n) => ({
            question,
            mark: 'AbCdEfGh',
            verdict: { direction: n % 2 === 0 ? ('up' as const) : ('down' as const), people: 3 },
          }));
          const changes = problems.map(({ message }) => ({
            at: 0,
            by: words,
            action: 'edit',
            what: message,
          }));
          const [one] = some;
          const views = [
            reloadedView(report, language, { undo: 'key' }),
            reloadedView({ ...report, reason: { kind: 'vanished', message: words.slice(0, 300) } }, language),
            previewView({ ...PREVIEW, articles: previewed, problems, path: words }, language),
            previewView(
              {
                ...PREVIEW,
                articles: previewed.slice(0, 1),
                existing: { path: words, title: words },
              },
              language,
            ),
            previewView({ ...PREVIEW, articles: [], problems, savable: false }, language),
            statusView(STATUS, problems, changes, language),
            gapsView(gaps, page, 90, language),
            {
              components: [
                ...gapsView(gaps, page, 90, language).components,
                ...judgedMenu(judged, page, language),
              ],
            },
            articleListView(some, { listId: 'AbCdEfGhIjK', query: words, page }, language),
            ...(one === undefined
              ? []
              : [
                  articleCard(one, 3, [], language),
                  articleCard(one, 3, [{ span: [0, one.text.length], count: 1 }], language),
                ]),
          ];
          for (const view of views) {
            expect(viewProblems(view)).toEqual([]);
            if (language === EN)
              for (const shown of textsOf(view)) expect(activeMarkdown(withoutOurs(shown))).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Takes off the marks that views add themselves. */
function withoutOurs(text: string): string {
  return (
    text
      .replace(/^(?:> |-# |- )/gm, '')
      .replace(/(?<!\\)\*\*/g, '')
      .replace(/\]\(https?:[^)]*\)/g, '')
      // Something stays in its place: what follows it does not begin the line.
      .replace(/(?<!\\)\[/g, '§')
      .replace(/`footnote check`/g, '')
  );
}
