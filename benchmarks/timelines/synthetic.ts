import type { Article, SentenceSpan } from '../../src/corpus/article.ts';
import { selectTimeline } from '../../src/timeline/build-timeline.ts';
import { buildDateIndex } from '../../src/timeline/events/date-index/build-date-index.ts';
import { formatDay } from '../../src/timeline/resolve/day-numbers.ts';
import { toArticle } from './to-article.ts';

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

/** How fast the dates of so many sentences are read, and a timeline of them is made. */
export function measureSpeed(count: number): Record<string, number | string> {
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
