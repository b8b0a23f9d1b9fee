import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { askedQuestion } from '../../src/answer/question/unwrap/normalise-question.ts';
import { readPlain } from '../../src/corpus/formats/plain.ts';
import { withFrontMatter } from '../../src/corpus/keep/writing/front-matter-text.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { parseFrontMatter } from '../../src/corpus/metadata/front-matter.ts';
import { assemble } from '../../src/corpus/reading/assemble-article.ts';
import { EXTENSIONS } from '../../src/corpus/reading/list-files.ts';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { messageQuestions } from '../../src/discord/find-source/message-questions.ts';
import { quoteMarkdown } from '../../src/discord/quoting/quote-view.ts';
import { escapeMarkdown } from '../../src/discord/replies/escape-markdown.ts';
import { wordsIn } from '../../src/discord/words/words.ts';
import { openLibrary } from '../../src/library/index.ts';
import { createAudit } from '../../src/state/audit.ts';
import { createGaps } from '../../src/state/gaps.ts';
import { DATABASE_DEFAULTS } from '../../src/state/sqlite/open-database.ts';
import { openState } from '../../src/state/state.ts';
import { problemLine } from '../../src/terminal/printing/problem-lines.ts';
import { findDates } from '../../src/timeline/dates/find-dates.ts';
import { docxOf, pdfOf } from '../corpus/fixtures.ts';
import { BODY } from '../corpus/folder.ts';
import { activeMarkdown } from '../discord/discord-markdown.ts';
import { expectLinear } from '../growth.ts';
import { sentenceEnds as ends, tools } from '../language.ts';
import { damaged, FUZZ, FUZZ_TIMEOUT, hostileShape, hostileText, shareOfTime } from './hostile.ts';

/*
 * Texts, files and rows that nobody would write, from a seed: nothing throws, time grows with the length, and what is
 * shown stays in its place.
 */
const GOOD = `---\ntitle: Pier\npublished: 2021-08-02\n---\n${BODY}\n\nAda Quill, mayor of Vellmark, cut it. Ahhhhhhhhh! ${"h'".repeat(30)}`;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-fuzz-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openSmallLibrary() {
  const corpus = temporary();
  writeFileSync(join(corpus, 'good.txt'), GOOD);
  const library = await openLibrary({ corpus }, tools, ends);
  onTestFinished(() => library.close());
  return library;
}

const options = { fuzz: { timeout: FUZZ_TIMEOUT } };

test('questions', options.fuzz, async () => {
  const share = shareOfTime();
  const snapshot = (await openSmallLibrary()).current();
  fc.assert(
    fc.property(hostileText, (question) => {
      if (share.isOver()) return;
      const asked = askedQuestion(question, 1000);
      const answer = snapshot.ask(asked, { top: 3 });
      snapshot.names(asked, 25);
      messageQuestions([question]);
      snapshot.sentencesAbout(asked);
      expect(['answer', 'no-answer']).toContain(answer.kind);
    }),
    FUZZ,
  );
});

test('what is shown stays in its place', options.fuzz, () => {
  const share = shareOfTime();
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 100, max: 3000 }), (text, max) => {
      if (share.isOver()) return;
      expect(activeMarkdown(escapeMarkdown(text))).toEqual([]);
      const quote = quoteMarkdown({ text, start: 0, end: text.length }, max, wordsIn('en'));
      expect(quote.markdown.length).toBeLessThanOrEqual(max);
      // The line that says what can't be shown is our own.
      const outside = quote.markdown.split('\n').filter((line) => !line.startsWith('> '));
      expect(outside.length === 0 || outside.join('').startsWith('-# Not exact')).toBe(true);
      const line = problemLine({ severity: 'error', path: text, message: text, fix: text }, false);
      expect(line.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }),
    FUZZ,
  );
});

test('front matter', options.fuzz, () => {
  const share = shareOfTime();
  fc.assert(
    fc.property(hostileText, hostileText, (yaml, body) => {
      if (share.isOver()) return;
      const text = `---\n${yaml}\n---\n${body}`;
      const front = parseFrontMatter(text, 'a.md');
      expect(text.endsWith(front.body)).toBe(true);
      const metadata = { title: 'Pier', authors: [], tags: [] };
      expect(parseFrontMatter(withFrontMatter(text, metadata), 'a.md').metadata).toMatchObject(metadata);
    }),
    FUZZ,
  );
});

