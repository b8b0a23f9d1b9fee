import type { CalendarDate } from '../corpus/article.ts';
import type { LibraryStatus } from './reload-report.ts';
import type { Snapshot } from './snapshot.ts';

/** Counts what a snapshot holds, beside what only its keeper knows. */
export function statusOf(
  { articles, sentenceCount, problems }: Snapshot,
  rest: Pick<LibraryStatus, 'bytes' | 'loadedAt' | 'reloading' | 'watching' | 'lastReload' | 'toIndex'>,
): LibraryStatus {
  const days: CalendarDate[] = articles.flatMap(({ published }) => published ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  const publishers = new Set(articles.flatMap(({ publisher }) => publisher ?? []));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    articles: articles.length,
    sentences: sentenceCount,
    publishers: publishers.size,
    undated: articles.length - days.length,
    ...(from !== undefined && to !== undefined ? { span: [from, to] } : {}),
    errors,
    warnings: problems.length - errors,
    memoryBytes: process.memoryUsage.rss(),
    ...rest,
  };
}
