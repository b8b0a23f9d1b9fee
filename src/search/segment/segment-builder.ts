import type { Article, SentenceSpan } from '../../corpus/article.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import { encodeBody } from '../articles/body-codec.ts';
import { ArticlesWriter } from '../articles/stored-articles.ts';
import { asBytes, layOutSections } from '../bytes/sections.ts';
import { PostingsBuilder, type StoredPostings } from '../postings/postings-builder.ts';
import type { SplitArticle } from '../segment.ts';
import { spellingSections } from '../terms/spellings.ts';
import { storeProfiles, TermProfileBuilder } from '../terms/term-profiles.ts';
import { vocabularySections } from '../terms/vocabulary.ts';
import { ContextsBuilder } from './contexts.ts';

interface Terms {
  readonly ids: number[];
  readonly length: number;
}

/** Indexes articles one by one, so that the caller can do other things in between. */
export class SegmentBuilder {
  readonly #reader: TermReader;
  readonly #articles = new ArticlesWriter();
  readonly #firstSentence: number[] = [0];
  readonly #numbers = new Map<string, number>();
  readonly #surfaces: string[] = [];
  readonly #sentences = new PostingsBuilder();
  readonly #contexts = new ContextsBuilder();
  readonly #wholes = new PostingsBuilder();
  readonly #profiles = new TermProfileBuilder();

  constructor(reader: TermReader) {
    this.#reader = reader;
  }

  get sentenceCount(): number {
    return this.#firstSentence.at(-1) ?? 0;
  }

  /** @param body as it stands in another segment; absent: the article's own */
  add({ article, sentences }: SplitArticle, body?: Uint8Array): void {
    this.#articles.add(article, body ?? encodeBody(article, sentences));
    this.#firstSentence.push(this.sentenceCount + sentences.length);
    const title = this.#countedTerms(article.title, 0, article.title.length);
    this.#contexts.add(article, sentences, (...slice) => this.#termsOf(...slice));
    this.#addWhole(article, sentences, title);
  }

  #addWhole(article: Article, sentences: readonly SentenceSpan[], title: Terms): void {
    const { text, blocks = [] } = article;
    const whole = title.ids;
    let { length } = title;
    const take = (terms: Terms): void => {
      for (const id of terms.ids) whole.push(id);
      length += terms.length;
    };
    for (const { kind, start, end } of blocks)
      if (kind === 'heading' || kind === 'caption') take(this.#termsOf(text, start, end));
    for (const { start, end } of sentences) {
      const sentence = this.#countedTerms(text, start, end);
      this.#sentences.add(sentence.ids, sentence.length);
      take(sentence);
    }
    this.#wholes.add(whole, length);
  }

  /** The parts of the file of what was added, for `openSegment`. The builder is used up. */
  build(): Uint8Array[] {
    const terms = [...this.#numbers.keys()].sort();
    const numbers = new Uint32Array(terms.length);
    const surfaces = terms.map((term, number) => {
      const id = this.#numbers.get(term) ?? 0;
      numbers[id] = number;
      return this.#surfaces[id] ?? term;
    });
    const contexts = this.#contexts.build();
    return layOutSections(
      new Map([
        ...this.#articles.sections(),
        ['sentences.first', asBytes(Uint32Array.from(this.#firstSentence))],
        ...vocabularySections(terms, surfaces),
        ...spellingSections(surfaces),
        ['profiles', storeProfiles(this.#profiles.build(numbers))],
        ['contexts.of', asBytes(contexts.of)],
        ['contexts.first', asBytes(contexts.first)],
        ...postingsSections('contexts', contexts.postings.build(numbers)),
        ...postingsSections('sentences', this.#sentences.build(numbers)),
        ...postingsSections('wholes', this.#wholes.build(numbers)),
      ]),
    );
  }

  /** The terms of a title or a sentence, whose words' company counts; headings are capitalised as they please. */
  #countedTerms(text: string, start: number, end: number): Terms {
    const words = this.#reader.read(text, start, end);
    const ids = words.map((word) => this.#idOf(word.term, () => text.slice(word.start, word.end)));
    this.#profiles.add(text, words, ids);
    return this.#withJoined(text, words, ids);
  }

  #termsOf(text: string, start: number, end: number): Terms {
    const words = this.#reader.read(text, start, end);
    const ids = words.map((word) => this.#idOf(word.term, () => text.slice(word.start, word.end)));
    return this.#withJoined(text, words, ids);
  }

  #withJoined(text: string, words: readonly Word[], ids: number[]): Terms {
    for (const [i, word] of words.entries()) {
      if (word.joined === undefined) continue;
      const until = words[i + 1]?.end ?? word.end;
      ids.push(this.#idOf(word.joined, () => text.slice(word.start, until)));
    }
    return { ids, length: words.length };
  }

  #idOf(term: string, surface: () => string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const id = this.#surfaces.length;
    this.#numbers.set(term, id);
    this.#surfaces.push(Buffer.from(surface(), 'utf8').toString('utf8'));
    return id;
  }
}

function postingsSections(name: string, stored: StoredPostings): [string, Uint8Array][] {
  return Object.entries(stored).map(([part, bytes]) => [`${name}.${part}`, bytes]);
}
