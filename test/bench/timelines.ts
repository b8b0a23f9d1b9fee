/**
 * Dates of events and choice of days, and how fast a timeline is made.
 *
 *   node test/bench/timelines.ts FOLDER [--out FOLDER] [--sentences N]
 *
 * FOLDER (or $FOOTNOTE_EVAL/timelines) holds two files: `semeval*.json` (SemEval-2015 task 4: the date of each event
 * word) and `t17*.json` (Timeline17: the days that journalists chose). With `--out` the predictions are written there.
 * Also measured: a synthetic corpus of N sentences (default 1,000,000), queried for topics of different sizes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Article, SentenceSpan } from '../../src/corpus/article.ts';
import { dateOfWord } from '../../src/timeline/attach.ts';
import { buildDateIndex } from '../../src/timeline/build-date-index.ts';
import { formatDay, isCalendarDate } from '../../src/timeline/calendar.ts';
import { findDates, lastPlaced } from '../../src/timeline/dates.ts';
import type { Period } from '../../src/timeline/period.ts';
import { scorePeriods } from '../../src/timeline/salience.ts';
import { selectTimeline } from '../../src/timeline/timeline.ts';
import type { DateExpression } from '../../src/timeline/types.ts';

const Day = z.string().refine(isCalendarDate);
const SemEval = z.object({
  articles: z.array(
    z.object({ id: z.string(), published: Day, title: z.string(), sentences: z.array(z.string()) }),
  ),
  timelines: z.array(
    z.object({
      entity: z.string(),
      entries: z.array(
        z.object({ date: z.string().nullable(), doc: z.string(), sentence: z.number(), event: z.string() }),
      ),
    }),
  ),
});
const Timeline17 = z.record(
  z.string(),
  z.object({
    articles: z.array(z.object({ id: z.string(), date: Day, sents: z.array(z.string()) })),
    timelines: z.array(
      z.object({ source: z.string(), entries: z.array(z.tuple([z.string(), z.array(z.string())])) }),
    ),
  }),
);

/** One guess: the date of a word, or of a sentence when it names none. */
interface Guess {
  readonly doc: string;
  readonly sentence: number;
  readonly date: string;
  readonly event?: string;
}

function guessDates(articles: z.infer<typeof SemEval>['articles']): Guess[] {
  return articles.flatMap((article) => {
    let previous: Period | undefined;
    return article.sentences.flatMap((sentence, number) => {
      const found = findDates(sentence, article.published, previous);
      // A sentence that is nothing but a date is the date line.
      const dates = found.some((date) => date.text.length >= sentence.trim().length - 1) ? [] : found;
      previous = lastPlaced(dates) ?? previous;
      const place = { doc: article.id, sentence: number };
      const value = (date: DateExpression | undefined): string =>
        date?.from === undefined
          ? article.published
          : date.type === 'TIME'
            ? date.from
            : date.value.replace('FY', '');
      const words = [...sentence.matchAll(/\p{L}[\p{L}-]+/gu)].map((word) => ({
        ...place,
        event: word[0],
        date: value(dateOfWord(sentence, word.index, dates)),
      }));
      return [...words, { ...place, date: value(dates.find((date) => date.from !== undefined)) }];
    });
  });
}

function scoreSemEval(gold: z.infer<typeof SemEval>, guesses: readonly Guess[]): Record<string, number> {
  const byWord = new Map<string, Guess>();
  for (const guess of guesses.toReversed())
    byWord.set(`${guess.doc} ${guess.sentence} ${guess.event ?? ''}`, guess);
  const published = new Map(gold.articles.map((article) => [article.id, article.published]));
  let [all, right, hard, hardRight, always] = [0, 0, 0, 0, 0];
  for (const { date, doc, sentence, event } of gold.timelines.flatMap((timeline) => timeline.entries)) {
    if (date === null) continue;
    const guess = byWord.get(`${doc} ${sentence} ${event}`) ?? byWord.get(`${doc} ${sentence} `);
    const isRight = guess !== undefined && covers(date, guess.date);
    all++;
    if (isRight) right++;
    if (covers(date, published.get(doc) ?? '')) always++;
    if (date === published.get(doc)) continue;
    hard++;
    if (isRight) hardRight++;
  }
  return {
    entries: all,
    right: right / all,
    notPublicationDay: hard,
    rightOfThose: hardRight / hard,
    alwaysPublicationDay: always / all,
  };
}

/** Is the guessed date at least as fine as the wanted one and inside it? */
function covers(wanted: string, guess: string): boolean {
  return guess.startsWith(wanted) || (/^\d{4}$/.test(wanted) && guess.startsWith(`${wanted}-`));
}

function toArticle(
  id: string,
  published: z.infer<typeof Day>,
  sentences: readonly string[],
): [Article, SentenceSpan[]] {
  let at = 0;
  const spans = sentences.map((sentence, paragraph) => {
    const span = { start: at, end: at + sentence.length, paragraph };
    at = span.end + 1;
    return span;
  });
  return [
    {
      id,
      path: id,
      line: 1,
      title: '',
      authors: [],
      published,
      tags: [],
      text: sentences.join('\n'),
      hash: '',
    },
    spans,
  ];
}

