import type { Article, Block, BlockKind, SentenceSpan } from '../../corpus/article.ts';
import { spanOf } from '../../search/segment.ts';
import { likenessOf } from '../../text/similarity.ts';
import type { Passage, Span } from '../answer.ts';
import type { Candidate } from '../candidates/read-candidates.ts';

/** A candidate with its final score and the words in it that answer, if known. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  /** Offsets into the sentence. */
  readonly focus?: Span;
  /** What sets it apart from others of the same answer: a year, or one of two things that are compared. */
  readonly label?: string;
}

const PASSAGES = {
  /** Sentences whose sets of words overlap at least this far are copies of one. */
  copyOverlap: 0.8,
  /** The longest sentence, in characters, that is brought along as an antecedent. */
  longestAntecedent: 400,
  /** What a passage loses for marking the same words as the answer as one above it: the first may be wrong. */
  repeatPenalty: 1.5,
} as const;

const NEEDS_ANTECEDENT =
  /^["“'‘]?(?:(?:he|she|it|they|his|her|its|their|this|that|these|those|such|the (?:company|firm|group|agency|pair|two|duo|couple|former|latter|move|decision|incident|attack|deal|agreement))\b)/i;
const OPENS_IN_LOWER_CASE = /^["“'‘]?\p{Ll}/u;

/** The passages of the best `top` sentences; near-copies from other articles are folded into the first of them. */
export function makePassages(ranked: readonly Ranked[], top: number): Passage[] {
  const kept: { ranked: Ranked; alsoIn: Article[] }[] = [];
  for (const entry of varied(ranked)) {
    const original = kept.find(
      ({ ranked: other }) =>
        // What is said alike of two years is said twice.
        (other.label === undefined || entry.label === undefined || other.label === entry.label) &&
        isCopy(other.candidate, entry.candidate),
    );
    if (original === undefined) {
      if (kept.length === top) continue;
      kept.push({ ranked: entry, alsoIn: [] });
    } else if (
      original.ranked.candidate.article !== entry.candidate.article &&
      !original.alsoIn.includes(entry.candidate.article)
    ) {
      original.alsoIn.push(entry.candidate.article);
    }
  }
  return kept.map(({ ranked: entry, alsoIn }) => makePassage(entry, alsoIn));
}

/**
 * The same candidates, those that repeat an answer given above moved down by the penalty. What was put before a better
 * score keeps its place.
 */
function varied(ranked: readonly Ranked[]): readonly Ranked[] {
  const given = new Set<string>();
  let ceiling = Number.POSITIVE_INFINITY;
  const worth = ranked.map((entry): readonly [Ranked, number] => {
    const words =
      entry.focus === undefined ? '' : entry.candidate.view.text.slice(...entry.focus).toLowerCase();
    const repeats = words !== '' && given.has(words);
    given.add(words);
    ceiling = Math.min(ceiling, entry.score);
    return [entry, ceiling - (repeats ? PASSAGES.repeatPenalty : 0)];
  });
  return worth.sort((a, b) => b[1] - a[1]).map(([entry]) => entry);
}

function isCopy(a: Candidate, b: Candidate): boolean {
  if (needsItsPlace(a) && !standAlike(a, b)) return false;
  if (a.view.text === b.view.text) return true;
  // Sets of too unlike sizes can't overlap so far.
  const [few = 0, many = 0] = [a.bag.weights.size, b.bag.weights.size].sort((x, y) => x - y);
  return few >= PASSAGES.copyOverlap ** 2 * many && likenessOf(a.bag, b.bag).overlap >= PASSAGES.copyOverlap;
}

/** An item or a row of fewer words than this says little without what it stands under: "Yes". */
const FEW_WORDS = 6;

function needsItsPlace({ block, view }: Candidate): boolean {
  return (block?.kind === 'item' || block?.kind === 'row') && view.words.length < FEW_WORDS;
}

function standAlike({ context: a }: Candidate, { context: b }: Candidate): boolean {
  return a.size === b.size && [...a].every((term) => b.has(term));
}

function makePassage({ candidate, score, focus, label }: Ranked, alsoIn: readonly Article[]): Passage {
  const { hit, article } = candidate;
  const { start, end } = spanOf(hit.segment, hit.article, hit.sentence);
  const from = antecedentStart(candidate) ?? start;
  const block = shownFrom(candidate);
  return {
    article,
    start: from,
    end,
    ...(block === undefined ? {} : { block }),
    sentence: [start, end],
    ...(focus === undefined ? {} : { focus: [start + focus[0], start + focus[1]] as const }),
    score,
    ...(label === undefined ? {} : { label }),
    alsoIn,
  };
}

/**
 * The block that a quote is shown from: the candidate's own. Steps that were found by what they stand under alone are
 * shown from the first on.
 */
function shownFrom({ hit, article }: Candidate): number | undefined {
  const { block } = spanOf(hit.segment, hit.article, hit.sentence);
  const list = article.blocks?.[block ?? -1]?.list;
  if (block === undefined || list?.step === undefined || hit.masks.own !== 0) return block;
  return article.blocks?.findIndex((other) => other.list?.id === list.id) ?? block;
}

/** Text that goes on from sentence to sentence; items and rows have their lead-in and their head instead. */
const RUNNING: ReadonlySet<BlockKind> = new Set(['paragraph', 'turn', 'callout', 'quotation', 'definition']);

/** Where the sentence before starts, when this one can't be understood without it and both are close together. */
function antecedentStart({ hit, view, article, index }: Candidate): number | undefined {
  if (index === 0) return undefined;
  const previous = spanOf(hit.segment, hit.article, hit.sentence - 1);
  const own = spanOf(hit.segment, hit.article, hit.sentence);
  if (previous.end - previous.start > PASSAGES.longestAntecedent) return undefined;
  const continues = OPENS_IN_LOWER_CASE.test(view.text);
  if (!continues && !NEEDS_ANTECEDENT.test(view.text)) return undefined;
  const paragraphsApart = own.paragraph - previous.paragraph;
  if (paragraphsApart > 1 || (paragraphsApart === 1 && continues)) return undefined;
  // A heading or a picture between the two ends what was said.
  if (article.text.slice(previous.end, own.start).trim() !== '') return undefined;
  if (!goesOn(article, previous, own)) return undefined;
  return article.text.slice(previous.start, previous.end).trim() === '' ? undefined : previous.start;
}

/** Whether a sentence is of the same running text as the one before, and said by the same person. */
function goesOn({ blocks }: Article, previous: SentenceSpan, own: SentenceSpan): boolean {
  const [before, after] = [previous, own].map(({ block }) => blocks?.[block ?? -1]);
  if (before === undefined || after === undefined || before === after) return true;
  const speakerOf = ({ context }: Block) => context.findLast(({ role }) => role === 'speaker')?.span[0];
  return RUNNING.has(before.kind) && RUNNING.has(after.kind) && speakerOf(before) === speakerOf(after);
}