test('files of every format', options.fuzz, async () => {
  const share = shareOfTime();
  const bytes = (text: string) => Buffer.from(text);
  const html = bytes(
    `<html><head><title>A</title></head><body><article><p>${BODY}</p></article></body></html>`,
  );
  const file = fc.oneof(
    hostileText.map(bytes),
    hostileText.map((text) => bytes(`<html><body><article><p>${BODY}</p>${text}</article>`)),
    hostileText.map((text) => bytes(JSON.stringify({ title: text, text, url: text, published: text }))),
    hostileText.map((text) => Buffer.from(gzipSync(text))),
    ...[html, pdfOf([['Words of a page']], 'A'), docxOf(['# A', 'Words']), bytes(GOOD)].map(damaged),
  );
  const folder = temporary();
  writeFileSync(join(folder, 'good.txt'), GOOD);
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: EXTENSIONS.length, maxLength: EXTENSIONS.length }),
      async (files) => {
        if (share.isOver()) return;
        for (const [i, content] of files.entries())
          writeFileSync(join(folder, `f${i}${EXTENSIONS[i]}`), content);
        const { articles, problems } = await loadCorpus(folder);
        expect(articles.some(({ title }) => title === 'Pier')).toBe(true);
        expect(problems.filter(({ message }) => /mistake of the program/.test(message))).toEqual([]);
        for (const { text } of articles) expect(text).toBe(text.trim());
      },
    ),
    FUZZ,
  );
});

test('rows of state', options.fuzz, async () => {
  const share = shareOfTime();
  const folder = temporary();
  await openState(folder).close();
  const value = fc.oneof(
    hostileText,
    fc.json(),
    fc.json().map((value) => JSON.stringify({ value, expires: null })),
  );
  const key = fc.tuple(fc.constantFrom('settings', 'feedback', 'views', 'gaps', 'audit'), hostileText);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 8 }), async (rows) => {
      if (share.isOver()) return;
      const database = new DatabaseSync(join(folder, DATABASE_DEFAULTS.file));
      const insert = database.prepare('INSERT OR REPLACE INTO keyv VALUES (?, ?, NULL)');
      for (const [[store, name], text] of rows) insert.run(`${store}:${name.toWellFormed()}`, text);
      database.close();
      const state = openState(folder, { onBadRow: () => undefined });
      try {
        const gaps = createGaps({ state, days: 9, terms: (question) => question.split(' ') });
        await gaps.list('1');
        expect((await createAudit({ store: state.audit }).recent(5)).length).toBeLessThanOrEqual(5);
        for (const [[, name]] of rows) await state.views.get(name.toWellFormed());
      } finally {
        await state.close();
      }
    }),
    FUZZ,
  );
});

test('time grows with the length', options.fuzz, async () => {
  const share = shareOfTime();
  const snapshot = (await openSmallLibrary()).current();
  const works: Readonly<Record<string, (text: string) => unknown>> = {
    reading: (text) => {
      const { draft } = readPlain(Buffer.from(text.replaceAll('\0', '')), 'a.txt');
      return sentenceSpans(assemble(draft, 'a.txt').article.text, ends);
    },
    asking: (text) => snapshot.ask(askedQuestion(text, 1000), { top: 3 }),
    dating: (text) => findDates(text, '2021-08-02'),
    escaping: (text) => escapeMarkdown(text),
  };
  fc.assert(
    fc.property(hostileShape, fc.constantFrom(...Object.keys(works)), ({ make }, name) => {
      if (share.isOver()) return;
      expectLinear(
        (n) => {
          const text = make(n);
          return () => works[name]?.(text);
        },
        // A line of 200,000 characters is refused, so that there is no point in more than that.
        { size: 4096, largest: 32_768, rounds: 3, power: 1.7 },
      );
    }),
    { ...FUZZ, endOnFailure: true },
  );
});
