import type { Article, SentenceSpan } from '../../src/corpus/article.ts';
import { type BackgroundIdf, Lexicon } from '../../src/search/lexicon.ts';
import { MOST_BITS } from '../../src/search/matches.ts';
import { type Hit, type QueryTerm, Searcher, type SearchParameters } from '../../src/search/searcher.ts';
import { buildSegment, type Segment, type SplitArticle } from '../../src/search/segment.ts';
import { TermReader } from '../../src/text/terms.ts';

/** Words stand for themselves, so that a test sees what it searches for. */
export const reader = new TermReader((word) => word);

/** An article written as a test likes it: a title and a list of sentences, one a paragraph. */
export interface Draft {
  readonly title?: string;
  readonly sentences: readonly string[];
}

/** Articles with their sentences, numbered from `first` on. */
export function articlesOf(drafts: readonly Draft[], first = 0): SplitArticle[] {
  return drafts.map(({ title = '', sentences }, i) => {
    const spans: SentenceSpan[] = [];
    let text = '';
    for (const [paragraph, sentence] of sentences.entries()) {
      spans.push({ start: text.length, end: text.length + sentence.length, paragraph });
      text += `${sentence}\n\n`;
    }
    const id = `a${first + i}`;
    const article: Article = { id, path: `${id}.txt`, line: 1, title, authors: [], tags: [], text, hash: id };
    return { article, sentences: spans };
  });
}

export const segmentOf = (...drafts: readonly Draft[]): Segment => buildSegment(articlesOf(drafts), reader);

/** A segment of one article with these sentences. */
export const sentencesSegment = (...sentences: readonly string[]): Segment => segmentOf({ sentences });

/** A query of these words, each of full weight with a bit of its own. */
export const query = (words: string): QueryTerm[] =>
  reader.read(words).map(({ term }, i) => ({ term, weight: 1, bit: i % MOST_BITS }));

/** What a hit shows: its sentence's own words. */
export function sentenceOf({ segment, article, sentence }: Hit): string {
  return segment.articles[article]?.text.slice(segment.starts[sentence], segment.ends[sentence]) ?? '';
}

export function searcherOf(
  segments: readonly Segment[],
  parameters?: SearchParameters,
  background?: BackgroundIdf,
) {
  return new Searcher(segments, new Lexicon(segments, background), parameters);
}

/** The sentences found for some words, best first. */
export function search(segments: readonly Segment[], words: string, k = 10): string[] {
  return searcherOf(segments).search(query(words), k).map(sentenceOf);
}
