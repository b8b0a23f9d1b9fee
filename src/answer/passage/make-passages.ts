import type { Article, Block, BlockKind, SentenceSpan } from '../../corpus/article.ts';
import { blockOf, sliceOf } from '../../search/articles/parts.ts';
import { spanOf } from '../../search/segment.ts';
import { likenessOf } from '../../text/similarity.ts';
import type { Passage, Span } from '../answer.ts';
import type { Candidate } from '../candidates/read-candidates.ts';

/** A candidate with its final score and the words in it that answer, if known. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  /** Offsets into the sentence; looked for when first asked, since of forty candidates a few are shown. */
  readonly focusOf: () => Span | undefined;
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
const PERSON = /^["“'‘]?(?:he|she|they)\b/i;
const OPENS_IN_LOWER_CASE = /^["“'‘]?\p{Ll}/u;

/** The passages of the best `top` sentences; near-copies from other articles are folded into the first of them. */
export function makePassages(ranked: readonly Ranked[], top: number): Passage[] {
  const kept: Kept[] = [];
  const seen = new Set<Ranked>();
  for (const entry of varied(ranked)) {
    if (kept.length === top) break;
    seen.add(entry);
    if (!foldCopy(entry, kept)) kept.push({ ranked: entry, alsoIn: [] });
  }
  for (const entry of ranked) if (!seen.has(entry)) foldCopy(entry, kept);
  return kept.map(({ ranked: entry, alsoIn }) => makePassage(entry, alsoIn));
}

interface Kept {
  readonly ranked: Ranked;
  readonly alsoIn: Article[];
}

/** Notes the article of a copy with what it copies. @returns whether it is one */
function foldCopy({ candidate, label }: Ranked, kept: readonly Kept[]): boolean {
  const original = kept.find(
    ({ ranked: other }) =>
      // What is said alike of two years is said twice.
      (other.label === undefined || label === undefined || other.label === label) &&
      isCopy(other.candidate, candidate),
  );
  if (original === undefined) return false;
  const { article } = candidate;
  if (original.ranked.candidate.article !== article && !original.alsoIn.includes(article))
    original.alsoIn.push(article);
  return true;
}

/**
 * The same candidates, those that repeat an answer given above moved down by the penalty. What was put before a better
 * score keeps its place.
 */
function* varied(ranked: readonly Ranked[]): Generator<Ranked> {
  const given = new Set<string>();
  const moved: { readonly entry: Ranked; readonly worth: number }[] = [];
  let ceiling = Number.POSITIVE_INFINITY;
  for (const entry of ranked) {
    ceiling = Math.min(ceiling, entry.score);
    for (let next = moved[0]; next !== undefined && next.worth >= ceiling; next = moved[0]) {
      moved.shift();
      yield next.entry;
    }
    const focus = entry.focusOf();
    const words = focus === undefined ? '' : entry.candidate.view.text.slice(...focus).toLowerCase();
    if (words !== '' && given.has(words)) moved.push({ entry, worth: ceiling - PASSAGES.repeatPenalty });
    else yield entry;
    given.add(words);
  }
  for (const { entry } of moved) yield entry;
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

function makePassage({ candidate, score, focusOf, label }: Ranked, alsoIn: readonly Article[]): Passage {
  const focus = focusOf();
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
  const list = blockOf(article, block)?.list;
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
  // "He added: …" names nobody either.
  const before = sliceOf(article, previous.start, previous.end);
  if (!continues && PERSON.test(view.text) && PERSON.test(before)) return undefined;
  // A heading or a picture between the two ends what was said.
  if (sliceOf(article, previous.end, own.start).trim() !== '') return undefined;
  if (!goesOn(article, previous, own)) return undefined;
  return before.trim() === '' ? undefined : previous.start;
}

/** Whether a sentence is of the same running text as the one before, and said by the same person. */
function goesOn(article: Article, previous: SentenceSpan, own: SentenceSpan): boolean {
  if (previous.block === own.block) return true;
  const [before, after] = [previous, own].map(({ block }) => blockOf(article, block));
  if (before === undefined || after === undefined) return true;
  const speakerOf = ({ context }: Block) => context.findLast(({ role }) => role === 'speaker')?.span[0];
  return RUNNING.has(before.kind) && RUNNING.has(after.kind) && speakerOf(before) === speakerOf(after);
}
