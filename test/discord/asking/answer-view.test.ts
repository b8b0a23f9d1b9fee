import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answered, NoAnswer } from '../../../src/answer/answer.ts';
import { answerMark } from '../../../src/discord/asking/answer-marks.ts';
import { answerView } from '../../../src/discord/asking/answer-view.ts';
import { contextView, surroundings } from '../../../src/discord/asking/context-view.ts';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import type { View } from '../../../src/discord/replies/view-parts.ts';
import { ARTICLES, makeArticle, makePassage } from '../articles.ts';
import { activeMarkdown, visible } from '../discord-markdown.ts';
import { buttonsOf, labelsOf, textsOf } from '../views/parts.ts';
import { ALL, EN } from '../words/all.ts';

const PUBLIC = { viewId: 'AbCdEfGhIjK', index: 0, private: false, feedback: true, words: EN };
const [bridge = makeArticle(), ferry = makeArticle()] = ARTICLES;

function answered(fields: Partial<Answered> = {}): Answered {
  const passages = [
    makePassage(bridge, 'The bridge was built in 1842.', '1842', [ferry]),
    makePassage(bridge, 'It reopened on Monday.'),
    makePassage(ferry, 'The bridge is free of charge.'),
  ] as const;
  return {
    kind: 'answer',
    question: 'when was the bridge built',
    confidence: 0.9,
    level: 'strong',
    passages,
    ...fields,
  };
}

describe('an answer', () => {
  it('shows the question, the quote, its source, how sure it is, and who else says so', () => {
    expect(textsOf(answerView(answered(), PUBLIC))).toEqual([
      '**when was the bridge built**',
      '> “The bridge was built in **1842**.”',
      '**[The old bridge reopens](https://harbour.example/bridge%5F%28old%29)**\nThe Harbour Post · I. Vane · 5 August 2021',
      '-# Strong match · Paragraph 1 of 2\n-# Also in 1 other article: Ferry fares \\*rise\\*',
    ]);
  });

  it('calls unknown what the corpus does not know', () => {
    const view = answerView(
      answered({ passages: [makePassage(ferry, 'The bridge is free of charge.')], level: 'weak' }),
      PUBLIC,
    );
    expect(textsOf(view).slice(2)).toEqual([
      '**Ferry fares \\*rise\\***',
      '-# Weak match: read it in its source before you rely on it · Paragraph 1 of 2',
    ]);
  });

  it('says of a weak match that it is a guess, above the quote', () => {
    expect(textsOf(answerView(answered({ level: 'weak' }), PUBLIC))[0]).toBe(
      '**when was the bridge built**\nPerhaps:',
    );
  });

  it('shows what answers for another year below the first, each with its year', () => {
    const [first, second, third] = answered().passages;
    if (second === undefined || third === undefined) throw new RangeError('There are three passages');
    const view = answerView(
      answered({ passages: [{ ...first, label: '2022' }, { ...second, label: '2018' }, third] }),
      PUBLIC,
    );
    const texts = textsOf(view);
    expect(texts[0]).toBe('**when was the bridge built**\n2022:');
    expect(texts[3]).toMatch(/^2018:\n> “It reopened on Monday\.”\n/);
    expect(texts.join('\n')).not.toContain('free of charge');
    expect(viewProblems(view)).toEqual([]);
  });

  it.each([
    [
      'the first passage',
      PUBLIC,
      [
        'Other passages (2)',
        'Context',
        'Read',
        'Also in (1)',
        'Follow up',
        'Delete',
        'Helpful',
        'Not helpful',
      ],
    ],
    [
      'a later one',
      { ...PUBLIC, index: 1 },
      ['Previous', 'Next', 'Context', 'Read', 'Follow up', 'Delete', 'Helpful', 'Not helpful'],
    ],
    [
      'the last',
      { ...PUBLIC, index: 2 },
      ['Previous', 'Context', 'Read', 'Follow up', 'Delete', 'Helpful', 'Not helpful'],
    ],
    [
      'beyond the last',
      { ...PUBLIC, index: 9 },
      ['Previous', 'Context', 'Read', 'Follow up', 'Delete', 'Helpful', 'Not helpful'],
    ],
    [
      'in private',
      { ...PUBLIC, private: true },
      [
        'Other passages (2)',
        'Context',
        'Read',
        'Also in (1)',
        'Follow up',
        'Share',
        'Helpful',
        'Not helpful',
      ],
    ],
  ])('has buttons for %s', (_, place, labels) => {
    expect(labelsOf(answerView(answered(), place))).toEqual(labels);
  });

  it('says which passage it is', () => {
    expect(textsOf(answerView(answered(), { ...PUBLIC, index: 1 })).at(-1)).toBe(
      '-# Passage 2 of 3 · Paragraph 2 of 2',
    );
  });

  it('offers the question that was probably meant', () => {
    const view = answerView(answered({ didYouMean: 'when was the *bridge* built' }), PUBLIC);
    expect(labelsOf(view)).toContain('Ask: when was the *bridge* built');
    expect(textsOf(view).at(-1)).toContain('-# Did you mean: when was the \\*bridge\\* built');
  });
});

