import { spanOf } from '../../search/segment.ts';
import type { Topic } from '../topic/topic.ts';
import type { Candidate } from './read-candidates.ts';

/** "Watch Ada Quill's talk about tides to learn more." */
const LEADS_ELSEWHERE =
  /^(?:watch|listen to|view|see) [^.!?]{1,200}\b(?:videos?|clips?|talks?|ted ?talks?|films?|episodes?|podcasts?|animations?|simulations?|websites?)\b/i;

/**
 * Whether a unit of a structured article can't be an answer: it asks, it leads elsewhere, or, of a row, an item
 * or a call-out, its words all stand in the question or in what it stands under already ("Name · Yate Z-Shuttle" on the page of that title).
 */
export function saysNothing(candidate: Candidate, topic: Topic): boolean {
  const { block, view } = candidate;
  if (block === undefined) return false;
  const { text } = view;
  if (/\?["”’']?$/.test(text)) return true;
  if (block.kind === 'paragraph') return LEADS_ELSEWHERE.test(text);
  return block.kind !== 'turn' && addsNothing(candidate, topic);
}

function addsNothing({ block, view, context, hit, article }: Candidate, { all, aliases }: Topic): boolean {
  // The first cell of a row only names what the others say.
  const { start, end } = spanOf(hit.segment, hit.article, hit.sentence);
  const [name, value] = block?.kind === 'row' ? (block.cells ?? []) : [];
  const from = name !== undefined && value !== undefined && start === name[0] ? name[1] - start : 0;
  const words = view.words.filter((word) => !word.stop && word.start >= from);
  if (words.length === 0) return article.text.slice(start + from, end).trim() === '';
  return words.every(({ term }) => all.has(term) || context.has(term) || aliases.has(term));
}

/** A question that a sentence hardly adds anything to, such as another quiz's: it asks the same and answers nothing. */
const ECHO_COVERAGE = 0.8;

/** Whether a candidate only asks what the question asks. */
export function isEcho({ view, hit }: Candidate, { shareOfAll }: Topic): boolean {
  return /\?["”’']?$/.test(view.text) && shareOfAll(hit.masks.own) >= ECHO_COVERAGE;
}
