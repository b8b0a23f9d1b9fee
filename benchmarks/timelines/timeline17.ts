import { z } from 'zod';
import type { CalendarDate } from '../../src/corpus/article.ts';
import { selectTimeline } from '../../src/timeline/build-timeline.ts';
import { buildDateIndex } from '../../src/timeline/events/date-index/build-date-index.ts';
import type { DateIndex } from '../../src/timeline/events/date-index/date-index.ts';
import { isCalendarDate } from '../../src/timeline/resolve/day-numbers.ts';
import type { Timeline } from '../../src/timeline/tell/timeline-types.ts';
import { alignedRouge, type DaySummaries, type TermsOf } from './align-rouge.ts';
import { toArticle } from './to-article.ts';

const Day = z.string().refine(isCalendarDate);

/** Timeline17: what journalists chose for a topic, and the articles of the time. */
export const Timeline17 = z.record(
  z.string(),
  z.object({
    articles: z.array(
      z.object({ id: z.string(), date: Day, source: z.string(), sents: z.array(z.string()) }),
    ),
    timelines: z.array(
      z.object({ source: z.string(), entries: z.array(z.tuple([Day, z.array(z.string())])) }),
    ),
  }),
);
type Topic = z.infer<typeof Timeline17>[string];
type Gold = Topic['timelines'][number];

/** What a method may know of a reference timeline: its span, how many days it has, and sentences a day. */
interface Task {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly perDay: number;
}

/** Single days, best first, each with its sentences. */
type Method = (task: Task) => [date: CalendarDate, sentences: string[]][];

export interface Timeline17Result {
  readonly rows: readonly Record<string, string | number>[];
  /** Days by source of the timeline, best first. */
  readonly predictions: Readonly<Record<string, readonly { readonly date: string }[]>>;
}

/** Measures the choice of days and of their sentences, of Footnote and of a baseline. */
export function measureTimeline17(topics: z.infer<typeof Timeline17>, termsOf: TermsOf): Timeline17Result {
  const rows: Record<string, string | number>[] = [];
  const predictions: Record<string, { date: string }[]> = {};
  for (const [topic, { articles, timelines }] of Object.entries(topics)) {
    const methods = { footnote: byFootnote(articles), 'first sentences': byFirstSentences(articles) };
    for (const gold of timelines) {
      for (const [method, choose] of Object.entries(methods)) {
        const chosen = choose(taskOf(gold));
        rows.push({ topic, source: gold.source, method, ...scoreOf(gold, chosen, termsOf) });
        if (method === 'footnote') predictions[gold.source] = chosen.map(([date]) => ({ date }));
      }
    }
  }
  return { rows: [...rows, ...averages(rows)], predictions };
}

function taskOf({ entries }: Gold): Task {
  const dates = [...new Set(entries.map(([date]) => date))].sort();
  const [from = '1970-01-01', to = from] = [dates[0], dates.at(-1)];
  const sentences = entries.reduce((sum, [, texts]) => sum + texts.length, 0);
  return { from, to, days: dates.length, perDay: Math.max(1, Math.round(sentences / dates.length)) };
}

/** As `/timeline` chooses: days by the importance of their entries, then the best entries of each day alone. */
function byFootnote(articles: Topic['articles']): Method {
  const read = articles.map(({ id, date, sents, source }) => toArticle(id, date, sents, source));
  const spans = new Map(read);
  const index = buildDateIndex(
    read.map(([article]) => article),
    (article) => spans.get(article) ?? [],
  );
  return ({ from, to, days, perDay }) => {
    const options = { from, to, limit: days * 4, order: 'importance', reported: true } as const;
    const ranked = selectTimeline(index, options).entries.filter(({ event }) => event.from === event.to);
    const dates = [...new Set(ranked.map(({ event }) => event.from))].slice(0, days);
    return dates.map((date) => [date, quotesOf(index, date, perDay)]);
  };
}

function quotesOf(index: DateIndex, date: CalendarDate, limit: number): string[] {
  const { entries }: Timeline = selectTimeline(index, {
    ...{ from: date, to: date, limit },
    order: 'importance',
    reported: true,
  });
  return entries.map(({ event: { article, sentence } }) => article.text.slice(sentence.start, sentence.end));
}

/** The days on which most articles were published, and of each its articles' first sentences. */
function byFirstSentences(articles: Topic['articles']): Method {
  const byDay = Map.groupBy(articles, ({ date }) => date);
  return ({ from, to, days, perDay }) =>
    [...byDay]
      .filter(([date]) => date >= from && date <= to)
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .slice(0, days)
      .map(([date, published]) => [
        date,
        published.flatMap(({ sents }) => sents.slice(0, 1)).slice(0, perDay),
      ]);
}

function scoreOf(gold: Gold, chosen: ReturnType<Method>, termsOf: TermsOf): Record<string, number> {
  const reference = summaries(gold.entries);
  const hits = chosen.filter(([date]) => reference.has(date)).length;
  const { rouge1, rouge2 } = alignedRouge(summaries(chosen), reference, termsOf);
  return {
    days: reference.size,
    sentences: chosen.reduce((sum, [, texts]) => sum + texts.length, 0),
    f1InSpan: (2 * hits) / (chosen.length + reference.size),
    rouge1: rouge1.f,
    rouge2: rouge2.f,
  };
}

function summaries(entries: readonly (readonly [CalendarDate, readonly string[]])[]): DaySummaries {
  const days = new Map<string, string[]>();
  for (const [date, sentences] of entries) {
    days.set(date, [...(days.get(date) ?? []), ...sentences]);
  }
  return days;
}

function averages(rows: readonly Record<string, string | number>[]): Record<string, string | number>[] {
  return [...Map.groupBy(rows, ({ method }) => method)].map(([method, own]) => {
    const mean = (key: string): number => own.reduce((sum, row) => sum + Number(row[key]), 0) / own.length;
    return {
      topic: 'macro average',
      source: '',
      method: method ?? '',
      f1InSpan: mean('f1InSpan'),
      rouge1: mean('rouge1'),
      rouge2: mean('rouge2'),
    };
  });
}