describe('no answer', () => {
  const none: NoAnswer = {
    kind: 'no-answer',
    question: 'who sank the ferry',
    confidence: 0.1,
    reason: 'unsure',
    closest: [],
  };

  it('says so, and shows the closest passages as such', () => {
    const closest = [makePassage(ferry, 'The ferry costs 4 crowns.', '4 crowns')];
    expect(textsOf(answerView({ ...none, closest }, PUBLIC))).toEqual([
      '**who sank the ferry**\nNo answer: nothing in the articles answers that well enough to quote.',
      '-# Closest passages, which do not answer it:',
      '> “The ferry costs 4 crowns.”\nFerry fares \\*rise\\*',
    ]);
  });

  it.each([
    ['empty', 'There are no words in that to look for. Ask with a name, a place or a thing in it.'],
    ['unknown', 'No answer: the articles do not mention what you ask about.'],
  ] as const)('tells why: %s', (reason, words) => {
    expect(textsOf(answerView({ ...none, reason }, PUBLIC))[0]).toContain(words);
  });
});

describe('the mark of an answer', () => {
  it('changes with the words that are quoted, and with whether it is an answer', () => {
    const marks = [
      answered(),
      answered({ passages: [makePassage(bridge, 'It reopened on Monday.')] }),
      answered({ passages: [makePassage({ ...bridge, hash: 'edited' }, 'It reopened on Monday.')] }),
    ].map(answerMark);
    expect(new Set(marks).size).toBe(3);
    expect(answerMark(answered())).toBe(answerMark(answered({ question: 'asked otherwise' })));
  });
});

describe('the context of a passage', () => {
  it('is its paragraph and the neighbours, with the passage in bold', () => {
    expect(textsOf(contextView(makePassage(bridge, 'It reopened on Monday.'), EN))[0]).toBe(
      '> “The bridge was built in 1842.\n> \n> **It reopened on Monday.** Mayor Ada Quill cut the ribbon.”',
    );
  });

  it.each([
    [100, 'One.\n\nTwo two.\n\nThree.'],
    [17, 'One.\n\nTwo two.'],
    [13, 'Two two.'],
  ])('leaves out neighbours beyond %i characters', (max, shown) => {
    const text = 'One.\n\nTwo two.\n\nThree.';
    expect(text.slice(...surroundings(text, 10, 13, max))).toBe(shown);
  });
});

const line = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    '# x',
    '> y',
    '-# z',
    '- a',
    '1. b',
    '***',
    '||x||',
    '@everyone',
    '<@1>',
    '[a](http://b.c)',
    '😀'.repeat(3000),
    '*'.repeat(9000),
    '漢'.repeat(6000),
    '\u{1d400}'.repeat(5000),
  ),
);
const article = fc
  .record({
    id: fc.string({ maxLength: 20 }),
    title: line,
    publisher: line,
    authors: fc.array(line, { maxLength: 3 }),
    url: fc.oneof(fc.webUrl(), fc.string(), fc.constant(`https://x.example/${'a*(b)'.repeat(500)}`)),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  })
  .map(({ lines, ...rest }) =>
    makeArticle({ ...rest, text: `x${lines.join('\n\n')}y`.replace(/[^\S\n]+/g, ' ').toWellFormed() }),
  );
