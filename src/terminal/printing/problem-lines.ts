import type { Problem } from '../../corpus/article.ts';
import type { Io } from '../io.ts';

/** One problem as a line that editors can jump to: `path:line: error: message — fix`. */
export function problemLine(problem: Problem, colour: boolean): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const place = problem.line === undefined ? problem.path : `${problem.path}:${problem.line}`;
  const severity = paint(problem.severity === 'error' ? 31 : 33, problem.severity);
  return `${printable(place).replaceAll('\n', '\uFFFD')}: ${severity}: ${printable(problem.message)} — ${printable(problem.fix)}`;
}

/** Prints problems in the order of their files, errors and warnings together. */
export function printProblems(problems: readonly Problem[], io: Io): void {
  const byPlace = (a: Problem, b: Problem) =>
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0);
  for (const problem of problems.toSorted(byPlace)) io.out(`${problemLine(problem, io.colour)}\n`);
}

/** A terminal obeys control characters; a file's own must not reach it. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    character === '\n' ? character : '\uFFFD',
  );
}
