import type { Article, SentenceSpan } from '../../corpus/article.ts';
import type { Spelling, TermReader, Word } from '../../text/terms.ts';
import { encodeBody } from '../articles/body-codec.ts';
import { NotesWriter } from '../articles/notes.ts';
import { ArticlesWriter } from '../articles/stored-articles.ts';
import { TitlesBuilder } from '../articles/titles.ts';
import { asBytes, layOutSections } from '../bytes/sections.ts';
import { NamesWriter } from '../names/names-writer.ts';
import { PostingsBuilder } from '../postings/postings-builder.ts';
import { postingsSections } from '../postings/postings-writer.ts';
import type { SplitArticle } from '../segment.ts';
import { spellingSections } from '../terms/spellings.ts';
import { type CountedWord, companyOf, storeProfiles, TermProfileBuilder } from '../terms/term-profiles.ts';
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
  readonly #notes = new NotesWriter();
  readonly #names = new NamesWriter();
  readonly #titles = new TitlesBuilder();
  readonly #firstSentence: number[] = [0];
  readonly #numbers = new Map<string, number>();
  readonly #surfaces: string[] = [];
  readonly #known = new Map<Spelling, CountedWord>();
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
        ...this.#notes.sections(),
        ...this.#names.sections(),
        ...this.#titles.build(),
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
    const counted = words.map((word) => this.#countedWord(word));
    this.#profiles.add(counted);
    return this.#withJoined(text, words, counted);
  }

  #termsOf(text: string, start: number, end: number): Terms {
    const words = this.#reader.read(text, start, end);
    return this.#withJoined(
      text,
      words,
      words.map((word) => this.#countedWord(word)),
    );
  }

  #withJoined(text: string, words: readonly Word[], counted: readonly CountedWord[]): Terms {
    const ids = counted.map(({ id }) => id);
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word?.joined === undefined) continue;
      ids.push(this.#idOf(word.joined, text.slice(word.start, words[i + 1]?.end ?? word.end)));
    }
    return { ids, length: words.length };
  }

  #countedWord({ spelling }: Word): CountedWord {
    const known = this.#known.get(spelling);
    if (known !== undefined) return known;
    const counted = { id: this.#idOf(spelling.term, spelling.letters), company: companyOf(spelling) };
    this.#known.set(spelling, counted);
    return counted;
  }

  /** @param surface how the term is spelt here */
  #idOf(term: string, surface: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const id = this.#surfaces.length;
    this.#numbers.set(term, id);
    // A copy, that does not keep the whole text alive.
    this.#surfaces.push(Buffer.from(surface, 'utf8').toString('utf8'));
    return id;
  }
}

const NO_NOTES = new Uint8Array();