/** Single days by salience, best first. */
function chooseDays(articles: z.infer<typeof Timeline17>[string]['articles']): string[] {
  const read = articles.map((article) => toArticle(article.id, article.date, article.sents));
  const spans = new Map(read);
  const index = buildDateIndex(
    read.map(([article]) => article),
    (article) => spans.get(article) ?? [],
  );
  const score = scorePeriods(index, index.overall, true);
  return [...score.keys()]
    .filter((period) => index.periodFrom[period] === index.periodTo[period] && (score[period] ?? 0) > 0)
    .sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0))
    .map((period) => formatDay(index.periodFrom[period] ?? 0));
}

function scoreDays(
  entries: readonly (readonly [string, readonly string[]])[],
  days: readonly string[],
): { f1: number; inSpan: number } {
  const gold = new Set(entries.map(([date]) => date));
  const [first = '', last = ''] = [[...gold].sort()[0], [...gold].sort().at(-1)];
  const f1 = (chosen: readonly string[]): number => {
    const cut = chosen.slice(0, gold.size);
    return (2 * cut.filter((day) => gold.has(day)).length) / (cut.length + gold.size);
  };
  return { f1: f1(days), inSpan: f1(days.filter((day) => day >= first && day <= last)) };
}

/** Sentences of which every third has a date, in articles of 25. */
function* syntheticCorpus(count: number): Generator<[Article, SentenceSpan[]]> {
  const words =
    'council river minister storm border market school bridge strike court border vote harbour'.split(' ');
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  for (let article = 0; article * 25 < count; article++) {
    const published = formatDay(14600 + random(4000));
    const sentences = Array.from({ length: 25 }, (_, at) => {
      const told = Array.from({ length: 12 }, () => words[random(words.length)]).join(' ');
      const when = [
        'on Monday',
        'last week',
        `on ${1 + random(28)} June 20${10 + random(10)}`,
        `in ${1990 + random(30)}`,
      ];
      return at % 3 === 0
        ? `The ${told} ${when[random(4)]} number ${random(1e6)}.`
        : `The ${told} number ${random(1e6)}.`;
    });
    yield toArticle(`article-${article}`, published, sentences);
  }
}

function measureSpeed(count: number): Record<string, number | string> {
  const corpus = [...syntheticCorpus(count)];
  const begun = performance.now();
  const spans = new Map(corpus);
  const index = buildDateIndex(
    corpus.map(([article]) => article),
    (article) => spans.get(article) ?? [],
  );
  const built = performance.now() - begun;
  const times: number[] = [];
  for (const share of [1, 0.3, 0.1, 0.03, 0.01, 0.001]) {
    for (let run = 0; run < 8; run++) {
      const step = Math.round(1 / share);
      const sentences =
        share === 1
          ? undefined
          : Uint32Array.from({ length: Math.floor(count / step) }, (_, at) => at * step + run);
      const start = performance.now();
      selectTimeline(index, { limit: 60, order: 'date', reported: true, ...(sentences && { sentences }) });
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  return {
    sentences: count,
    sentencesPerSecond: Math.round(count / (built / 1000)),
    p50: (times[Math.floor(times.length * 0.5)] ?? 0).toFixed(1),
    p95: (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(1),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, sentences: { type: 'string', default: '1000000' } },
});
const { FOOTNOTE_EVAL: EVAL } = process.env;
const folder = positionals[0] ?? join(EVAL ?? '.', 'timelines');
const write = (name: string, prediction: unknown): void => {
  if (values.out === undefined) return;
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, name), JSON.stringify(prediction));
};
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()) {
  const data: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const semEval = SemEval.safeParse(data);
  if (semEval.success) {
    const guesses = guessDates(semEval.data.articles);
    write(basename(name), { '*': guesses });
    console.log(name);
    console.table([scoreSemEval(semEval.data, guesses)]);
    continue;
  }
  const topics = Timeline17.parse(data);
  const days = Object.entries(topics).map(([topic, { articles }]) => [topic, chooseDays(articles)] as const);
  write(
    basename(name),
    Object.fromEntries(days.map(([topic, chosen]) => [topic, chosen.map((date) => ({ date }))])),
  );
  const chosen = new Map(days);
  const rows = Object.entries(topics).flatMap(([topic, { timelines }]) =>
    timelines.map(({ source, entries }) => ({
      topic,
      source,
      ...scoreDays(entries, chosen.get(topic) ?? []),
    })),
  );
  const mean = (key: 'f1' | 'inSpan'): number => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  console.log(name);
  console.table([...rows, { topic: 'macro average', source: '', f1: mean('f1'), inSpan: mean('inSpan') }]);
}
console.table([measureSpeed(Number(values.sentences))]);
