import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../src/answer/engine.ts';
import type { Article } from '../../src/corpus/article.ts';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { createSnapshot } from '../../src/library/create-snapshot.ts';
import type { Snapshot } from '../../src/library/index.ts';
import type { Outcome } from '../../src/playground/index.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import { makeArticle } from '../discord/articles.ts';
import { openStage, type Stage } from '../discord/stage.ts';
import { sentenceEnds as ends, tools } from '../language.ts';

function snapshotOf(articles: readonly Article[]): Snapshot {
  const split = articles.map((article) => ({ article, sentences: sentenceSpans(article.text, ends) }));
  return createSnapshot(new Engine([buildSegment(split, tools.reader)], tools), []);
}

/** Markup of all kinds, scripts of many bytes, and much too much of something. */
const EXTREMES = [
  '@everyone <@1> <#2> </ask:3> <t:0:R> <:x:1>',
  '# x\n> y\n-# z\n- a\n1. b\n```\ncode\n```',
  '[a](http://b.c) **bold** ~~no~~ ||spoiler|| `code` __x__ _y_ https://x.example/a_b_c',
  `${'*'.repeat(5000)} `,
  `${'漢字'.repeat(3000)}。`,
  '😀'.repeat(3000),
  '👩‍👩‍👧'.repeat(800),
  `${'a'.repeat(9000)}`,
  'مرحبا بالعالم. '.repeat(300),
  '\u202e\u200b\u0301'.repeat(500),
];

/** What may stand in an article: prose, every script, and the extremes. */
const piece = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 8 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc.constantFrom(...EXTREMES),
);
/** An article's text that has answers, with something else in the middle of their paragraphs. */
function textAround(body: string): string {
  return `The bridge of Harbourtown was built by Ada Quill in 1842. ${body}\n\nAda Quill is a mason. ${body} The bridge is long.`
    .replace(/[^\S\n]+/g, ' ')
    .toWellFormed();
}

const address = fc.oneof(
  fc.webUrl(),
  fc.string(),
  fc.constantFrom(
    `https://x.example/${'a*(b)'.repeat(900)}`,
    'javascript:alert(1)',
    'https://u:p@x.example/',
    'http://[',
  ),
);
const article = fc
  .record({
    title: piece,
    publisher: piece,
    authors: fc.array(piece, { maxLength: 3 }),
    url: address,
    body: piece,
  })
  .map(({ body, ...facts }) => ({ ...facts, text: textAround(body) }));

const articles = fc
  .array(article, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((facts, n) => makeArticle({ id: `article-${n}`, ...facts })));
const question = fc.oneof(
  fc.constantFrom('who is Ada Quill', 'when was the bridge built', 'who built the brigde', 'how long is it'),
  piece.map((text) => text.slice(0, 1000)).filter((text) => text.trim() !== ''),
);

describe('everything that the bot sends, whatever stands in the articles', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is accepted by a strict Discord', async () => {
    await fc.assert(
      fc.asyncProperty(articles, question, fc.boolean(), async (all, asked, isPrivate) => {
        stage.snapshot = snapshotOf(all);
        stage.playground.requests.length = 0;
        stage.lines.length = 0;
        const { asModerator } = stage.playground;
        const answer = await asModerator.slash('ask', { question: asked, private: isPrivate });
        for (const label of labelsOf(answer).filter((each) => !/Delete|Helpful|helpful|Source/.test(each))) {
          if (labelsOf(answer).includes(label)) await (await answer.press(label)).settled(0);
        }
        const list = await asModerator.slash('sources');
        await asModerator.slash('sources', { query: 'article-0' });
        await asModerator.autocomplete('ask', 'question', asked.slice(0, 50));
        await asModerator.autocomplete('sources', 'query', '');
        expect(list.text).toContain(`**${all.length} article`);
        expect(answer.message?.mentions ?? []).toEqual([]);
        expect(stage.playground.requests.filter(({ status }) => status >= 400)).toEqual([]);
        expect(stage.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
      }),
      {
        numRuns: 40,
        endOnFailure: true,
        examples: EXTREMES.map((extreme) => [
          [makeArticle({ id: 'article-0', title: extreme, publisher: extreme, text: textAround(extreme) })],
          'when was the bridge of Harbourtown built',
          false,
        ]),
      },
    );
  }, 120_000);
});

function labelsOf({ components }: Outcome): string[] {
  return components.flatMap((component) =>
    component.type === 2 && 'label' in component && component.label !== undefined ? [component.label] : [],
  );
}
