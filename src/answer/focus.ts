import type { AnswerCandidate, Candidate, Topic } from './candidates.ts';
import type { Definition } from './definition.ts';
import type { Span } from './types.ts';

export interface FocusParameters {
  /** What a full fit to the asked-for type is worth. */
  readonly fit: number;
  /** What being the candidate that other articles support most is worth. */
  readonly support: number;
  /** What standing right beside the question's words is worth. */
  readonly nearness: number;
  /** Below this sum no span is marked. */
  readonly least: number;
}

export const FOCUS_DEFAULTS: FocusParameters = { fit: 1, support: 0.8, nearness: 0.5, least: 0.3 };

const BECAUSE =
  /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|in order to|so that|caused by|since|amid|citing|over (?=concerns|fears|allegations|claims))\s+/i;
const PURPOSE = /\bto\s+(?:\p{L}+)\s+/u;

/** The words of a sentence that answer, as offsets into it; undefined when nothing shorter than the sentence is known. */
export function findFocus(
  candidate: Candidate,
  topic: Topic,
  definition: Definition | undefined,
  parameters: FocusParameters = FOCUS_DEFAULTS,
  supportOf: (answer: AnswerCandidate) => number = () => 0,
): Span | undefined {
  if (topic.question.type === 'definition' && definition !== undefined) return definition.focus;
  if (topic.question.type === 'truth') return undefined;
  if (topic.question.type === 'reason') return reasonSpan(candidate.view.text);
  const nearness = nearnessTo(candidate, topic);
  let best: { answer: AnswerCandidate; worth: number } | undefined;
  const most = candidate.answers.reduce((highest, answer) => Math.max(highest, supportOf(answer)), 1e-9);
  for (const answer of candidate.answers) {
    if (answer.fit < 0.1) continue;
    const worth =
      parameters.fit * answer.fit +
      (parameters.support * supportOf(answer)) / most +
      parameters.nearness * nearness(answer);
    if (best === undefined || worth > best.worth) best = { answer, worth };
  }
  if (best === undefined || best.worth < parameters.least) return undefined;
  return [best.answer.mention.start, best.answer.mention.end];
}

/** The clause that gives the reason: from the conjunction to the end of its clause. */
function reasonSpan(text: string): Span | undefined {
  const opening = BECAUSE.exec(text) ?? PURPOSE.exec(text);
  if (opening === null) return undefined;
  const rest = text.slice(opening.index);
  const stop = rest.search(/(?:[;–—]|,\s+(?:but|and|who|which|while|with)\b|[.!?]["”’']?$)/);
  const end = opening.index + (stop < 0 ? rest.trimEnd().length : stop);
  return end - opening.index < 4 ? undefined : [opening.index, end];
}

/** 1 right beside a word of the question, falling with the distance in words to the nearest three of them. */
function nearnessTo({ view }: Candidate, { terms }: Topic): (answer: AnswerCandidate) => number {
  const wanted = new Set(terms.map(({ term }) => term));
  const places = view.words.flatMap((word, i) => (wanted.has(word.term) ? [i] : []));
  return ({ mention }) => {
    const nearest = places
      .map((place) => (place < mention.from ? mention.from - place : Math.max(0, place - mention.to + 1)))
      .sort((a, b) => a - b)
      .slice(0, 3);
    return nearest.reduce((sum, distance) => sum + 1 / (1 + distance), 0) / Math.max(nearest.length, 1);
  };
}
