import type { Article, SentenceSpan } from '../corpus/article.ts';
import type { TermReader, Word } from '../text/terms.ts';
import { type Contexts, ContextsBuilder } from './contexts.ts';
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
  /** Block of each sentence within its article, or `NO_BLOCK`. */
  readonly blocks: Uint32Array;
  /** Term → number of its postings list, in all indexes below. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Each term as it was first spelt in the corpus, for suggestions. */
  readonly surfaces: readonly string[];
  readonly bySentence: Postings;
  /** What the sentences stand under. */
  readonly contexts: Contexts;
  /** Title, headings and body of each article as one document. */
  readonly byArticle: Postings;
  readonly profiles: TermProfiles;
}

/** The block of a sentence whose article's reader told no blocks. */
const NO_BLOCK = 0xffffffff;

/** An article with its sentences, in order. */
export interface SplitArticle {
  readonly article: Article;
  readonly sentences: readonly SentenceSpan[];
}

/** Indexes articles. The order of `input` is the order of the segment's articles and sentences. */
export function buildSegment(input: Iterable<SplitArticle>, reader: TermReader): Segment {
  const builder = new SegmentBuilder(reader);
  for (const split of input) builder.add(split);
  return builder.build();
}

/** Indexes articles one by one, so that the caller can do other things in between. */
export class SegmentBuilder {
  readonly #reader: TermReader;
  readonly #articles: Article[] = [];
  readonly #firstSentence: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #paragraphs: number[] = [];
  readonly #blocks: number[] = [];
  readonly #vocabulary = new Map<string, number>();
  readonly #surfaces: string[] = [];
  readonly #sentences = new PostingsBuilder();
  readonly #contexts = new ContextsBuilder();
  readonly #wholes = new PostingsBuilder();
  readonly #profiles = new TermProfileBuilder();

  constructor(reader: TermReader) {
    this.#reader = reader;
  }

  get sentenceCount(): number {
    return this.#starts.length;
  }

  add({ article, sentences }: SplitArticle): void {
    this.#articles.push(article);
    this.#firstSentence.push(this.#starts.length);
    const title = this.#countedTerms(article.title, 0, article.title.length);
    const whole = title.ids;
    let length = title.length;
    this.#contexts.add(article, sentences, (...slice) => this.#termsOf(...slice));
    for (const { kind, start, end } of article.blocks ?? []) {
      if (kind !== 'heading' && kind !== 'caption') continue;
      const heading = this.#termsOf(article.text, start, end);
      for (const id of heading.ids) whole.push(id);
      length += heading.length;
    }
    for (const span of sentences) {
      this.#starts.push(span.start);
      this.#ends.push(span.end);
      this.#paragraphs.push(span.paragraph);
      this.#blocks.push(span.block ?? NO_BLOCK);
      const sentence = this.#countedTerms(article.text, span.start, span.end);
      this.#sentences.add(sentence.ids, sentence.length);
      for (const id of sentence.ids) whole.push(id);
      length += sentence.length;
    }
    this.#wholes.add(whole, length);
  }

  /** The segment of what was added. The builder is used up. */
  build(): Segment {
    const terms = this.#surfaces.length;
    return {
      articles: this.#articles,
      firstSentence: Uint32Array.from([...this.#firstSentence, this.#starts.length]),
      starts: Uint32Array.from(this.#starts),
      ends: Uint32Array.from(this.#ends),
      paragraphs: Uint32Array.from(this.#paragraphs),
      blocks: Uint32Array.from(this.#blocks),
      vocabulary: this.#vocabulary,
      surfaces: this.#surfaces,
      bySentence: this.#sentences.build(terms),
      contexts: this.#contexts.build(terms),
      byArticle: this.#wholes.build(terms),
      profiles: this.#profiles.build(terms),
    };
  }

  /** The terms of a title or a sentence, whose words' company counts; headings are capitalised as they please. */
  #countedTerms(text: string, start: number, end: number): { ids: number[]; length: number } {
    const words = this.#reader.read(text, start, end);
    const ids = words.map((word) => this.#idOf(word.term, () => text.slice(word.start, word.end)));
    this.#profiles.add(text, words, ids);
    return this.#withJoined(text, words, ids);
  }

  #termsOf(text: string, start: number, end: number): { ids: number[]; length: number } {
    const words = this.#reader.read(text, start, end);
    const ids = words.map((word) => this.#idOf(word.term, () => text.slice(word.start, word.end)));
    return this.#withJoined(text, words, ids);
  }

  #withJoined(text: string, words: readonly Word[], ids: number[]): { ids: number[]; length: number } {
    for (const [i, word] of words.entries()) {
      if (word.joined === undefined) continue;
      const until = words[i + 1]?.end ?? word.end;
      ids.push(this.#idOf(word.joined, () => text.slice(word.start, until)));
    }
    return { ids, length: words.length };
  }

  #idOf(term: string, surface: () => string): number {
    const known = this.#vocabulary.get(term);
    if (known !== undefined) return known;
    const id = this.#surfaces.length;
    this.#vocabulary.set(term, id);
    this.#surfaces.push(Buffer.from(surface(), 'utf8').toString('utf8'));
    return id;
  }
}

/** A sentence's own words, given by its number and its article's within the segment. */
export function sentenceText({ articles, starts, ends }: Segment, article: number, sentence: number): string {
  return articles[article]?.text.slice(starts[sentence], ends[sentence]) ?? '';
}

/** The block that a sentence stands in, a number into its article's blocks; undefined when its reader told none. */
export function blockOf({ blocks }: Segment, sentence: number): number | undefined {
  const block = blocks[sentence];
  return block === NO_BLOCK ? undefined : block;
}

/** The sentences of an article, given by its number within the segment. */
export function spansIn(segment: Segment, article: number): SentenceSpan[] {
  const { firstSentence, starts, ends, paragraphs } = segment;
  const from = firstSentence[article] ?? 0;
  const to = firstSentence[article + 1] ?? from;
  return Array.from({ length: to - from }, (_, i): SentenceSpan => {
    const block = blockOf(segment, from + i);
    return {
      start: starts[from + i] ?? 0,
      end: ends[from + i] ?? 0,
      paragraph: paragraphs[from + i] ?? 0,
      ...(block === undefined ? {} : { block }),
    };
  });
}
