import type { Article, SentenceSpan } from '../../corpus/article.ts';
import type { TermReader } from '../../text/terms.ts';
import type { Token } from '../../text/words.ts';
import { encodeBody } from '../articles/body-codec.ts';
import { NotesWriter } from '../articles/notes.ts';
import { ArticlesWriter } from '../articles/stored-articles.ts';
import { TitlesBuilder } from '../articles/titles.ts';
import { asBytes, layOutSections, type SectionBytes } from '../bytes/sections.ts';
import { NamesWriter } from '../names/names-writer.ts';
import { PostingsBuilder } from '../postings/postings-builder.ts';
import { postingsSections } from '../postings/postings-writer.ts';
import type { SplitArticle } from '../segment.ts';
import { spellingSections } from '../terms/spellings.ts';
import { profileSections } from '../terms/stored-profiles.ts';
import { countedWord, TermProfileBuilder, termOfWord } from '../terms/term-profiles.ts';
import { vocabularySections } from '../terms/vocabulary.ts';
import { ContextsBuilder } from './contexts.ts';

/** The terms of some words, those of joined words last. */
interface Terms {
  readonly ids: readonly number[];
  readonly length: number;
}

/** Indexes articles one by one, so that the caller can do other things in between. */
export class SegmentBuilder {
  readonly #reader: TermReader;
  readonly #articles = new ArticlesWriter();
  readonly #notes = new NotesWriter();
  readonly #names = new NamesWriter();
  readonly #titles = new TitlesBuilder();
  readonly #firstSentence: number[] = [0];
  readonly #numbers = new Map<string, number>();
  readonly #surfaces: string[] = [];
  /** Words by the numbers of their spellings, raised by one; 0 for those that were not met yet. */
  #known = new Uint32Array(FIRST_ROOM);
  /** What the reader had forgotten when they were met. */
  #forgotten: number;
  /** The words that were read last: one list for all, of which there is one for each sentence. */
  readonly #words: number[] = [];
  readonly #sentences = new PostingsBuilder();
  readonly #contexts = new ContextsBuilder();
  readonly #wholes = new PostingsBuilder();
  readonly #profiles = new TermProfileBuilder();

  constructor(reader: TermReader) {
    this.#reader = reader;
    this.#forgotten = reader.forgotten;
  }

  get sentenceCount(): number {
    return this.#firstSentence.at(-1) ?? 0;
  }

  /** @param body as it stands in another segment; absent: the article's own */
  add({ article, sentences, notes = NO_NOTES, names = [] }: SplitArticle, body?: Uint8Array): void {
    this.#articles.add(article, body ?? encodeBody(article, sentences));
    this.#notes.add(notes);
    this.#names.add(names);
    this.#titles.add(article, this.#reader);
    this.#firstSentence.push(this.sentenceCount + sentences.length);
    const title = this.#countedTerms(article.title, 0, article.title.length);
    this.#contexts.add(article, sentences, (...slice) => this.#termsOf(...slice));
    this.#addWhole(article, sentences, title);
  }

  #addWhole(article: Article, sentences: readonly SentenceSpan[], title: Terms): void {
    const { text, blocks = [] } = article;
    let length = 0;
    const take = (terms: Terms): void => {
      this.#wholes.addPart(terms.ids);
      length += terms.length;
    };
    take(title);
    for (const { kind, start, end } of blocks)
      if (kind === 'heading' || kind === 'caption') take(this.#termsOf(text, start, end));
    for (const { start, end } of sentences) {
      const sentence = this.#countedTerms(text, start, end);
      this.#sentences.add(sentence.ids, sentence.length);
      take(sentence);
    }
    this.#wholes.endDocument(length);
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
      new Map<string, SectionBytes>([
        ...this.#articles.sections(),
        ...this.#notes.sections(),
        ...this.#names.sections(),
        ...this.#titles.build(),
        ['sentences.first', asBytes(Uint32Array.from(this.#firstSentence))],
        ...vocabularySections(terms, surfaces),
        ...spellingSections(surfaces),
        ...profileSections(this.#profiles.build(numbers)),
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
    const terms = this.#termsOf(text, start, end);
    this.#profiles.add(this.#words);
    return terms;
  }

  #termsOf(text: string, start: number, end: number): Terms {
    const words = this.#words;
    const ids: number[] = [];
    words.length = 0;
    const joined: (readonly [left: Token, right: Token])[] = [];
    let left: Token | undefined;
    const length = this.#reader.each(text, start, end, (spelling, from, to, joins) => {
      const word = this.#wordOf(spelling);
      words.push(word);
      ids.push(termOfWord(word));
      if (left !== undefined) joined.push([left, { start: from, end: to }]);
      left = joins ? { start: from, end: to } : undefined;
    });
    for (const [first, second] of joined) {
      const term = this.#reader.joinedIn(text, first, second);
      ids.push(this.#numbers.get(term) ?? this.#number(term, copyOf(text, first.start, second.end)));
    }
    return { ids, length };
  }

  /** @param spelling its number */
  #wordOf(spelling: number): number {
    if (this.#reader.forgotten !== this.#forgotten) {
      this.#known.fill(0);
      this.#forgotten = this.#reader.forgotten;
    }
    const known = this.#known[spelling] ?? 0;
    if (known > 0) return known - 1;
    const { letters, term, stop } = this.#reader.spelling(spelling);
    const word = countedWord(this.#numbers.get(term) ?? this.#number(term, letters), { letters, stop });
    if (spelling >= this.#known.length) {
      const known = new Uint32Array(2 * spelling);
      known.set(this.#known);
      this.#known = known;
    }
    this.#known[spelling] = word + 1;
    return word;
  }

  /** @param surface how the term is spelt here; it keeps no text alive */
  #number(term: string, surface: string): number {
    const id = this.#surfaces.push(surface) - 1;
    this.#numbers.set(term, id);
    return id;
  }
}

function copyOf(text: string, start: number, end: number): string {
  return Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le');
}

const NO_NOTES = new Uint8Array();
const FIRST_ROOM = 1 << 12;