const passage = fc
  .tuple(
    article,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.boolean(),
    fc.array(article, { maxLength: 5 }),
  )
  .map(([source, from, to, focused, alsoIn]) => {
    const starts = [...new Intl.Segmenter().segment(source.text)].map(({ index }) => index);
    const pick = (share: number) => starts[Math.floor(share * (starts.length - 1))] ?? 0;
    const start = Math.min(pick(from), pick(to));
    const end =
      Math.max(pick(from), pick(to)) + 1 >= source.text.length
        ? source.text.length
        : (starts.find((index) => index > Math.max(pick(from), pick(to))) ?? source.text.length);
    const focus = [start, starts.find((index) => index > start) ?? end] as const;
    return {
      article: source,
      start,
      end,
      sentence: [start, end] as const,
      ...(focused && { focus }),
      score: 1,
      alsoIn,
    };
  });

describe('every payload, over generated articles', () => {
  const place = fc.record({
    viewId: fc.constant('AbCdEfGhIjK'),
    index: fc.nat(6),
    private: fc.boolean(),
    feedback: fc.boolean(),
    words: fc.constantFrom(...ALL),
  });
  const common = { question: line, confidence: fc.constant(0.5) };
  const answer = fc.oneof(
    fc.record({
      kind: fc.constant('answer' as const),
      level: fc.constantFrom('strong' as const, 'likely' as const, 'weak' as const),
      passages: fc.tuple(passage, passage, passage),
      didYouMean: line,
      ...common,
    }),
    fc.record({
      kind: fc.constant('no-answer' as const),
      reason: fc.constantFrom('empty' as const, 'unknown' as const, 'unsure' as const),
      closest: fc.array(passage, { maxLength: 5 }),
      didYouMean: line,
      ...common,
    }),
  );

  it('is within the limits, and holds nothing that Discord would act on', () => {
    fc.assert(
      fc.property(answer, place, (given, where) => {
        const view = answerView(given, where);
        expect(viewProblems(view)).toEqual([]);
        if (where.words === EN)
          for (const text of textsOf(view)) expect(activeMarkdown(withoutOurs(text))).toEqual([]);
        expect(buttonsOf(view).every(({ custom_id: id }) => id.length <= 100)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('quotes a slice of the article, character by character', () => {
    fc.assert(
      fc.property(passage, fc.boolean(), (given, isPrivate) => {
        const view = answerView(answered({ passages: [given] }), { ...PUBLIC, private: isPrivate });
        expect(given.article.text.slice(given.start, given.end)).toMatch(startsWith(quotedIn(view)));
        expect(viewProblems(contextView(given, EN))).toEqual([]);
        expect(given.article.text).toContain(quotedIn(contextView(given, EN)));
      }),
      { numRuns: 150 },
    );
  });
});

function quotedIn(view: View): string {
  const shown = textsOf(view).find((text) => text.startsWith('> “')) ?? '';
  return visible(shown)
    .replace(/^“/, '')
    .replace(/”(?: …)?$/, '');
}

/** The text must begin with the quote, which never is empty. */
function startsWith(quote: string): RegExp {
  expect(quote).not.toBe('');
  return new RegExp(`^${RegExp.escape(quote)}`);
}

/** Takes off the marks that views add themselves: block quotes, subtext, bold and the links to sources. */
function withoutOurs(text: string): string {
  return (
    text
      .replace(/^(?:> |-# )/gm, '')
      .replace(/(?<!\\)\*\*/g, '')
      .replace(/\]\(https?:[^)]*\)/g, '')
      // Something stays in its place: what follows it does not begin the line.
      .replace(/(?<!\\)\[/g, '§')
  );
}
