import { MOST_BITS } from '../../search/match-masks.ts';
import type { QueryTerm } from '../../search/searcher.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { Gazetteer } from '../../text/gazetteer.ts';
import type { OtherWords } from '../../text/other-words.ts';
import { type Bag, bagOf } from '../../text/similarity.ts';
import type { TermReader, Word } from '../../text/terms.ts';
import type { WordVectors } from '../../text/word-vectors.ts';
import type { Question } from '../question/analyse-question.ts';
import { type NearnessWeights, nearnessWeights } from '../sentence/word-proximity.ts';
import { createHeadingFit, type HeadingFit } from './heading-fit.ts';
import type { PhrasalVerbs } from './phrasal-verbs.ts';
import { type Relations, relationsAmong } from './relation-words.ts';
import type { Role, Roles } from './roles.ts';
import { Semantics } from './semantic-nearness.ts';
import { createTermShares } from './term-shares.ts';
import { governmentOf, otherSpellings } from './term-spellings.ts';

/** A content word of the question; its place in `Topic.terms` is its bit in the masks of hits. */
interface TopicTerm {
  readonly term: string;
  /** Other spellings that stand for it: glued to the next word ("alshaer"), a country for its people's name. */
  readonly others: readonly string[];
  /** Those of `others` that are other words for it: "marriage" for "marry", "photo" for "pic". */
  readonly kin: ReadonlySet<string>;
  /** Terms that mean the same, or a kind of it: "jail" for "detain". */
  readonly same: ReadonlySet<string>;
  /** Terms for the same government: "Russia" and "Russian" for "Moscow", and the other way round. */
  readonly seats: ReadonlySet<string>;
  /** Terms by which texts tell what it asks: "beat" for "won". */
  readonly told: ReadonlySet<string>;
  /** With the particle behind it the verb means something else, which `told` tells: "step in". */
  readonly isPhrasal: boolean;
  readonly idf: number;
}

/** The question as the ranker sees it against one corpus. */
export interface Topic {
  readonly question: Question;
  /** Distinct content terms with their idf, the rarest first. */
  readonly terms: readonly TopicTerm[];
  readonly totalIdf: number;
  /** Which share of the terms, by idf, a mask holds; and of those of the clause that asks, but for the asked-for noun. */
  readonly shareOfAll: (mask: number) => number;
  readonly shareOfClause: (mask: number) => number;
  readonly nearness: NearnessWeights;
  /** The terms alone. */
  readonly wanted: ReadonlySet<string>;
  /** A word's other spellings → the word's term. */
  readonly aliases: ReadonlyMap<string, string>;
  /** All terms of the question, stop words too. */
  readonly all: ReadonlySet<string>;
  readonly bag: Bag;
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly semantics: Semantics;
  readonly headingFit: HeadingFit;
  /** Terms by which texts tell what the question asks of its topic. */
  readonly told: ReadonlySet<string>;
  /** The same for each of its verbs that are stop words otherwise: "own". */
  readonly stoppedVerbs: readonly ReadonlySet<string>[];
  /** Who did what to a work, or what happened when, if that is asked. */
  readonly role?: Role;
  /** Terms that mean the opposite of a term. */
  readonly opposites: OtherWords;
}

/** What a topic needs besides the corpus. */
export interface TopicTools {
  readonly reader: TermReader;
  readonly gazetteer: Gazetteer;
  readonly vectors: WordVectors;
  readonly otherWords: OtherWords;
  readonly opposites: OtherWords;
  readonly synonyms: OtherWords;
  readonly relations: Relations;
  readonly phrasal: PhrasalVerbs;
  readonly roles: Roles;
}

/**
 * Weighs a question's words by what the corpus knows of them.
 * @param named words of titles that the question names: they count even when they are stop words
 * @param corpusKin other words for its terms that only this corpus knows
 */
