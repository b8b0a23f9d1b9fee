import type { Question } from '../question/analyse-question.ts';
import type { AnswerType } from '../question/answer-types.ts';
import { TRAITS } from './corpus-traits.ts';

/** The kinds of answers for which a sentence's features weigh alike; a definition is asked for too seldom to learn how. */
const QUESTION_TRAITS = {
  asksPerson: ['person', 'organisation'],
  asksPlace: ['place'],
  asksTime: ['date', 'duration'],
  asksQuantity: ['number', 'money', 'percent'],
  asksThing: ['thing', 'title'],
  asksReason: ['reason', 'manner', 'truth'],
} as const satisfies Readonly<Record<string, readonly AnswerType[]>>;

type QuestionTrait = keyof typeof QUESTION_TRAITS;
export type RankingTrait = (typeof TRAITS)[number] | QuestionTrait;

const isTrait = (name: string): name is QuestionTrait => Object.hasOwn(QUESTION_TRAITS, name);

/** What the ranker's weights depend on: the kind of corpus, then what is asked for. */
export const RANKING_TRAITS: readonly RankingTrait[] = [
  ...TRAITS,
  ...Object.keys(QUESTION_TRAITS).filter(isTrait),
];

/**
 * The traits of a question, 1 or 0, in the order of `RANKING_TRAITS` without those of the corpus: a sentence that says
 * when is known by other signs than one that says why.
 */
export function questionTraits({ type }: Pick<Question, 'type'>): readonly number[] {
  const kinds: readonly (readonly AnswerType[])[] = Object.values(QUESTION_TRAITS);
  return kinds.map((types) => (types.includes(type) ? 1 : 0));
}
