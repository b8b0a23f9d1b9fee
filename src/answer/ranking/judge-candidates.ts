import type { CalendarDate } from '../../corpus/article.ts';
import type { Hit } from '../../search/hit.ts';
import type { TermReader } from '../../text/terms.ts';
import type { Language } from '../../text/wink.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { Explains } from '../definition/definition.ts';
import { featuresOf } from '../features/index.ts';
import { findFocus } from '../passage/find-focus.ts';
import type { Ranked } from '../passage/make-passages.ts';
import { type Bond, createAttributeBond } from '../sentence/attribute-bond.ts';
import type { Topic } from '../topic/topic.ts';
import type { Ranker } from './linear-ranker.ts';

/** A candidate with all that was found out about it. */
export interface Judged extends Ranked {
  readonly vector: readonly number[];
  readonly definition?: Explains;
  /** How it holds the relation that is asked for ("Putin's wife"); absent when none is. */
  readonly bond?: Bond;
  readonly support: number;
}

/** What is added to the ranker's score for what its features do not see. */
export interface Bonuses {
  /** For a full definition of the asked-for name. */
  readonly definitionBonus: number;
  /** For how a sentence holds the asked-for relation: with its owner in one phrase, near it, with another, not at all. */
  readonly bondBonus: Readonly<Record<Bond, number>>;
  /** For standing right below a heading that asks what the question asks. */
  readonly headingBonus: number;
}

export const BONUS_DEFAULTS: Bonuses = {
  definitionBonus: 9,
  bondBonus: { held: 5, theirs: 1, loose: 0, other: -2, absent: -1 },
  headingBonus: 4,
};

/** What was added to a candidate's score, by its cause. */
export function bonusesOf(
  { definition, bond, candidate }: Pick<Judged, 'definition' | 'bond' | 'candidate'>,
  { definitionBonus, bondBonus, headingBonus }: Bonuses,
): { readonly definition: number; readonly relation: number; readonly heading: number } {
  return {
    definition: (definition?.strength ?? 0) * definitionBonus,
    relation: bond === undefined ? 0 : bondBonus[bond],
    heading: candidate.hit.headingFit * headingBonus,
  };
}

/** What judging needs to know besides the candidates. */
export interface Judging {
  readonly topic: Topic;
  /** How a sentence explains the asked-for name. */
  readonly definitionIn: (hit: Hit) => Explains | undefined;
  readonly ranker: Ranker;
  readonly tools: { readonly language: Language; readonly reader: TermReader };
  readonly bonuses: Bonuses;
}

/** The candidates with their features, scores and answering words, best first. */
export function judgeCandidates(
  candidates: readonly Candidate[],
  asked: CalendarDate | undefined,
  { topic, definitionIn, ranker, tools, bonuses }: Judging,
): Judged[] {
  const { language, reader } = tools;
  const { attribute } = topic.question;
  const bondIn = attribute && createAttributeBond(attribute, topic, (word) => reader.term(word));
  const { vectors, supports } = featuresOf(candidates, topic, asked);
  const judged = candidates.map((candidate, i): Judged => {
    const vector = vectors[i] ?? [];
    const definition = definitionIn(candidate.hit);
    const bond = bondIn?.(candidate);
    const found = {
      ...(definition === undefined ? {} : { definition }),
      ...(bond === undefined ? {} : { bond }),
    };
    const bonus = bonusesOf({ candidate, ...found }, bonuses);
    const focus = findFocus(candidate, {
      topic,
      definition,
      tag: language.tag,
    });
    return {
      candidate,
      vector,
      score: ranker.score(vector) + bonus.definition + bonus.relation + bonus.heading,
      support: supports[i]?.typed ?? 0,
      ...found,
      ...(focus === undefined ? {} : { focus }),
    };
  });
  return judged.sort((a, b) => b.score - a.score);
}
