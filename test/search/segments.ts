import type { Article, Block, BlockContext, SentenceSpan, TextSpan } from '../../src/corpus/article.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import type { Hit } from '../../src/search/hit.ts';
import { MOST_BITS } from '../../src/search/match-masks.ts';
import type { NameMention } from '../../src/search/names/names-writer.ts';
import { type QueryTerm, Searcher, type SearchParameters } from '../../src/search/searcher.ts';
import { type Segment, type SplitArticle, sentenceText } from '../../src/search/segment.ts';
import { type BackgroundIdf, Lexicon } from '../../src/search/term-statistics.ts';
import { TermReader } from '../../src/text/terms.ts';

/** Words stand for themselves, so that a test sees what it searches for. */
export const reader = new TermReader((word) => word);

/** An article written as a test likes it: a title and a list of sentences, one a paragraph. */
export interface Draft {
  readonly title?: string;
  readonly path?: string;
  readonly sentences: readonly (string | DraftUnit)[];
}

/** A sentence with what it stands under, outermost first. */
export interface DraftUnit {
  readonly text: string;
  readonly under: readonly string[];
}

/** The words of a sentence of a draft. */
export const textOf = (sentence: string | DraftUnit | undefined): string =>
  typeof sentence === 'object' ? sentence.text : (sentence ?? '');

/** Articles with their sentences, numbered from `first` on. */
export function articlesOf(drafts: readonly Draft[], first = 0): SplitArticle[] {
  return drafts.map(({ title = '', path, sentences: units }, i) => {
    const id = `a${first + i}`;
    const { text, blocks, sentences } = layOut(units);
    const article: Article = {
      id,
      path: path ?? `${id}.txt`,
      line: 1,
      title,
      authors: [],
      tags: [],
      text,
      hash: id,
      ...(units.some((unit) => typeof unit === 'object') ? { blocks } : {}),
    };
    const names = units.flatMap((unit, sentence) => capitalised(textOf(unit), sentence));
    return { article, sentences, names };
  });
}

/** A word with a capital letter is a name here. */
function capitalised(words: string, sentence: number): NameMention[] {
  return (words.match(/\b[A-Z][\w-]*/g) ?? []).map((name) => ({ sentence, name }));
}

/** Writes each heading once, where it is first needed, and every sentence as a paragraph. */
function layOut(units: readonly (string | DraftUnit)[]) {
  let text = '';
  const write = (words: string): TextSpan => {
    const start = text.length;
    text += `${words}\n\n`;
    return [start, start + words.length];
  };
  const headings = new Map<string, TextSpan>();
  const blocks: Block[] = [];
  const sentences: SentenceSpan[] = [];
  for (const [paragraph, unit] of units.entries()) {
    const context = (typeof unit === 'object' ? unit.under : []).map((words): BlockContext => {
      const known = headings.get(words);
      if (known !== undefined) return { role: 'heading', span: known };
      const span = write(words);
      headings.set(words, span);
      blocks.push({ kind: 'heading', start: span[0], end: span[1], context: [], level: 1 });
      return { role: 'heading', span };
    });
    const [start, end] = write(textOf(unit));
    const block = typeof unit === 'object' ? { block: blocks.length } : {};
    blocks.push({ kind: 'paragraph', start, end, context });
    sentences.push({ start, end, paragraph, ...block });
  }
  return { text, blocks, sentences };
}

export const segmentOf = (...drafts: readonly Draft[]): Segment => buildSegment(articlesOf(drafts), reader);

/** A segment of one article with these sentences. */
export const sentencesSegment = (...sentences: readonly (string | DraftUnit)[]): Segment =>
  segmentOf({ sentences });

/** A query of these words, each of full weight with a bit of its own. */
export const query = (words: string): QueryTerm[] =>
  reader.read(words).map(({ term }, i) => ({ term, weight: 1, bit: i % MOST_BITS }));

/** What a hit shows: its sentence's own words. */
export function sentenceOf({ segment, article, sentence }: Hit): string {
  return sentenceText(segment, article, sentence);
}

export function searcherOf(
  segments: readonly Segment[],
  parameters?: SearchParameters,
  background?: BackgroundIdf,
) {
  return new Searcher(segments, new Lexicon(segments, background), parameters);
}

/** The sentences found for some words, best first. */
export function search(segments: readonly Segment[], words: string, k = 10): string[] {
  return searcherOf(segments).search(query(words), k).map(sentenceOf);
}
