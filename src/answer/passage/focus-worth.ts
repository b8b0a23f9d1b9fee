import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import type { Mention } from '../sentence/find-mentions.ts';
import { governingRole } from '../sentence/governing-role.ts';
import { nearestIn } from '../sentence/word-proximity.ts';
import type { Topic } from '../topic/topic.ts';

/** What speaks for and against a mention as the words that answer; each about 0 to 1. */
const FOCUS_SIGNS = [
  'fit',
  'nearness',
  'askedSide',
  'otherSide',
  'likeHead',
  'calledByHead',
  'told',
  'agent',
  'subject',
  'subjectOfBeing',
  'word',
  'inBracket',
  'ownRole',
  'rivalRole',
  'people',
  'isTitle',
  'called',
  'novelShare',
  'opens',
] as const;

type FocusSign = (typeof FOCUS_SIGNS)[number];
type FocusSigns = Readonly<Record<FocusSign, number>>;

/**
 * Rounded from weights learnt on right sentences of encyclopedia questions (what is likelier the answer, of a sentence's
 * candidates); they do as well on articles that they were not learnt from.
 */
const FOCUS_WEIGHTS: FocusSigns = {
  fit: 2.2,
  nearness: 2.3,
  askedSide: 0.9,
  otherSide: 0.1,
  likeHead: 0.9,
  calledByHead: 1.5,
  told: 0.5,
  agent: 0.8,
  subject: 0.4,
  subjectOfBeing: 0.2,
  word: 0.4,
  inBracket: -0.4,
  ownRole: 0.8,
  rivalRole: -0.2,
  people: -0.4,
  isTitle: 0.7,
  called: 0.5,
  novelShare: -0.5,
  opens: 0.2,
};

/** "written by", "directed by the American": whoever did it comes next. */
const AFTER_BY = /\bby (?:(?:the|an?|his|her|their) )?(?:\p{L}+ ){0,3}["“‘]?$/u;
/** "Ada Quill (1842–1903) was": what the sentence is about. */
const BEFORE_BEING =
  /^["”’]?,? (?:\([^()]{0,200}\) )?(?:,[^,]{0,60}, )?(?:is|was|are|were|became|remains|has been|had been)\b/;

/** Makes the function that tells how much speaks for a sentence's answer candidates as the words that answer. */
export function createFocusWorth(
  candidate: Candidate,
  topic: Topic,
  weights: FocusSigns = FOCUS_WEIGHTS,
): (answer: AnswerCandidate) => number {
  const signsOf = createFocusSigns(candidate, topic);
  return (answer) => {
    const signs = signsOf(answer);
    return FOCUS_SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], 0);
  };
}

/** Makes the function that tells the signs of a sentence's answer candidates. */
function createFocusSigns(candidate: Candidate, topic: Topic): (answer: AnswerCandidate) => FocusSigns {
  const { view } = candidate;
  const { question, semantics, told } = topic;
  const nearTold = nearestIn(view, told);
  const roleIn = (mention: Mention) =>
    topic.role === undefined ? 'none' : governingRole(view, mention, topic.role);
  return (answer) => {
    const { mention, fit, nearness, side, novel } = answer;
    const role = roleIn(mention);
    const before = view.text.slice(0, mention.start);
    const isSubject = mention.from <= 2 && BEFORE_BEING.test(view.text.slice(mention.end));
    // Of a common word the likeness is its fit already.
    const isLike = question.head !== undefined && mention.kind !== 'word';
    return {
      fit,
      nearness,
      askedSide: side.isAsked ? side.closeness : 0,
      otherSide: side.isAsked ? 0 : side.closeness,
      likeHead: isLike ? novel.reduce((most, term) => Math.max(most, semantics.likeHead(term)), 0) : 0,
      calledByHead: isCalledByHead(candidate, answer, topic) ? 1 : 0,
      told: nearTold(mention),
      agent: AFTER_BY.test(before.slice(-60)) ? Math.max(nearTold(mention), side.closeness) : 0,
      subject: isSubject ? 1 : 0,
      subjectOfBeing: isSubject && question.verb === undefined ? 1 : 0,
      word: mention.kind === 'word' ? 1 : 0,
      inBracket: before.lastIndexOf('(') > before.lastIndexOf(')') ? 1 : 0,
      ownRole: role === 'own' ? 1 : 0,
      rivalRole: role === 'rival' ? 1 : 0,
      people: isPeople(candidate, mention, topic) ? 1 : 0,
      isTitle: isTitle(candidate, mention) ? 1 : 0,
      called: CALLED.test(before.slice(-40)) ? 1 : 0,
      novelShare: answer.novelShare,
      opens: mention.from <= 1 ? 1 : 0,
    };
  };
}

/** "An Australian-American actor": where somebody is from, and nobody. */
function isPeople(
  { view: { text } }: Candidate,
  { kind, start, end }: Mention,
  { gazetteer }: Topic,
): boolean {
  const last = text.slice(start, end).split(/[ -]/).at(-1) ?? '';
  return (
    kind === 'name' &&
    gazetteer.countryOf(last.toLowerCase()) !== undefined &&
    /^ \p{Ll}/u.test(text.slice(end, end + 2))
  );
}

/** What the article is about, where the sentence opens with it. */
const isTitle = ({ view, title }: Candidate, { kind, from, to }: Mention): boolean =>
  kind === 'name' && from <= 1 && view.words.slice(from, to).every(({ term }) => title.terms.has(term));

/** "Is called", "also known as". */
const CALLED = /\b(?:called|named|known as|termed|dubbed|nicknamed|titled|entitled) (?:the |an? )?["“‘]?$/i;

/** "Idlib, the last stronghold of …" when a stronghold is asked for. */
function isCalledByHead({ view }: Candidate, { mention }: AnswerCandidate, { question }: Topic): boolean {
  if (question.head === undefined || !/^["”’']?, (?:the|an?) /.test(view.text.slice(mention.end)))
    return false;
  return view.words.slice(mention.to, mention.to + 6).some(({ term }) => term === question.head);
}
