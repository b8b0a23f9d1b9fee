import { onceAKind } from '../../corpus/check/group-warnings.ts';
import { findNearDuplicates } from '../../corpus/check/near-duplicates.ts';
import { findBoilerplate } from '../../corpus/check/repeated-lines.ts';
import { loadCorpus } from '../../corpus/load.ts';
import type { LinkOptions } from '../../corpus/reading/list-files.ts';
import type { Io } from '../io.ts';
import { printProblems } from '../printing/problem-lines.ts';

/**
 * Reads the whole corpus and prints what is wrong with it, a line each, and a summary.
 * @param path the corpus: a folder or an export
 * @returns the exit code: 1 when there is an error
 */
export async function checkCorpus(path: string, io: Io, links: LinkOptions = {}): Promise<0 | 1> {
  const { followLinks = false } = links;
  const { articles, problems: loading, news } = await loadCorpus(path, { followLinks });
  const problems = [...loading, ...findNearDuplicates(articles), ...findBoilerplate(articles)];
  printProblems(onceAKind(problems), io);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const undated = articles.filter(({ published }) => published === undefined).length;
  const counts = [count(articles.length, 'article'), count(errors, 'error'), count(warnings, 'warning')];
  const share = `${news.dated} of ${count(news.looked, 'file')} looked at`;
  const how = news.isNews
    ? `News: ${share} are dated pages, so share bars, notices and teasers are taken out`
    : `No news: ${share} are dated pages, so notices and "Last updated" lines are text`;
  io.out(`${how} (set "news" in corpus.yaml to change that).\n`);
  io.out(`${counts.join(', ')}${undated > 0 ? `; ${undated} without a date` : ''}.\n`);
  return errors > 0 ? 1 : 0;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
