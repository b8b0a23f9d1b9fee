import type { Article, SentenceSpan } from '../corpus/article.ts';
import type { StoredTitles } from './articles/titles.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import type { NameMention } from './names/names-writer.ts';
import type { StoredNames } from './names/stored-names.ts';
import type { Postings } from './postings/postings.ts';
import type { LostCounts } from './segment/lost-counts.ts';
import type { Spellings } from './terms/spellings.ts';
import type { TermProfiles } from './terms/stored-profiles.ts';
import type { Vocabulary } from './terms/vocabulary.ts';

/**
 * Some articles of the corpus with everything that a search needs of them. Immutable: a change of the corpus makes
 * another segment, or another one over the same file in which some articles no longer count.
 */
export interface Segment {
  readonly file: SegmentFile;
  /** All articles of the file; `removed` has the numbers of those that no longer count. */
  readonly articles: readonly Article[];
  readonly removed: ReadonlySet<number>;
  /** What those counted; the indexes below know it. */
  readonly lost: LostCounts;
  /** Sentences and articles that count. */
  readonly sentenceCount: number;
  readonly articleCount: number;
  /** Article a's sentences are `firstSentence[a]` to `firstSentence[a + 1]`. */
  readonly firstSentence: Uint32Array;
  readonly vocabulary: Vocabulary;
  readonly spellings: Spellings;
  /** The lists of a term have its number in the vocabulary, in all indexes below. */
  readonly bySentence: Postings;
  /** What the sentences stand under. */
  readonly contexts: Contexts;
  /** Title, headings and body of each article as one document. */
  readonly byArticle: Postings;
  readonly profiles: TermProfiles;
}

/** What a segment's file holds, whatever of it still counts. */
interface SegmentFile {
  readonly source: ByteSource;
  readonly articles: readonly Article[];
  readonly bySentence: Postings;
  readonly contexts: Postings;
  readonly byArticle: Postings;
  readonly profiles: TermProfiles;
  readonly titles: StoredTitles;
  /** Those that were found when the articles were indexed. */
  readonly names: StoredNames;
  /** The number of its article for each sentence. */
  articleOf(): Uint32Array;
  /** The units of an article, in order. */
  unitsOf(article: number): readonly SentenceSpan[];
  /** One of them, without reading them all. */
  unitOf(article: number, number: number): SentenceSpan | undefined;
  /** The words of a span of an article, without reading them all. */
  wordsOf(article: number, span: SentenceSpan): string;
  /** The body of an article as it is stored (`encodeBody`). */
  bodyOf(article: number): Uint8Array;
  /** What was noted of an article when it was indexed. */
  notesOf(article: number): Uint8Array;
}

/**
 * What units stand under, as documents of their own: one for each distinct context of an article (title, folders,
 * headings, lead-in, table head, speaker, term), however many units share it.
 */
interface Contexts {
  /** Unit → number of its context. */
  readonly of: Uint32Array;
  /** Article a's contexts are `first[a]` to `first[a + 1]`. */
  readonly first: Uint32Array;
  readonly postings: Postings;
}

/** An article with its sentences, in order. */
export interface SplitArticle {
  readonly article: Article;
  readonly sentences: readonly SentenceSpan[];
  /** What others want to find again beside it. */
  readonly notes?: Uint8Array;
  /** The names in its first sentences, in their order; how many were read is for others to know. */
  readonly names?: readonly NameMention[];
}

/** The articles of a segment that count, with their numbers. */
export function* liveArticles({ articles, removed }: Segment): Generator<[number: number, Article]> {
  for (let number = 0; number < articles.length; number++) {
    const article = articles[number];
    if (article !== undefined && !removed.has(number)) yield [number, article];
  }
}

/** A sentence's place in its article's text; both are given by their numbers within the segment. */
export function spanOf(segment: Segment, article: number, sentence: number): SentenceSpan {
  const span = segment.file.unitOf(article, sentence - (segment.firstSentence[article] ?? 0));
  return span ?? { start: 0, end: 0, paragraph: 0 };
}

/** A sentence's own words, given by its number and its article's within the segment. */
export function sentenceText(segment: Segment, article: number, sentence: number): string {
  return segment.file.wordsOf(article, spanOf(segment, article, sentence));
}
