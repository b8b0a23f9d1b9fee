import { ListRoom } from '../../search/postings/list-room.ts';
import type { Searcher } from '../../search/searcher.ts';
import { type Segment, sentenceText } from '../../search/segment.ts';
import { isSentenceWithAll } from '../../search/sentence-with-all.ts';
import { longFormStart } from '../../text/long-form.ts';
import type { TermReader } from '../../text/terms.ts';

/** Sentences that are looked at for one abbreviation. */
const MOST_SENTENCES = 150;
const LONGEST_LONG_FORM = 90;
const WORD = /[\p{L}\p{N}]+/gu;

/** Finds what the corpus itself says its abbreviations stand for: "post-traumatic stress disorder (PTSD)". */
export interface LongForms {
  /** How the corpus spells a term, when it is a row of capitals. */
  capitalsOf(term: string): string | undefined;
  /** The terms of the words behind an abbreviation, without stop words; undefined when no sentence tells. */
  of(term: string): readonly string[] | undefined;
  /** Whether an abbreviation stands for these words, and maybe others: `of` has all of them. */
  standsFor(term: string, words: readonly string[]): boolean;
}

export function createLongForms(
  segments: readonly Segment[],
  searcher: Searcher,
  reader: TermReader,
): LongForms {
  const known = new Map<string, readonly string[] | undefined>();
  const room = new ListRoom();
  const capitalsOf = (term: string): string | undefined => {
    for (const { vocabulary } of segments) {
      const id = vocabulary.get(term);
      const surface = id === undefined ? undefined : vocabulary.surfaceOf(id);
      if (surface !== undefined && /^\p{Lu}[\p{L}\p{N}]{0,7}\p{Lu}s?$/u.test(surface)) return surface;
    }
    return undefined;
  };
  const of = (term: string): readonly string[] | undefined => {
    if (known.has(term)) return known.get(term);
    const found = lookFor(term, capitalsOf(term), searcher, reader);
    if (known.size > MOST_KNOWN) known.clear();
    known.set(term, found);
    return found;
  };
  return {
    capitalsOf,
    of,
    standsFor(term, words) {
      // A sentence that tells what it stands for has both; to know that there is none takes no reading of sentences.
      if (
        !known.has(term) &&
        (capitalsOf(term) === undefined || !isSentenceWithAll(segments, [term, ...words], room))
      )
        return false;
      const long = of(term);
      return long !== undefined && words.every((word) => long.includes(word));
    },
  };
}

const MOST_KNOWN = 10_000;

function lookFor(
  term: string,
  capitals: string | undefined,
  searcher: Searcher,
  reader: TermReader,
): readonly string[] | undefined {
  if (capitals === undefined) return undefined;
  const bare = capitals.replace(/s$/, '');
  for (const hit of searcher.search([{ term, weight: 1, bit: 0 }], MOST_SENTENCES)) {
    const text = sentenceText(hit.segment, hit.article, hit.sentence);
    const long = before(text, bare) ?? behind(text, bare);
    if (long === undefined) continue;
    const terms = reader.read(long).filter(({ stop }) => !stop);
    if (terms.length > 1) return terms.map((word) => word.term);
  }
  return undefined;
}

/** "Post-traumatic stress disorder (PTSD)". */
function before(text: string, capitals: string): string | undefined {
  const at = text.indexOf(`(${capitals}`);
  if (at < 0) return undefined;
  const from = Math.max(0, at - LONGEST_LONG_FORM);
  const words = [...text.slice(from, at).matchAll(WORD)];
  const first = longFormStart(
    words.map(([word]) => word),
    capitals.toLowerCase(),
  );
  const start = first === undefined ? undefined : words[first]?.index;
  return start === undefined ? undefined : text.slice(from + start, at);
}

/** "PTSD (post-traumatic stress disorder)". */
function behind(text: string, capitals: string): string | undefined {
  const at = text.indexOf(`${capitals} (`);
  if (at < 0) return undefined;
  const open = at + capitals.length + 2;
  const close = text.indexOf(')', open);
  if (close < 0 || close - open > LONGEST_LONG_FORM) return undefined;
  const inside = text.slice(open, close);
  const words = [...inside.matchAll(WORD)].map(([word]) => word);
  return longFormStart(words, capitals.toLowerCase()) === 0 ? inside : undefined;
}
