import type { Article } from '../../corpus/article.ts';
import { sliceOf } from '../../search/articles/parts.ts';
import { spanOf } from '../../search/segment.ts';
import { maskOf } from '../features/lexical.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';
import type { Topic } from '../topic/topic.ts';
import type { Candidate } from './read-candidates.ts';

/** "Watch Ada Quill's talk about tides to learn more." */
const LEADS_ELSEWHERE =
  /^(?:watch|listen to|view|see) [^.!?]{1,200}\b(?:videos?|clips?|talks?|ted ?talks?|films?|episodes?|podcasts?|animations?|simulations?|websites?)\b/i;

/** What was named before: "He", "their". */
const GOES_ON = /\b(?:he|she|it|they|him|them|his|her|hers|its|theirs?|this|that|these|those)\b/i;

/** The candidates that can be an answer: not those that only ask, lead elsewhere, or repeat what they stand under. */
export function saying(candidates: readonly Candidate[], topic: Topic): Candidate[] {
  return candidates.filter(
    (one) => !isEcho(one, topic) && !saysNothing(one, topic) && !isUnderLabel(one, topic, candidates),
  );
}

/** An article crowds the others out when so many of its sentences were read to say nothing, and such a share of all. */
const CROWD = 12;
const CROWDS = 0.4;

/** The articles that take most places with what says nothing. */
export function crowdingArticles(
  read: readonly Candidate[],
  kept: readonly Candidate[],
): ReadonlySet<Article> {
  const dropped = new Set(read).difference(new Set(kept));
  const counts = Map.groupBy(dropped, ({ article }) => article);
  return new Set(
    [...counts].flatMap(([article, of]) =>
      of.length >= Math.max(CROWD, CROWDS * read.length) ? [article] : [],
    ),
  );
}

/**
 * Whether a unit can't be an answer: it only repeats the question; in a structured article, it asks, it leads elsewhere, or, of a row, an item
 * or a call-out, its words all stand in the question or in what it stands under already ("Name · Yate Z-Shuttle" on the page of that title).
 */
function saysNothing(candidate: Candidate, topic: Topic): boolean {
  const { block, view } = candidate;
  if (repeatsQuestion(candidate, topic)) return true;
  if (block === undefined) return false;
  const { text } = view;
  if (/\?["”’']?$/.test(text)) return true;
  if (block.kind === 'paragraph') return LEADS_ELSEWHERE.test(text);
  return block.kind !== 'turn' && addsNothing(candidate, topic);
}

/**
 * "Open the console." where it is asked how to open it; not "She opened it", which the sentence before answers. Whether
 * something is so may be told in the question's words.
 */
const repeatsQuestion = ({ view }: Candidate, { question, all }: Topic): boolean =>
  question.asks !== 'none' &&
  question.type !== 'truth' &&
  !GOES_ON.test(view.text) &&
  view.words.every(({ term, stop }) => stop || all.has(term));

function addsNothing({ block, view, context, hit, article }: Candidate, { all, aliases }: Topic): boolean {
  // The first cell of a row only names what the others say.
  const { start, end } = spanOf(hit.segment, hit.article, hit.sentence);
  const [name, value] = block?.kind === 'row' ? (block.cells ?? []) : [];
  const from = name !== undefined && value !== undefined && start === name[0] ? name[1] - start : 0;
  const words = view.words.filter((word) => !word.stop && word.start >= from);
  if (words.length === 0) return sliceOf(article, start + from, end).trim() === '';
  return words.every(({ term }) => all.has(term) || context.has(term) || aliases.has(term));
}

/** A question that a sentence hardly adds anything to, such as another quiz's: it asks the same and answers nothing. */
const ECHO_COVERAGE = 0.8;

/** Whether a candidate only asks what the question asks. */
export function isEcho({ view, hit }: Candidate, { shareOfAll }: Topic): boolean {
  return /\?["”’']?$/.test(view.text) && shareOfAll(hit.masks.own) >= ECHO_COVERAGE;
}

/** "Photos: Vellmark floods Osterby": a label before a title. */
const LABEL = /^\p{Lu}\p{L}{2,14}: /u;
/** So many words, the label's too, make a label that stands before sentence after sentence. */
const LEAST_LABEL = 3;
/** What a caption must have of the question besides its label, as a share of what it has with it. */
const LEAST_OWN = 0.7;

/**
 * Whether what a caption has of a question stands mostly in the label that other sentences of its article open with too:
 * "Photos: Vellmark floods Osterby People wait for the ferry on May 5" says nothing of when it did.
 * @param candidates all of them
 */
function isUnderLabel(
  { view, hit, article }: Candidate,
  topic: Topic,
  candidates: readonly Candidate[],
): boolean {
  if (!LABEL.test(view.text)) return false;
  const label = candidates.reduce(
    (most, other) =>
      other.article === article && other.view !== view
        ? Math.max(most, sharedOpening(view, other.view))
        : most,
    0,
  );
  if (label < LEAST_LABEL) return false;
  const own = new Set(view.words.slice(label).map(({ term }) => term));
  const share = topic.shareOfAll(maskOf(topic, (term) => own.has(term)));
  return share < LEAST_OWN * topic.shareOfAll(hit.masks.own);
}

/** How many words two sentences open with alike. */
function sharedOpening(one: SentenceView, other: SentenceView): number {
  const at = one.words.findIndex(({ term }, i) => other.words[i]?.term !== term);
  return at < 0 ? one.words.length : at;
}
