import { foldName } from '../../search/names/fold-name.ts';
import type { NameCounts } from '../../search/names/name-counts.ts';
import type { Segment } from '../../search/segment.ts';

/** A name as the corpus spells it most often. */
export interface CorpusName {
  readonly name: string;
  /** In how many of the sentences that were read for names it stands. */
  readonly count: number;
}

/** Names for completing what is typed. */
export interface NameIndex {
  /**
   * The names one of whose words begins with what was typed, most frequent first; case, accents and hyphens aside.
   * "Assad" and "Bashar al-Assad" are two. What is longer than any name begins none.
   */
  complete(typed: string, limit: number): CorpusName[];
}

/** What suggestions know of a corpus. */
export const NAME_DEFAULTS = {
  /** Sentences that are read for names: the first ones of each article, where its names stand. */
  sentences: 20_000,
  /** But of each article at least so many. */
  leastPerArticle: 2,
  /** So many times as many are read when an article is indexed, for a corpus that shrinks later. */
  spare: 2,
  /** Characters of the longest name. */
  longest: 60,
  /** What was typed up to this many characters begins many names: their first ones are remembered. */
  shortTyped: 2,
} as const;

/** How many of an article's first sentences are read for names in a corpus of so many articles. */
export function sentencesForNames(articles: number): number {
  const { sentences, leastPerArticle } = NAME_DEFAULTS;
  return Math.max(leastPerArticle, Math.floor(sentences / Math.max(articles, 1)));
}

/** The names of some segments. Those of each are counted when they are asked for first. */
export function createNameIndex(segments: readonly Segment[]): NameIndex {
  const articles = segments.reduce((sum, segment) => sum + segment.articleCount, 0);
  const perArticle = sentencesForNames(articles);
  const remembered = new Map<string, CorpusName[]>();
  const find = (wanted: string, limit: number): CorpusName[] =>
    mostFrequent(
      segments.map(({ file, removed }) => file.names.counted(removed, perArticle)),
      wanted,
      limit,
    );
  return {
    complete(typed, limit) {
      if (typed.length > NAME_DEFAULTS.longest) return [];
      const wanted = foldName(typed);
      if (wanted.length > NAME_DEFAULTS.shortTyped) return find(wanted, limit);
      const known = remembered.get(`${limit} ${wanted}`);
      if (known !== undefined) return [...known];
      const found = find(wanted, limit);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(`${limit} ${wanted}`, found);
      return [...found];
    },
  };
}

const MOST_REMEMBERED = 1000;

/** A name in the segments that have it. */
interface FoundName {
  count: number;
  readonly places: { readonly counts: NameCounts; readonly name: number }[];
}

function mostFrequent(tables: readonly NameCounts[], wanted: string, limit: number): CorpusName[] {
  const found = new Map<string, FoundName>();
  for (const counts of tables)
    for (const name of counts.startingWith(wanted)) {
      const key = counts.keyOf(name);
      const known = found.get(key) ?? { count: 0, places: [] };
      known.count += counts.countOf(name);
      known.places.push({ counts, name });
      found.set(key, known);
    }
  const names = [...found.values()].sort((a, b) => b.count - a.count);
  // Spellings are looked up of those that may be among the first: of equally frequent ones all.
  const least = names[Math.min(limit, names.length) - 1]?.count ?? 0;
  return names
    .filter(({ count }) => count >= least)
    .map(({ count, places }) => ({ name: usualSpelling(places), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

/** The most frequent spelling; of equally frequent ones that which comes first in the corpus. */
function usualSpelling(places: FoundName['places']): string {
  const spellings = new Map<string, number>();
  for (const { counts, name } of places)
    for (const { spelling, count } of counts.spellingsOf(name))
      spellings.set(spelling, (spellings.get(spelling) ?? 0) + count);
  const [usual = ''] = [...spellings].sort((a, b) => b[1] - a[1])[0] ?? [];
  return usual;
}
