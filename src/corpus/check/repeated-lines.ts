import type { Article, Problem } from '../article.ts';
import { DROP_LINES_FILE } from '../cleaning/drop-lines.ts';

/** A line is boilerplate when it stands in at least this many of a publisher's articles … */
const FEWEST = 4;
/** … and in this share of them. */
const SHARE = 0.2;
/** Longer lines are paragraphs; that one repeats is for the near-duplicates to tell. */
const LONGEST = 400;
/** Reported for one publisher. */
const MOST_LINES = 10;

/** Lines that a publisher repeats from article to article, offered as lines to drop. */
export function findBoilerplate(articles: readonly Article[]): Problem[] {
  return [...groupByPublisher(articles)].flatMap(([publisher, group]) => repeatedLines(publisher, group));
}

function repeatedLines(publisher: string, group: readonly Article[]): Problem[] {
  const seen = new Map<string, { count: number; first: Article }>();
  for (const article of group) {
    for (const line of new Set(article.text.split('\n'))) {
      if (line.length < 3 || line.length > LONGEST || !/\p{L}/u.test(line)) continue;
      const entry = seen.get(line);
      if (entry) entry.count++;
      else seen.set(line, { count: 1, first: article });
    }
  }
  return [...seen]
    .filter(([, { count }]) => count >= FEWEST && count >= group.length * SHARE)
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MOST_LINES)
    .map(([line, { count, first }]) => ({
      severity: 'warning',
      path: first.path,
      line: first.line,
      message: `${count} of ${group.length} articles of ${publisher} have the line "${line}".`,
      fix: `If it is not part of the articles, add it as a line to ${DROP_LINES_FILE} in the corpus folder.`,
    }));
}

function groupByPublisher(articles: readonly Article[]): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const publisher = article.publisher ?? hostOf(article.url) ?? 'unknown publishers';
    const group = groups.get(publisher);
    if (group) group.push(article);
    else groups.set(publisher, [article]);
  }
  return groups;
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, '');
}
