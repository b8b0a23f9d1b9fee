import type { Article, SentenceSpan } from '../corpus/article.ts';
import type { TermReader } from '../text/terms.ts';
import { type Postings, PostingsBuilder } from './postings.ts';
import { TermProfileBuilder, type TermProfiles } from './term-profiles.ts';

/**
 * Some articles of the corpus with everything that a search needs of them. Immutable: a change of the corpus makes
 * another segment and leaves out the articles that went.
 */
export interface Segment {
  readonly articles: readonly Article[];
  /** Article a's sentences are `firstSentence[a]` to `firstSentence[a + 1]`. */
  readonly firstSentence: Uint32Array;
  /** Offsets of each sentence into its article's text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Paragraph of each sentence within its article. */
  readonly paragraphs: Uint32Array;
  /** Term → number of its postings list, in both indexes below. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Each term as it was first spelt in the corpus, for suggestions. */
  readonly surfaces: readonly string[];
  readonly bySentence: Postings;
  /** Title and body of each article as one document. */
  readonly byArticle: Postings;
  readonly profiles: TermProfiles;
}

/** An article with its sentences, in order. */
export interface SplitArticle {
  readonly article: Article;
  readonly sentences: readonly SentenceSpan[];
}

/** Indexes articles. The order of `input` is the order of the segment's articles and sentences. */
export function buildSegment(input: Iterable<SplitArticle>, reader: TermReader): Segment {
  const articles: Article[] = [];
  const firstSentence: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const paragraphs: number[] = [];
  const vocabulary = new Map<string, number>();
  const surfaces: string[] = [];
  const sentences = new PostingsBuilder();
  const wholes = new PostingsBuilder();
  const profiles = new TermProfileBuilder();

  const idOf = (term: string, surface: () => string): number => {
    const known = vocabulary.get(term);
    if (known !== undefined) return known;
    const id = surfaces.length;
    vocabulary.set(term, id);
    surfaces.push(Buffer.from(surface(), 'utf8').toString('utf8'));
    return id;
  };
  const termsOf = (text: string, start: number, end: number): { ids: number[]; length: number } => {
    const words = reader.read(text, start, end);
    const ids = words.map((word) => idOf(word.term, () => text.slice(word.start, word.end)));
    profiles.add(text, words, ids);
    for (const [i, word] of words.entries()) {
      if (word.joined === undefined) continue;
      const until = words[i + 1]?.end ?? word.end;
      ids.push(idOf(word.joined, () => text.slice(word.start, until)));
    }
    return { ids, length: words.length };
  };

  for (const { article, sentences: spans } of input) {
    articles.push(article);
    firstSentence.push(starts.length);
    const title = termsOf(article.title, 0, article.title.length);
    const whole = title.ids;
    let length = title.length;
    for (const span of spans) {
      starts.push(span.start);
      ends.push(span.end);
      paragraphs.push(span.paragraph);
      const sentence = termsOf(article.text, span.start, span.end);
      sentences.add(sentence.ids, sentence.length);
      for (const id of sentence.ids) whole.push(id);
      length += sentence.length;
    }
    wholes.add(whole, length);
  }
  firstSentence.push(starts.length);
  return {
    articles,
    firstSentence: Uint32Array.from(firstSentence),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    paragraphs: Uint32Array.from(paragraphs),
    vocabulary,
    surfaces,
    bySentence: sentences.build(surfaces.length),
    byArticle: wholes.build(surfaces.length),
    profiles: profiles.build(surfaces.length),
  };
}
