import { z } from 'zod';
import type { Passage, Span } from '../../answer/answer.ts';
import type { Article } from '../../corpus/article.ts';
import type { State } from '../../state/state.ts';
import { articleKey } from '../sources/article-names.ts';

const DEFAULTS = {
  /** Passages of one article that are counted; the least quoted make room. */
  passages: 50,
} as const;

const Counted = z.object({
  /** The counts hold for this version of the article only: the offsets of another mean other words. */
  hash: z.string(),
  passages: z.array(z.object({ start: z.number(), end: z.number(), count: z.number() })),
});

export interface QuoteCount {
  readonly span: Span;
  readonly count: number;
}

/** How often each passage was shown as an answer. No one's question or name is kept. */
export class QuoteCounts {
  readonly #store: State['settings'];
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: State['settings']) {
    this.#store = store;
  }

  /** Counts a passage that has been shown; one after the other, so that none is lost. */
  add(passage: Passage): Promise<void> {
    const adding = this.#last.then(() => this.#add(passage));
    this.#last = adding.catch(() => undefined);
    return adding;
  }

  /** The most quoted passages of an article as it is now, most often first. */
  async of(article: Article, limit: number): Promise<readonly QuoteCount[]> {
    const passages = await this.#load(article);
    return passages
      .toSorted((a, b) => b.count - a.count || a.start - b.start)
      .slice(0, limit)
      .map(({ start, end, count }) => ({ span: [start, end], count }));
  }

  async #add({ article, start, end }: Passage): Promise<void> {
    const passages = await this.#load(article);
    const known = passages.find((passage) => passage.start === start && passage.end === end);
    const others = passages.filter((passage) => passage !== known);
    const counted = { start, end, count: (known?.count ?? 0) + 1 };
    const kept = [counted, ...others.toSorted((a, b) => b.count - a.count)].slice(0, DEFAULTS.passages);
    await this.#store.set(keyOf(article), { hash: article.hash, passages: kept });
  }

  async #load(article: Article) {
    const known = Counted.safeParse(await this.#store.get(keyOf(article))).data;
    return known?.hash === article.hash ? known.passages : [];
  }
}

function keyOf(article: Article): string {
  return `quotes-${articleKey(article.id)}`;
}
