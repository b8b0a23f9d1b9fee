import { findBoilerplate } from '../corpus/check/boilerplate.ts';
import { findNearDuplicates } from '../corpus/check/near-duplicates.ts';
import { loadCorpus } from '../corpus/load.ts';
import type { Io } from './io.ts';
import { printProblems } from './problems.ts';

/**
 * Reads the whole corpus and prints what is wrong with it, a line each, and a summary.
 * @param path the corpus: a folder or an export
 * @returns the exit code: 1 when there is an error
 */
export async function checkCorpus(path: string, io: Io): Promise<0 | 1> {
  const { articles, problems: loading } = await loadCorpus(path);
  const problems = [...loading, ...findNearDuplicates(articles), ...findBoilerplate(articles)];
  printProblems(problems, io);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const undated = articles.filter(({ published }) => published === undefined).length;
  const counts = [count(articles.length, 'article'), count(errors, 'error'), count(warnings, 'warning')];
  io.out(`${counts.join(', ')}${undated > 0 ? `; ${undated} without a date` : ''}.\n`);
  return errors > 0 ? 1 : 0;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
