import type { Article, Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import type { Assembled } from './assemble-article.ts';
import type { Draft } from './draft.ts';

/** Why a draft is no article at all, before any work is put into it; `undefined` when it may be one. */
export function refusal(draft: Draft, path: string): Problem | undefined {
  const error = (message: string, fix: string): Problem => ({
    severity: 'error',
    path,
    line: draft.line,
    message,
    fix,
  });
  const { textLength, textLineLength } = CORPUS_LIMITS;
  if (draft.text.length > textLength) {
    return error(
      `The text is too long for one article (${count(draft.text.length)} characters).`,
      'Split it into several files.',
    );
  }
  const longest = longestLine(draft.text);
  if (longest <= textLineLength) return undefined;
  return error(
    `One line has ${count(longest)} characters; no paragraph is that long.`,
    'Check that it is text, and break it into paragraphs.',
  );
}

/** What is wrong with an article as it stands. An error means that it is not usable and is left out. */
export function inspect({ article, untitled }: Assembled): Problem[] {
  const at = { path: article.path, line: article.line };
  if (article.text === '') {
    const message = 'No text is left after cleaning.';
    return [{ severity: 'error', ...at, message, fix: 'Paste the article itself into the file.' }];
  }
  const problems: Problem[] = [];
  const warn = (message: string, fix: string) => problems.push({ severity: 'warning', ...at, message, fix });
  if (untitled)
    warn('The article has no title; answers name it by its file.', 'Add "title: …" to its front matter.');
  if (article.published === undefined) {
    warn(
      'The article has no date: words like "last week" in it stay unresolved, and timelines list it apart.',
      'Add "published: YYYY-MM-DD" to its front matter, if the date is known.',
    );
  }
  if (article.language !== undefined && !/^en/i.test(article.language)) {
    warn(
      `The article says that it is in ${languageName(article.language)}; questions are read as English and find little in it.`,
      'Leave it if its readers know that, or write "language: en" in its front matter.',
    );
  }
  if (article.text.length < CORPUS_LIMITS.shortText) {
    warn(
      `The text is suspiciously short (${article.text.length} characters).`,
      'Check that the whole article is there.',
    );
  }
  return problems;
}

/** Two articles with one id: the first stays, the second is left out. */
export function clash(article: Article, first: Article): Problem {
  const at = { path: article.path, line: article.line };
  const where = first.path === article.path ? `line ${first.line}` : `${first.path}:${first.line}`;
  if (first.hash === article.hash && first.path === article.path) {
    return {
      severity: 'warning',
      ...at,
      message: `The article is the same as on ${where}; it is left out.`,
      fix: 'Remove one of the two.',
    };
  }
  const message = `The article has the same id as ${where} ("${article.id}"); it is left out.`;
  const fix =
    article.url === article.id
      ? 'Give the two different addresses, or remove one.'
      : 'Rename one of the two files.';
  return { severity: 'error', ...at, message, fix };
}

/** "German" for `de`; the code itself where it is none. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch (cause) {
    if (cause instanceof RangeError) return `"${code.slice(0, 20)}"`;
    throw cause;
  }
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return Math.max(longest, text.length - start);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
