import { inverseDocumentFrequency } from './bm25.ts';
import type { Postings } from './postings/postings.ts';
import type { Segment } from './segment.ts';
import { mapColumns, type ProfileCounts } from './terms/term-profiles.ts';

/** What the corpus teaches about a term. Shares are of its occurrences, 0 to 1, smoothed towards 0 for rare terms. */
export interface TermProfile extends Omit<ProfileCounts<number>, 'total'> {
  /** Sentences that have the term. */
  readonly frequency: number;
  /** How rare it is among sentences, and among articles; in a small corpus as in English at large. */
  readonly idf: number;
  readonly articleIdf: number;
}

const MOST_CACHED_TERMS = 50_000;
/** Occurrences that a share is smoothed with. */
const SMOOTHING = 2;
/** A term of this idf is as rare as evidence need be. */
const RARE_IDF = 8;
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
  readonly #contextCount: number;
  readonly #profiles = new Map<string, TermProfile>();
  readonly #idfs = new Map<string, number>();
  readonly #contextIdfs = new Map<string, number>();

  constructor(segments: readonly Segment[], background: BackgroundIdf = () => undefined) {
    this.#segments = segments;
    this.#background = background;
    this.#sentenceCount = segments.reduce((sum, segment) => sum + segment.sentenceCount, 0);
    this.#articleCount = segments.reduce((sum, segment) => sum + segment.articleCount, 0);
    this.#contextCount = segments.reduce((sum, { contexts }) => sum + contexts.postings.documents, 0);
  }

  profile(term: string): TermProfile {
    return this.#profiles.get(term) ?? remember(this.#profiles, term, this.#look(term));
  }

  /** Whether any sentence has the term, or stands under it. */
  has(term: string): boolean {
    return this.#segments.some(({ vocabulary, bySentence, contexts }) => {
      const id = vocabulary.get(term);
      return id !== undefined && bySentence.count(id) + contexts.postings.count(id) > 0;
    });
  }

  /** The profile's idf; asked of every word that is read, when most have no need of the rest. */
  idf(term: string): number {
    return (
      this.#idfs.get(term) ??
      remember(this.#idfs, term, this.#blend(term, this.#sentencesWith(term), this.#sentenceCount))
    );
  }

  /** How much a term counts as evidence, 0 to 1: a common one is in many sentences by accident. */
  rarity(term: string): number {
    return Math.min(1, this.idf(term) / RARE_IDF);
  }

  /** How rare a term is among the contexts that sentences stand under. */
  contextIdf(term: string): number {
    const known = this.#contextIdfs.get(term);
    if (known !== undefined) return known;
    const documents = this.#documentsWith(term, ({ contexts }) => contexts.postings);
    return remember(this.#contextIdfs, term, this.#blend(term, documents, this.#contextCount));
  }

  #sentencesWith(term: string): number {
    return this.#documentsWith(term, ({ bySentence }) => bySentence);
  }

  #documentsWith(term: string, postingsOf: (segment: Segment) => Postings): number {
    let frequency = 0;
    for (const segment of this.#segments) {
      const id = segment.vocabulary.get(term);
      if (id !== undefined) frequency += postingsOf(segment).count(id);
    }
    return frequency;
  }

  #look(term: string): TermProfile {
    const found = this.#segments.flatMap((segment) => {
      const id = segment.vocabulary.get(term);
      return id === undefined ? [] : [{ segment, id }];
    });
    const count = (countIn: (segment: Segment, id: number) => number): number =>
      found.reduce((sum, { segment, id }) => sum + countIn(segment, id), 0);
    const articles = count(({ byArticle }, id) => byArticle.count(id));
    const counts = mapColumns((column) => count(({ profiles }, id) => profiles.count(column, id)));
    return {
      ...mapColumns((column) => counts[column] / (counts.total + SMOOTHING)),
      frequency: this.#sentencesWith(term),
      idf: this.idf(term),
      articleIdf: this.#blend(term, articles, this.#articleCount),
    };
  }

  #blend(term: string, frequency: number, documents: number): number {
    const own = inverseDocumentFrequency(frequency, documents);
    const general = this.#background(term) ?? own;
    const belief = documents / (documents + BELIEVED_DOCUMENTS);
    return belief * own + (1 - belief) * general;
  }
}

/** Keeps a new value. Whoever asks looks for a known one first: a function that makes it would be garbage each time. */
function remember<Value>(cache: Map<string, Value>, term: string, value: Value): Value {
  if (cache.size >= MOST_CACHED_TERMS) cache.clear();
  cache.set(term, value);
  return value;
}
