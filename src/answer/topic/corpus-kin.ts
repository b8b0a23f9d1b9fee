import type { Article } from '../../corpus/article.ts';
import type { Segment } from '../../search/segment.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { Vocabulary } from '../../search/terms/vocabulary.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import type { Language } from '../../text/wink.ts';
import { normalizeWord } from '../../text/words.ts';
import type { Question } from '../question/analyse-question.ts';
import type { LongForms } from './long-forms.ts';

/** Other words for a question's terms that only this corpus or its host knows. */
export type CorpusKin = ReadonlyMap<string, readonly string[]>;

export interface KinTools {
  readonly segments: readonly Segment[];
  readonly lexicon: Lexicon;
  readonly reader: TermReader;
  readonly language: Language;
  readonly longForms: LongForms;
  /** Names that stand for each other, as the hosts of the corpus say. */
  readonly aliases: readonly (readonly string[])[];
}

/** Letters of a word that may be the begin of another one. */
const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 6;
/** Which share of all words with a prefix the one must have that it stands for. */
const FITTING = 0.5;
/** Words of a name that is abbreviated by its letters, at most. */
const LONGEST_NAME = 5;

/**
 * Finds what a question's words are called in this corpus: by the host's aliases, by the abbreviations that the articles
 * explain (both ways), and words cut short ("psych") that one word of the corpus fits.
 */
export function corpusKin({ words, content, text }: Question, tools: KinTools): CorpusKin {
  const kin = new Map<string, string[]>();
  const add = (term: string, other: string | undefined) => {
    if (other === undefined || other === term) return;
    const known = kin.get(term) ?? [];
    if (!known.includes(other)) kin.set(term, [...known, other]);
  };
  const rarest = (terms: readonly string[]) =>
    terms
      .filter((term) => tools.lexicon.has(term))
      .sort((a, b) => tools.lexicon.idf(b) - tools.lexicon.idf(a))[0];
  for (const { name, others } of aliasesIn(words, tools))
    for (const { term } of name)
      for (const other of others) add(term, rarest(other.map((word) => word.term)));
  for (const { term, start, end } of content) {
    const long = tools.longForms.of(term);
    if (long !== undefined) add(term, rarest(long));
    else if (!tools.lexicon.has(term)) add(term, cutShort(normalizeWord(text.slice(start, end)), tools));
  }
  for (const { name, letters } of abbreviated(content, text, tools))
    for (const term of name) add(term, letters);
  return kin;
}

/** The host's names that stand in the question, each before the others it stands for, all as words. */
function* aliasesIn(
  words: readonly Word[],
  { aliases, reader }: KinTools,
): Generator<{ readonly name: readonly Word[]; readonly others: readonly (readonly Word[])[] }> {
  const telling = (name: readonly Word[]) => name.filter(({ stop }) => !stop);
  for (const group of aliases) {
    const read = group.map((name) => reader.read(name));
    for (const [i, name] of read.entries()) {
      if (telling(name).length === 0 || !holdsRun(words, name)) continue;
      yield { name: telling(name), others: read.filter((_, other) => other !== i).map(telling) };
    }
  }
}

function holdsRun(words: readonly Word[], run: readonly Word[]): boolean {
  return words.some((_, from) => run.every(({ term }, i) => words[from + i]?.term === term));
}

/** Names in the question whose letters the corpus writes: "stress disorder" for "SD". */
function* abbreviated(
  content: readonly Word[],
  text: string,
  { lexicon, longForms }: KinTools,
): Generator<{ readonly name: readonly string[]; readonly letters: string }> {
  for (let from = 0; from < content.length; from++) {
    for (let size = 2; size <= LONGEST_NAME && from + size <= content.length; size++) {
      const run = content.slice(from, from + size);
      const letters = run.map(({ start }) => text[start]?.toLowerCase() ?? '').join('');
      if (!lexicon.has(letters)) continue;
      const name = run.map(({ term }) => term);
      if (longForms.standsFor(letters, name)) yield { name, letters };
    }
  }
}

/** The word of the corpus that a word was cut short of, when only one fits or most of those that do are one. */
function cutShort(prefix: string, { segments, lexicon, language }: KinTools): string | undefined {
  if (prefix.length < SHORTEST_PREFIX || prefix.length > LONGEST_PREFIX || language.knows(prefix))
    return undefined;
  const counts = new Map<string, number>();
  for (const { vocabulary } of segments)
    for (const term of termsWith(vocabulary, prefix)) counts.set(term, lexicon.profile(term).frequency);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 && best[1] >= FITTING * all ? best[0] : undefined;
}

function termsWith(vocabulary: Vocabulary, prefix: string): string[] {
  const [from, to] = vocabulary.startingWith(prefix);
  return Array.from({ length: to - from }, (_, i) => vocabulary.termOf(from + i));
}

/** All aliases of a corpus, each group once. */
export function aliasesOf(articles: Iterable<Article>): (readonly string[])[] {
  const groups = new Map<string, readonly string[]>();
  for (const { aliases = [] } of articles) for (const group of aliases) groups.set(group.join('\0'), group);
  return [...groups.values()];
}
