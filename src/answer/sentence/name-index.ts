import { liveArticles, type Segment } from '../../search/segment.ts';
import type { TermReader } from '../../text/terms.ts';
import { normalizeWord, tokenize } from '../../text/words.ts';
import { findMentions } from './find-mentions.ts';

/** A name as the corpus spells it most often. */
export interface CorpusName {
  readonly name: string;
  /** In how many of the read sentences it stands. */
  readonly count: number;
}

/** Sentences that are read for names; in a larger corpus the first ones of each article, where its names stand. */
const MOST_SENTENCES = 20_000;
const LONGEST_NAME = 60;

/**
 * Collects the names of the corpus, most frequent first; "Assad" and "Bashar al-Assad" are two. It is a generator so that
 * whoever has other things to do can stop after each article; what it returns in the end are the names.
 */
export function* collectNames(
  segments: readonly Segment[],
  reader: TermReader,
): Generator<undefined, CorpusName[]> {
  const articles = segments.reduce((sum, segment) => sum + segment.articleCount, 0);
  const perArticle = Math.max(2, Math.floor(MOST_SENTENCES / Math.max(articles, 1)));
  const counts = new Map<string, Map<string, number>>();
  let read = 0;
  for (const segment of segments) {
    for (const [a, article] of liveArticles(segment)) {
      if (read >= MOST_SENTENCES) break;
      for (const { start, end } of segment.file
        .unitsOf(a)
        .slice(0, Math.min(perArticle, MOST_SENTENCES - read))) {
        countNames(article.text.slice(start, end), reader, counts);
        read++;
      }
      yield undefined;
    }
  }
  return [...counts.values()]
    .map((spellings) => {
      const [name = ''] = [...spellings].sort((a, b) => b[1] - a[1])[0] ?? [];
      return { name, count: [...spellings.values()].reduce((sum, count) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function countNames(text: string, reader: TermReader, counts: Map<string, Map<string, number>>): void {
  for (const { kind, start, end, from, to } of findMentions(text, reader.read(text))) {
    const opensSentence = start === 0 && to - from === 1;
    if (kind !== 'name' || opensSentence || end - start > LONGEST_NAME) continue;
    const name = text.slice(start, end).replace(/\s+/g, ' ');
    const spellings = counts.get(foldName(name)) ?? new Map<string, number>();
    spellings.set(name, (spellings.get(name) ?? 0) + 1);
    counts.set(foldName(name), spellings);
  }
}

/** Names for completing what is typed. */
export interface NameIndex {
  /**
   * The names one of whose words begins with what was typed, most frequent first; case, accents and hyphens aside.
   * What is longer than any name begins none.
   */
  complete(typed: string, limit: number): CorpusName[];
}

/**
 * Makes what completing needs at the first call.
 * @param names the most frequent first
 */
export function createNameIndex(names: readonly CorpusName[]): NameIndex {
  let entries: readonly NameEntry[] | undefined;
  return {
    complete(typed, limit) {
      if (typed.length > LONGEST_NAME) return [];
      const wanted = foldName(typed);
      if (wanted === '') return names.slice(0, limit);
      entries ??= entriesOf(names);
      const ranks: number[] = [];
      for (let at = firstFrom(entries, wanted); entries[at]?.ending.startsWith(wanted); at++)
        ranks.push(entries[at]?.rank ?? 0);
      return [...new Set(ranks)]
        .sort((a, b) => a - b)
        .slice(0, limit)
        .flatMap((rank) => names[rank] ?? []);
    },
  };
}

interface NameEntry {
  readonly ending: string;
  /** Of the name among all. */
  readonly rank: number;
}

function entriesOf(names: readonly CorpusName[]): NameEntry[] {
  return names
    .flatMap(({ name }, rank) => endings(foldName(name)).map((ending) => ({ ending, rank })))
    .sort((a, b) => (a.ending < b.ending ? -1 : Number(a.ending > b.ending)));
}

/** A name from each of its words on: "rami al shaer", "al shaer", "shaer". */
function endings(folded: string): string[] {
  const words = folded.split(' ');
  return words.map((_, from) => words.slice(from).join(' '));
}

/** Where the first entry stands that is not before `wanted`. */
function firstFrom(entries: readonly NameEntry[], wanted: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.ending ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function foldName(name: string): string {
  return tokenize(name)
    .map(({ start, end }) => normalizeWord(name.slice(start, end)))
    .join(' ');
}
