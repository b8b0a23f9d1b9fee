import type { Answer, Passage } from '../../src/answer/answer.ts';
import { Engine } from '../../src/answer/engine.ts';
import type { Article } from '../../src/corpus/article.ts';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import { sentenceEnds as ends, tools } from '../language.ts';

export { tools };

/** An article of which a test gives what it cares about. */
export function articleOf(fields: Partial<Article> & Pick<Article, 'text'>, number = 1): Article {
  const id = fields.id ?? `article-${number}`;
  return {
    id,
    path: `${id}.txt`,
    line: 1,
    title: `Article ${number}`,
    authors: [],
    tags: [],
    hash: id,
    ...fields,
  };
}

/** An engine over some articles, given by their text or with more facts. */
export function engineOf(
  ...articles: readonly (string | (Partial<Article> & Pick<Article, 'text'>))[]
): Engine {
  const split = articles.map((given, i) => {
    const article = articleOf(typeof given === 'string' ? { text: given } : given, i + 1);
    return { article, sentences: sentenceSpans(article.text, ends) };
  });
  return new Engine([buildSegment(split, tools.reader)], tools);
}

/** What is shown for a question, as an answer or as merely close. */
export function passagesOf(answer: Answer): readonly Passage[] {
  return answer.kind === 'answer' ? answer.passages : answer.closest;
}

export const quoteOf = ({ article, start, end }: Passage): string => article.text.slice(start, end);

export const sentenceOf = ({ article, sentence }: Passage): string => article.text.slice(...sentence);

/** The words in bold; undefined when there are none. */
export const focusOf = ({ article, focus }: Passage): string | undefined =>
  focus === undefined ? undefined : article.text.slice(...focus);
