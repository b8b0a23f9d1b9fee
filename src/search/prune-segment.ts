import type { Article } from '../corpus/article.ts';
import type { TermReader } from '../text/terms.ts';
import type { Contexts } from './contexts.ts';
import type { Postings } from './postings.ts';
import type { Segment } from './segment.ts';
import { mapColumns, TermProfileBuilder, type TermProfiles } from './term-profiles.ts';

/** Terms whose postings are copied between two pauses: some milliseconds of work. */
const TERMS_A_STEP = 1000;

/**
 * A segment without some of its articles: what indexing the others alone would have given, but made from the index, at
 * some millions of postings a second. (Counts of a term's company that had saturated stay so, and a term's spelling may
 * be one from an article that went.)
 * It yields every few milliseconds, so that the caller can do other things in between.
 * @param keep called once for each article, in order
 */
export function* pruneSegment(
  segment: Segment,
  keep: (article: Article) => boolean,
  reader: TermReader,
): Generator<undefined, Segment> {
  const kept = segment.articles.map(keep);
  if (kept.every(Boolean)) return segment;
  const articleNumbers = renumber(kept.length, (article) => kept[article] === true);
  const articleOfSentence = new Uint32Array(segment.starts.length);
  for (let article = 0; article < kept.length; article++) {
    articleOfSentence.fill(article, segment.firstSentence[article], segment.firstSentence[article + 1]);
  }
  const sentenceNumbers = renumber(segment.starts.length, (i) => kept[articleOfSentence[i] ?? 0] === true);
  const articles = segment.articles.filter((_, i) => kept[i]);
  const inSentences = (_: number, i: number) => sentenceNumbers[i] !== GONE;
  const contextNumbers = keptContexts(segment.contexts, kept);
  yield;
  const terms = yield* keptTerms(segment, articleNumbers, contextNumbers);
  const bySentence = yield* prunePostings(segment.bySentence, sentenceNumbers, terms.kept);
  const contexts: Contexts = {
    of: segment.contexts.of.filter(inSentences).map((context) => contextNumbers[context] ?? GONE),
    first: keptStarts(segment.contexts.first, kept),
    postings: yield* prunePostings(segment.contexts.postings, contextNumbers, terms.kept),
  };
  const byArticle = yield* prunePostings(segment.byArticle, articleNumbers, terms.kept);
  const profiles = pruneProfiles(segment, kept, terms.kept, reader);
  yield;
  const vocabulary = new Map<string, number>();
  for (const [term, id] of segment.vocabulary) {
    const number = terms.numbers[id] ?? GONE;
    if (number === GONE) continue;
    vocabulary.set(term, number);
    if (number % TERMS_A_STEP === 0) yield;
  }
  return {
    articles,
    firstSentence: keptStarts(segment.firstSentence, kept),
    starts: segment.starts.filter(inSentences),
    ends: segment.ends.filter(inSentences),
    paragraphs: segment.paragraphs.filter(inSentences),
    blocks: segment.blocks.filter(inSentences),
    vocabulary,
    surfaces: Array.from(terms.kept, (term) => segment.surfaces[term] ?? ''),
    bySentence,
    contexts,
    byArticle,
    profiles,
  };
}

const GONE = 0xffffffff;

/** The new number of each thing, or GONE. */
function renumber(count: number, keep: (i: number) => boolean): Uint32Array {
  const numbers = new Uint32Array(count).fill(GONE);
  let next = 0;
  for (let i = 0; i < count; i++) if (keep(i)) numbers[i] = next++;
  return numbers;
}

/** Of things that each article has some of: where those of each kept article start, and where the last end. */
function keptStarts(first: Uint32Array, kept: readonly boolean[]): Uint32Array {
  const starts = [0];
  for (const [article, isKept] of kept.entries()) {
    if (!isKept) continue;
    starts.push((starts.at(-1) ?? 0) + (first[article + 1] ?? 0) - (first[article] ?? 0));
  }
  return Uint32Array.from(starts);
}

