import type { Article, SentenceSpan } from '../../corpus/article.ts';
import { folderNames } from '../context-words.ts';
import { PostingsBuilder } from '../postings/postings-builder.ts';

/** Numbers of the terms of a slice of a text, repeated as they occur, and how many words it has. */
export type SliceTerms = (text: string, start: number, end: number) => SliceReading;

interface SliceReading {
  readonly ids: readonly number[];
  readonly length: number;
}

/** Indexes the contexts of articles that arrive one after the other. */
export class ContextsBuilder {
  readonly #of: number[] = [];
  readonly #first: number[] = [];
  readonly #postings = new PostingsBuilder();
  #size = 0;

  add(article: Article, sentences: readonly SentenceSpan[], termsOf: SliceTerms): void {
    this.#first.push(this.#size);
    const numbers = new Map<string, number>();
    const slices = new Map<string, SliceReading>();
    const read = (text: string, start: number, end: number): SliceReading => {
      const key = `${start} ${end}`;
      const known = slices.get(key) ?? termsOf(text, start, end);
      slices.set(key, known);
      return known;
    };
    let always: readonly SliceReading[] | undefined;
    // Of an article that is kept in a file all blocks are read at once: each by itself takes reading those before it.
    const { blocks } = article;
    for (const { block } of sentences) {
      const context = block === undefined ? [] : (blocks?.[block]?.context ?? []);
      const key = context.map(({ span }) => span.join(' ')).join();
      const known = numbers.get(key);
      this.#of.push(known ?? this.#size);
      if (known !== undefined) continue;
      numbers.set(key, this.#size++);
      always ??= [article.title, ...folderNames(article.path)].map((words) =>
        termsOf(words, 0, words.length),
      );
      const readings = [...always, ...context.map(({ span }) => read(article.text, ...span))];
      this.#postings.add(
        readings.flatMap(({ ids }) => ids),
        readings.reduce((sum, { length }) => sum + length, 0),
      );
    }
  }

  /** What was added: by unit the number of its context, where each article's contexts begin, and their postings. */
  build(): { readonly of: Uint32Array; readonly first: Uint32Array; readonly postings: PostingsBuilder } {
    return {
      of: Uint32Array.from(this.#of),
      first: Uint32Array.from([...this.#first, this.#size]),
      postings: this.#postings,
    };
  }
}
