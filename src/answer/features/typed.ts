import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import type { AnswerType } from '../question/answer-types.ts';
import type { MentionKind } from '../sentence/find-mentions.ts';
import type { Topic } from '../topic/topic.ts';
import { type FeatureValues, flag } from './feature-values.ts';
import type { Support } from './votes.ts';

/** Types that get weights of their own for "the asked-for kind of thing is in the sentence". */
const TYPES = [
  'person',
  'place',
  'organisation',
  'date',
  'number',
  'money',
  'percent',
  'duration',
  'title',
  'reason',
  'manner',
  'thing',
] as const satisfies readonly AnswerType[];

/** Whether the sentence holds something of the kind that the question asks for, and how others support it. */
export const TYPED_FEATURES = [
  ...TYPES.map((type) => `fits:${type}` as const),
  ...TYPES.map((type) => `support:${type}` as const),
  'novelNames',
  'novelQuantities',
  'noMention',
  'headHere',
  'headAround',
  'headBesideName',
  'becauseForWhy',
  'definesName',
  'supportName',
  'supportQuantity',
  'supportWords',
  'supportTypedOfBest',
  'supportNameOfBest',
  'supportWordsOfBest',
] as const;

const REASON =
  /\b(?:because|due to|after|since|so that|in order to|reason|caused|led to|amid|over|citing|following|to)\b/i;

export function typedFeatures(
  candidate: Candidate,
  topic: Topic,
  support: Support,
  best: Support,
): FeatureValues<typeof TYPED_FEATURES> {
  const { question } = topic;
  const { view, answers, title } = candidate;
  const fits = answers.reduce((most, answer) => Math.max(most, answer.fit), 0);
  const names = count(answers, ['name', 'quoted']);
  const words = count(answers, ['word']);
  const { head } = question;
  const headHere = head !== undefined && view.terms.has(head);
  const headBit = topic.terms.findIndex(({ term }) => term === head);
  const headNear = headBit >= 0 && ((candidate.hit.masks.near >>> headBit) & 1) === 1;
  const headAround = head !== undefined && (headHere || headNear || title.terms.has(head));
  const of = (type: AnswerType, value: number) => (question.type === type ? value : 0);
  return {
    'fits:person': of('person', fits),
    'fits:place': of('place', fits),
    'fits:organisation': of('organisation', fits),
    'fits:date': of('date', fits),
    'fits:number': of('number', fits),
    'fits:money': of('money', fits),
    'fits:percent': of('percent', fits),
    'fits:duration': of('duration', fits),
    'fits:title': of('title', fits),
    'fits:reason': of('reason', fits),
    'fits:manner': of('manner', fits),
    'fits:thing': of('thing', fits),
    'support:person': of('person', support.typed),
    'support:place': of('place', support.typed),
    'support:organisation': of('organisation', support.typed),
    'support:date': of('date', support.typed),
    'support:number': of('number', support.typed),
    'support:money': of('money', support.typed),
    'support:percent': of('percent', support.typed),
    'support:duration': of('duration', support.typed),
    'support:title': of('title', support.typed),
    'support:reason': of('reason', support.typed),
    'support:manner': of('manner', support.typed),
    'support:thing': of('thing', support.typed),
    novelNames: Math.min(names, 4) / 4,
    novelQuantities: Math.min(answers.length - names - words, 4) / 4,
    noMention: flag(answers.length === 0),
    headHere: flag(headHere),
    headAround: flag(headAround),
    headBesideName: flag(headBesideName(candidate, head)),
    becauseForWhy: flag(question.type === 'reason' && REASON.test(view.text)),
    definesName: flag(question.defines?.every((term) => view.terms.has(term)) === true),
    supportName: support.name,
    supportQuantity: support.quantity,
    supportWords: support.words,
    supportTypedOfBest: support.typed / Math.max(best.typed, 1e-6),
    supportNameOfBest: support.name / Math.max(best.name, 1e-6),
    supportWordsOfBest: support.words / Math.max(best.words, 1e-6),
  };
}

function count(answers: readonly AnswerCandidate[], kinds: readonly MentionKind[]): number {
  return answers.filter(({ mention }) => kinds.includes(mention.kind)).length;
}

/** "singer Bob Dylan", "Winnie, the bear": the asked-for noun right beside an answer candidate. */
function headBesideName({ view, answers }: Candidate, head: string | undefined): boolean {
  if (head === undefined) return false;
  return answers.some(({ mention }) =>
    view.words.slice(Math.max(0, mention.from - 2), mention.to + 4).some((word) => word.term === head),
  );
}
