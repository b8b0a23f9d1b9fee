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
  readonly #state: Pick<State, 'settings' | 'update'>;

  constructor(state: Pick<State, 'settings' | 'update'>) {
    this.#state = state;
  }

  /** Counts a passage that has been shown. */
  async add({ article, start, end }: Passage): Promise<void> {
    await this.#state.update('settings', keyOf(article), (present) => {
      const passages = countsIn(present, article);
      const known = passages.find((passage) => passage.start === start && passage.end === end);
      const others = passages.filter((passage) => passage !== known);
      const counted = { start, end, count: (known?.count ?? 0) + 1 };
      const kept = [counted, ...others.toSorted((a, b) => b.count - a.count)].slice(0, DEFAULTS.passages);
      return { value: { hash: article.hash, passages: kept } };
    });
  }

  /** The most quoted passages of an article as it is now, most often first. */
  async of(article: Article, limit: number): Promise<readonly QuoteCount[]> {
    return countsIn(await this.#state.settings.get(keyOf(article)), article)
      .toSorted((a, b) => b.count - a.count || a.start - b.start)
      .slice(0, limit)
      .map(({ start, end, count }) => ({ span: [start, end], count }));
  }
}

function countsIn(kept: unknown, { hash }: Article) {
  const known = Counted.safeParse(kept).data;
  return known?.hash === hash ? known.passages : [];
}

function keyOf(article: Article): string {
  return `quotes-${articleKey(article.id)}`;
}