function keptContexts({ first, postings }: Contexts, kept: readonly boolean[]): Uint32Array {
  const isKept = new Uint8Array(postings.lengths.length);
  for (let article = 0; article < kept.length; article++) {
    if (kept[article]) isKept.fill(1, first[article], first[article + 1]);
  }
  return renumber(isKept.length, (context) => isKept[context] === 1);
}

/** Every term of a sentence or title stands in the index by article, that of a folder among the contexts. */
function* keptTerms(
  { byArticle, contexts, surfaces }: Segment,
  articleNumbers: Uint32Array,
  contextNumbers: Uint32Array,
): Generator<undefined, { numbers: Uint32Array; kept: Uint32Array }> {
  const numbers = new Uint32Array(surfaces.length).fill(GONE);
  const kept = new Uint32Array(surfaces.length);
  let size = 0;
  for (let term = 0; term < surfaces.length; term++) {
    if (stands(term, byArticle, articleNumbers) || stands(term, contexts.postings, contextNumbers)) {
      kept[size] = term;
      numbers[term] = size++;
    }
    if (term % TERMS_A_STEP === 0) yield;
  }
  return { numbers, kept: kept.slice(0, size) };
}

/** Whether a term stands in any document that was kept. */
function stands(term: number, { offsets, docs }: Postings, numbers: Uint32Array): boolean {
  const end = offsets[term + 1] ?? 0;
  for (let i = offsets[term] ?? 0; i < end; i++) if (numbers[docs[i] ?? 0] !== GONE) return true;
  return false;
}

function* prunePostings(
  postings: Postings,
  numbers: Uint32Array,
  terms: Uint32Array,
): Generator<undefined, Postings> {
  const offsets = new Uint32Array(terms.length + 1);
  const docs = new Uint32Array(postings.docs.length);
  const tfs = new Uint8Array(postings.docs.length);
  let size = 0;
  for (let t = 0; t < terms.length; t++) {
    const term = terms[t] ?? 0;
    const end = postings.offsets[term + 1] ?? 0;
    for (let i = postings.offsets[term] ?? 0; i < end; i++) {
      const doc = numbers[postings.docs[i] ?? 0] ?? GONE;
      if (doc === GONE) continue;
      docs[size] = doc;
      tfs[size] = postings.tfs[i] ?? 0;
      size++;
    }
    offsets[t + 1] = size;
    if (t % TERMS_A_STEP === 0) yield;
  }
  const lengths = postings.lengths.filter((_, i) => numbers[i] !== GONE);
  const totalLength = lengths.reduce((sum, length) => sum + length, 0);
  return { offsets, docs: docs.slice(0, size), tfs: tfs.slice(0, size), lengths, totalLength };
}

const MOST_COUNT = 65_535;

/** Reads what went once more, and takes its counts off. */
function pruneProfiles(
  segment: Segment,
  kept: readonly boolean[],
  terms: Uint32Array,
  reader: TermReader,
): TermProfiles {
  const builder = new TermProfileBuilder();
  const add = (text: string, start: number, end: number): void => {
    const words = reader.read(text, start, end);
    builder.add(
      text,
      words,
      words.map(({ term }) => segment.vocabulary.get(term) ?? 0),
    );
  };
  for (const [a, article] of segment.articles.entries()) {
    if (kept[a]) continue;
    add(article.title, 0, article.title.length);
    for (let s = segment.firstSentence[a] ?? 0; s < (segment.firstSentence[a + 1] ?? 0); s++) {
      add(article.text, segment.starts[s] ?? 0, segment.ends[s] ?? 0);
    }
  }
  const gone = builder.build(segment.surfaces.length);
  const without = (counts: Uint16Array, minus: Uint16Array): Uint16Array => {
    const left = new Uint16Array(terms.length);
    for (let t = 0; t < terms.length; t++) {
      const term = terms[t] ?? 0;
      const count = counts[term] ?? 0;
      left[t] = count === MOST_COUNT ? count : Math.max(0, count - (minus[term] ?? 0));
    }
    return left;
  };
  return mapColumns((column) => without(segment.profiles[column], gone[column]));
}
