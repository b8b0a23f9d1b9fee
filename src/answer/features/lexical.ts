import { likenessOf } from '../../text/similarity.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';
import type { Topic } from '../topic/topic.ts';
import { type FeatureValues, flag } from './feature-values.ts';

/** The words that question and sentence share: in the sentence itself, around it and above it. */
export const LEXICAL_FEATURES = [
  'bm25',
  'bm25OfBest',
  'articleBm25',
  'previousBm25',
  'nextBm25',
  'coverage',
  'coverageWithPrevious',
  'coverageWithNeighbours',
  'coverageNear',
  'coverageWithTitle',
  'titleCoverage',
  'allCovered',
  'rarestHere',
  'rarestAround',
  'secondRarestHere',
  'namesHere',
  'namesAround',
  'namesInTitle',
  'pairs',
  'proximity',
  'cosine',
  'containment',
  'overlap',
  'titleCosine',
  'sameForms',
] as const;

/** What a whole list of candidates is measured against. */
export interface Scale {
  readonly bestOwn: number;
  readonly bestArticle: number;
}

export function lexicalFeatures(
  candidate: Candidate,
  topic: Topic,
  scale: Scale,
): FeatureValues<typeof LEXICAL_FEATURES> {
  const { hit, view, title, bag } = candidate;
  const { masks } = hit;
  const titleMask = maskOf(topic, (term) => title.terms.has(term));
  // What a sentence with every content word once would score, about: BM25's saturation is near 1 there.
  const ideal = Math.max(topic.totalIdf, 1e-6);
  const share = topic.shareOfAll;
  const around = masks.own | masks.previous | masks.next | titleMask;
  const coverage = share(masks.own);
  const places = placesOf(topic, view);
  const likeness = likenessOf(topic.bag, bag);
  return {
    bm25: hit.own / ideal,
    bm25OfBest: hit.own / Math.max(scale.bestOwn, 1e-6),
    articleBm25: hit.articleScore / Math.max(scale.bestArticle, 1e-6),
    previousBm25: hit.previous / ideal,
    nextBm25: hit.next / ideal,
    coverage,
    coverageWithPrevious: share(masks.own | masks.previous),
    coverageWithNeighbours: share(masks.own | masks.previous | masks.next),
    coverageNear: share(masks.near),
    coverageWithTitle: share(masks.own | titleMask),
    titleCoverage: share(titleMask),
    allCovered: flag(coverage > 0.999),
    rarestHere: masks.own & 1,
    rarestAround: around & 1,
    secondRarestHere: (masks.own >>> 1) & 1,
    namesHere: namesShare(topic, masks.own),
    namesAround: namesShare(topic, around),
    namesInTitle: namesShare(topic, titleMask),
    pairs: neighbouringPairs(topic, places),
    proximity: proximity(topic, places),
    cosine: likeness.cosine,
    containment: likeness.containment,
    overlap: likeness.overlap,
    titleCosine: candidate.titleCosine,
    sameForms: sameForms(topic, view),
  };
}

/** Which share by rarity of the question's words stand in the sentence in the very form they were asked in: "open", not "opened". */
function sameForms({ question, lexicon }: Topic, { words, terms, text }: SentenceView): number {
  let same = 0;
  let all = 0;
  for (const { term, start, end } of question.content) {
    const idf = lexicon.idf(term);
    all += idf;
    if (!terms.has(term)) continue;
    const form = question.text.slice(start, end).toLowerCase();
    if (words.some((word) => word.term === term && text.slice(word.start, word.end).toLowerCase() === form))
      same += idf;
  }
  return all === 0 ? 0 : same / all;
}

/** The mask of the topic's terms for which the test holds. */
export function maskOf({ terms }: Topic, has: (term: string) => boolean): number {
  return terms.reduce(
    (mask, { term, others }, bit) => (has(term) || others.some(has) ? mask | (1 << bit) : mask),
    0,
  );
}

/** Share of the question's names of which the last word (the surname) is there. */
function namesShare({ question, terms }: Topic, mask: number): number {
  if (question.names.length === 0) return 0;
  const found = question.names.filter((name) => {
    const bit = terms.findIndex(({ term }) => term === name.at(-1));
    return bit >= 0 && ((mask >>> bit) & 1) === 1;
  });
  return found.length / question.names.length;
}

/** Share of the pairs of neighbouring content words that stand close to each other in the sentence too. */
function neighbouringPairs({ question }: Topic, places: ReadonlyMap<string, readonly number[]>): number {
  const { content } = question;
  if (content.length < 2 || places.size < 2) return 0;
  let pairs = 0;
  for (let i = 0; i + 1 < content.length; i++) {
    const left = places.get(content[i]?.term ?? '');
    const right = left && places.get(content[i + 1]?.term ?? '');
    if (left?.some((l) => right?.some((r) => r !== l && Math.abs(r - l) <= 3))) pairs++;
  }
  return pairs / (content.length - 1);
}

/** Where the topic's words stand in a sentence, whatever their spelling: term → numbers of words. */
function placesOf({ wanted, aliases }: Topic, view: SentenceView): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 0; i < view.words.length; i++) {
    const word = view.words[i];
    if (word === undefined) continue;
    const term = aliases.get(word.term) ?? word.term;
    if (!wanted.has(term)) continue;
    const known = places.get(term);
    if (known === undefined) places.set(term, [i]);
    else known.push(i);
  }
  return places;
}

/** How densely the matched words stand: distinct matches squared over the length of the span they fill, 0 to 1. */
function proximity({ wanted }: Topic, places: ReadonlyMap<string, readonly number[]>): number {
  if (places.size < 2) return 0;
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const list of places.values()) {
    first = Math.min(first, list[0] ?? first);
    last = Math.max(last, list.at(-1) ?? last);
  }
  return (places.size * places.size) / ((last - first + 1) * Math.max(wanted.size, 1));
}
