import type { Lexicon } from '../../search/term-statistics.ts';
import type { Question } from '../question/analyse-question.ts';
import type { Mention } from './find-mentions.ts';
import type { SentenceView } from './sentence-views.ts';

const NEARNESS = {
  /** Words that a NEARNESS.comma between two of them counts for in their distance. */
  comma: 3,
  /** What a word of a name weighs against another: names are what the question is about, the rest says what about it. */
  name: 0.4,
  /** From this share of capitals on a word is taken for one of a name. */
  capital: 0.8,
  /** At this distance, in words, a word counts half. */
  half: 3,
} as const;

/** How near to a mention the question's words stand, by their terms; adding up to 1. */
export type NearnessWeights = ReadonlyMap<string, number>;

/** What each of a question's words counts for, adding up to 1. */
export function nearnessWeights(
  terms: readonly { readonly term: string; readonly idf: number }[],
  question: Question,
  lexicon: Lexicon,
): NearnessWeights {
  const names = new Set(question.names.flat());
  const weights = terms.map(({ term, idf }): [string, number] => [
    term,
    names.has(term) || lexicon.profile(term).capital > NEARNESS.capital ? NEARNESS.name * idf : idf,
  ]);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / total]));
}

/**
 * How near the question's words stand to a mention: 1 when all of them stand right beside it; a word's share falls with
 * its distance, commas counting more.
 * @returns a function of the sentence's mentions
 */
export function nearnessIn(view: SentenceView, weights: NearnessWeights): (mention: Mention) => number {
  const places = view.words.flatMap(({ term }, at) => {
    const weight = weights.get(term);
    return weight === undefined ? [] : { term, at, weight };
  });
  if (places.length === 0) return () => 0;
  const distance = createDistances(view);
  return (mention) => {
    const best = new Map<string, number>();
    for (const { term, at, weight } of places) {
      if (at >= mention.from && at < mention.to) continue;
      const share = weight / (1 + distance(at, mention) / NEARNESS.half);
      if (share > (best.get(term) ?? 0)) best.set(term, share);
    }
    let sum = 0;
    for (const share of best.values()) sum += share;
    return sum;
  };
}

/**
 * How near the nearest of some words stands to a mention, measured as by `nearnessIn`: 1 right beside it.
 * @returns a function of the sentence's mentions; always 0 when none of the words is there
 */
export function nearestIn(view: SentenceView, terms: ReadonlySet<string>): (mention: Mention) => number {
  const places = view.words.flatMap(({ term }, at) => (terms.has(term) ? [at] : []));
  if (places.length === 0) return () => 0;
  const distance = createDistances(view);
  return (mention) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const at of places)
      if (at < mention.from || at >= mention.to) nearest = Math.min(nearest, distance(at, mention));
    return 1 / (1 + nearest / NEARNESS.half);
  };
}

/** Makes the function that tells how many words, commas counting more, stand between a word outside a mention and it. */
function createDistances(view: SentenceView): (at: number, mention: Mention) => number {
  let breaks: Uint8Array | undefined;
  const commas = (from: number, to: number) => {
    // Of many sentences no mention is asked for.
    breaks ??= breaksBefore(view);
    return (breaks[to] ?? 0) - (breaks[from] ?? 0);
  };
  return (at, { from, to }) =>
    at < from
      ? from - at - 1 + NEARNESS.comma * commas(at, from)
      : at - to + NEARNESS.comma * commas(to - 1, at);
}

/** For each word how many breaks (commas, semicolons, dashes) stand between words up to it. */
function breaksBefore({ text, words }: SentenceView): Uint8Array {
  const breaks = new Uint8Array(words.length);
  let sum = 0;
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    for (let at = end; at < word.start; at++) if (i > 0 && BREAKS.has(text.charCodeAt(at))) sum++;
    breaks[i] = sum;
    end = word.end;
  }
  return breaks;
}

const BREAKS: ReadonlySet<number> = new Set([...',;–—'].map((char) => char.charCodeAt(0)));