export function createTopic(
  question: Question,
  lexicon: Lexicon,
  { relations, ...others }: TopicTools,
  named: readonly Word[] = [],
  corpusKin: ReadonlyMap<string, readonly string[]> = new Map(),
): Topic {
  const asked = question.words.map(({ term }) => term);
  const tools = { ...others, relations: relationsAmong(relations, asked) };
  const { gazetteer } = tools;
  const phrasal = tools.phrasal(question.words, question.text);
  const particles = new Set([...phrasal.values()].map(({ particle }) => particle));
  // The particle of "take back" asks for nothing of its own.
  const content = question.content.filter(({ term }) => !particles.has(term));
  const distinct = new Map(
    [...(content.length > 0 ? content : question.content), ...named].map((word) => [word.term, word]),
  );
  const terms = [...distinct]
    .map(([term, word]): TopicTerm => {
      const others = [...tools.otherWords(term), ...(corpusKin.get(term) ?? [])];
      const kin = [...new Set(others)].filter((other) => lexicon.has(other));
      const spellings = otherSpellings(word, question.text, tools, (other) => lexicon.has(other));
      const idf =
        lexicon.has(term) || kin.length === 0
          ? lexicon.idf(term)
          : Math.min(...kin.map((other) => lexicon.idf(other)));
      return {
        term,
        idf,
        others: [...spellings, ...kin],
        kin: new Set(kin),
        same: phrasal.has(term) ? NOTHING : new Set(tools.synonyms(term)),
        seats: governmentOf(word, question.text, tools),
        told: toldOf(term, question, phrasal, tools),
        isPhrasal: phrasal.has(term),
      };
    })
    .sort((a, b) => b.idf - a.idf)
    .slice(0, MOST_BITS);
  const words = {
    wanted: new Set(terms.map(({ term }) => term)),
    aliases: new Map(terms.flatMap(({ term, others }) => others.map((other) => [other, term] as const))),
    totalIdf: terms.reduce((sum, { idf }) => sum + idf, 0),
    lexicon,
  };
  const semantics = new Semantics(question, tools.vectors);
  const role = roleOf(question, tools.roles);
  return {
    question,
    terms,
    ...words,
    shareOfAll: createTermShares(terms, () => true),
    shareOfClause: createTermShares(terms, (term) => question.clause.has(term) && term !== question.head),
    nearness: nearnessWeights(terms, question, lexicon),
    all: new Set(question.words.map((word) => word.term)),
    bag: bagOf(distinct.keys(), (term) => lexicon.idf(term)),
    gazetteer,
    semantics,
    headingFit: createHeadingFit({ ...question, terms, lexicon, semantics }, tools.reader),
    told: toldBy(question, tools, phrasal),
    stoppedVerbs: question.words.flatMap(({ term, stop }) =>
      stop && STOPPED_VERBS.has(term) ? (tools.relations(term) ?? []) : [],
    ),
    ...(role === undefined ? {} : { role }),
    opposites: tools.opposites,
  };
}

/**
 * Terms by which texts tell what a term asks; whether something is so is told by the opposite too: "unpopular" where
 * "popular" is asked for.
 */
function toldOf(
  term: string,
  { type }: Question,
  phrasal: ReturnType<PhrasalVerbs>,
  { relations, opposites }: TopicTools,
): ReadonlySet<string> {
  const told = phrasal.get(term)?.told ?? relations(term) ?? NOTHING;
  if (type !== 'truth') return told;
  return new Set([...told, ...opposites(term), ...NEGATED.map((prefix) => prefix + term)]);
}

const NEGATED = ['un', 'in', 'im', 'dis', 'non'];

/** Stop words that ask for something all the same: what one owns, what one is against. */
const STOPPED_VERBS: ReadonlySet<string> = new Set(['own', 'against']);
const NOTHING: ReadonlySet<string> = new Set();

/** "Who was arrested": what was done to somebody, not by whom. */
const SUFFERED =
  /^\W{0,3}(?:who|which \p{L}{1,30}|what \p{L}{1,30}) (?:was|were|got|is|has been|have been) (?:\p{L}{1,20}ly )?\p{L}{0,20}(?:ed|shot|hit|en)\b/iu;

/** The role that the first word asks for which asks for any: "who *sang* the song that Quill wrote". */
function roleOf({ text, words, type, asks }: Question, roles: Roles): Role | undefined {
  const find =
    type === 'date'
      ? roles.happened
      : asks === 'where'
        ? roles.placed
        : (asks === 'who' || type === 'person' || type === 'organisation') && !SUFFERED.test(text)
          ? roles.made
          : undefined;
  if (find === undefined) return undefined;
  for (const { start, end } of words) {
    const role = find(text.slice(start, end).toLowerCase());
    if (role !== undefined) return role;
  }
  return undefined;
}

function toldBy(
  { words }: Question,
  { relations }: TopicTools,
  phrasal: ReturnType<PhrasalVerbs>,
): Set<string> {
  const told = new Set<string>();
  for (const { term } of words)
    for (const word of phrasal.get(term)?.told ?? relations(term) ?? []) told.add(word);
  return told;
}

/** A sentence that says "Russian" says a little less of Russia, one with "marriage" less of who married. */
const OTHER_SPELLING_WEIGHT = 0.9;
const KIN_WEIGHT = 0.6;

/** The topic's words as a query; a glued spelling stands for the word it opens with. */
export function queryOf({ terms }: Topic): QueryTerm[] {
  return terms.flatMap(({ term, others, kin }, bit) => [
    { term, weight: 1, bit },
    ...others.map((other) => ({
      term: other,
      weight: kin.has(other) ? KIN_WEIGHT : OTHER_SPELLING_WEIGHT,
      bit,
    })),
  ]);
}
