import type { CalendarDate } from '../../corpus/article.ts';
import type { Hit } from '../../search/hit.ts';
import { lazily } from '../../search/lazily.ts';
import type { TermReader } from '../../text/terms.ts';
import type { Language } from '../../text/wink.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { Explains } from '../definition/definition.ts';
import { featuresOf } from '../features/index.ts';
import { findFocus } from '../passage/find-focus.ts';
import { createHolderSpan } from '../passage/holder-span.ts';
import type { Ranked } from '../passage/make-passages.ts';
import { type Bond, createAttributeBond } from '../sentence/attribute-bond.ts';
import { createDirectness } from '../sentence/directness.ts';
import { type Told, toldShares } from '../sentence/told-share.ts';
import type { Topic } from '../topic/topic.ts';
import type { LearntRanker } from './learnt-ranker.ts';

/** A candidate with all that was found out about it. */
export interface Judged extends Ranked {
  readonly vector: readonly number[];
  /** What its features together, beside those of the other candidates, add to its score. */
  readonly together: number;
  readonly definition?: Explains;
  /** How it holds the relation that is asked for ("Putin's wife"); absent when none is. */
  readonly bond?: Bond;
  /** What it tells of what is asked; absent in a corpus of many sentences. */
  readonly told?: Told;
  /** How far it answers in the way that is asked for, 0 to 1; absent when any way will do. */
  readonly direct?: number;
  readonly support: number;
}

/** What is added to the ranker's score for what its features do not see. */
export interface Bonuses {
  /** For a full definition of the asked-for name. */
  readonly definitionBonus: number;
  /** For how a sentence holds the asked-for relation: with its owner in one phrase, near it, with another, not at all. */
  readonly bondBonus: Readonly<Record<Bond, number>>;
  /** For standing right below a heading that asks what the question asks, by the square of how well it does. */
  readonly headingBonus: number;
  /** For telling all that is asked, in a corpus of few sentences. */
  readonly toldBonus: number;
  /** For being the only one that tells all of it. */
  readonly toldAloneBonus: number;
  /** For answering in the way that is asked for: what to do, yes or no. */
  readonly directBonus: number;
}

export const BONUS_DEFAULTS: Bonuses = {
  definitionBonus: 9,
  bondBonus: { held: 5, theirs: 1, loose: 0, other: -2, absent: -1 },
  headingBonus: 7,
  toldBonus: 3,
  toldAloneBonus: 2,
  directBonus: 1.5,
};

/** What was added to a candidate's score, by its cause. */
export function bonusesOf(
  {
    definition,
    bond,
    told,
    direct,
    candidate,
  }: Pick<Judged, 'definition' | 'bond' | 'told' | 'direct' | 'candidate'>,
  { definitionBonus, bondBonus, headingBonus, toldBonus, toldAloneBonus, directBonus }: Bonuses,
): Readonly<Record<'definition' | 'relation' | 'heading' | 'told' | 'direct', number>> {
  return {
    definition: (definition?.strength ?? 0) * definitionBonus,
    relation: bond === undefined ? 0 : bondBonus[bond],
    heading: candidate.hit.headingFit ** 2 * headingBonus,
    told:
      told === undefined
        ? 0
        : told.predicates ** 2 * told.names * (told.hasKind ? 1 : 0.5) * toldBonus +
          (told.isAlone === true ? toldAloneBonus : 0),
    direct: (direct ?? 0) * directBonus,
  };
}

/** What judging needs to know besides the candidates. */
export interface Judging {
  readonly topic: Topic;
  /** How a sentence explains the asked-for name. */
  readonly definitionIn: (hit: Hit) => Explains | undefined;
  readonly ranker: LearntRanker;
  readonly tools: { readonly language: Language; readonly reader: TermReader };
  readonly bonuses: Bonuses;
  /** Whether the corpus has few sentences. */
  readonly isSmall: boolean;
}

/** The candidates with their features, scores and answering words, best first. */
export function judgeCandidates(
  candidates: readonly Candidate[],
  asked: CalendarDate | undefined,
  { topic, definitionIn, ranker, tools, bonuses, isSmall }: Judging,
): Judged[] {
  const { language, reader } = tools;
  const { attribute } = topic.question;
  const bondIn = attribute && createAttributeBond(attribute, topic, (word) => reader.term(word));
  const holderIn = createHolderSpan(topic, reader);
  const directness = createDirectness(topic.question);
  const { vectors, supports } = featuresOf(candidates, topic, asked);
  const together = ranker.together(vectors);
  const tells = isSmall ? toldShares(candidates, topic) : [];
  const judged = candidates.map((candidate, i): Judged => {
    const vector = vectors[i] ?? [];
    const definition = definitionIn(candidate.hit);
    const bond = bondIn?.(candidate);
    const direct = directness?.(candidate.view.text);
    const told = tells[i];
    const found = {
      ...(definition === undefined ? {} : { definition }),
      ...(bond === undefined ? {} : { bond }),
      ...(told === undefined ? {} : { told }),
      ...(direct === undefined ? {} : { direct }),
    };
    const bonus = Object.values(bonusesOf({ candidate, ...found }, bonuses)).reduce((a, b) => a + b, 0);
    const more = together[i] ?? 0;
    return {
      candidate,
      vector,
      together: more,
      score: ranker.score(vector) + more + bonus,
      support: supports[i]?.typed ?? 0,
      ...found,
      focusOf: lazily(() => findFocus(candidate, { topic, definition, holderIn, tag: language.tag })),
    };
  });
  return judged.sort((a, b) => b.score - a.score);
}
