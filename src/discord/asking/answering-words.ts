import type { Answer } from '../../answer/answer.ts';

/** The words that answer a question, as the first passage has them; undefined when it is not known well enough. */
export function answeringWords(answer: Answer): string | undefined {
  if (answer.kind !== 'answer' || answer.level === 'weak') return undefined;
  const { article, focus } = answer.passages[0];
  return focus === undefined ? undefined : article.text.slice(...focus);
}
