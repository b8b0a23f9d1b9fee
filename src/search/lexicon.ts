import { inverseDocumentFrequency } from './bm25.ts';
import type { Segment } from './segment.ts';

/** What the corpus teaches about a term. Shares are of its occurrences, 0 to 1, smoothed towards 0 for rare terms. */
export interface TermProfile {
  /** Sentences that have the term. */
  readonly frequency: number;
  /** How rare it is among sentences, and among articles; in a small corpus as in English at large. */
  readonly idf: number;
  readonly articleIdf: number;
  readonly capital: number;
  readonly located: number;
  readonly personal: number;
  readonly follows: number;
  readonly articled: number;
}

const MOST_CACHED_TERMS = 200_000;
/** Occurrences that a share is smoothed with. */
const SMOOTHING = 2;
/** A corpus of this many documents is believed as much as English at large. */
const BELIEVED_DOCUMENTS = 500;

/** Rarity of a term in English at large, on the scale of an idf; undefined when nothing is known of it. */
export type BackgroundIdf = (term: string) => number | undefined;

/** Looks terms up across segments. Its state is a cache: equal terms get equal profiles. */
export class Lexicon {
  readonly #segments: readonly Segment[];
  readonly #background: BackgroundIdf;
  readonly #sentenceCount: number;
  readonly #articleCount: number;
  readonly #cache = new Map<string, TermProfile>();

  constructor(segments: readonly Segment[], background: BackgroundIdf = () => undefined) {
    this.#segments = segments;
    this.#background = background;
    this.#sentenceCount = segments.reduce((sum, segment) => sum + segment.starts.length, 0);
    this.#articleCount = segments.reduce((sum, segment) => sum + segment.articles.length, 0);
  }

  profile(term: string): TermProfile {
    const known = this.#cache.get(term);
    if (known !== undefined) return known;
    const profile = this.#look(term);
    if (this.#cache.size >= MOST_CACHED_TERMS) this.#cache.clear();
    this.#cache.set(term, profile);
    return profile;
  }

  idf(term: string): number {
    return this.profile(term).idf;
  }

  #look(term: string): TermProfile {
    const sums = {
      frequency: 0,
      articles: 0,
      total: 0,
      capital: 0,
      located: 0,
      personal: 0,
      follows: 0,
      articled: 0,
    };
    for (const segment of this.#segments) {
      const id = segment.vocabulary.get(term);
      if (id === undefined) continue;
      const { offsets } = segment.bySentence;
      sums.frequency += (offsets[id + 1] ?? 0) - (offsets[id] ?? 0);
      sums.articles += (segment.byArticle.offsets[id + 1] ?? 0) - (segment.byArticle.offsets[id] ?? 0);
      for (const key of ['total', 'capital', 'located', 'personal', 'follows', 'articled'] as const) {
        sums[key] += segment.profiles[key][id] ?? 0;
      }
    }
    const share = (count: number) => count / (sums.total + SMOOTHING);
    return {
      frequency: sums.frequency,
      idf: this.#blend(term, sums.frequency, this.#sentenceCount),
      articleIdf: this.#blend(term, sums.articles, this.#articleCount),
      capital: share(sums.capital),
      located: share(sums.located),
      personal: share(sums.personal),
      follows: share(sums.follows),
      articled: share(sums.articled),
    };
  }

  #blend(term: string, frequency: number, documents: number): number {
    const own = inverseDocumentFrequency(frequency, documents);
    const general = this.#background(term) ?? own;
    const belief = documents / (documents + BELIEVED_DOCUMENTS);
    return belief * own + (1 - belief) * general;
  }
}
