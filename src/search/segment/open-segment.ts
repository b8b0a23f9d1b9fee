import { BodyCache } from '../articles/body-cache.ts';
import { openNotes } from '../articles/notes.ts';
import { openArticles } from '../articles/stored-articles.ts';
import { openTitles } from '../articles/titles.ts';
import { type ByteSource, outside } from '../bytes/byte-source.ts';
import { numbersOf, openSections } from '../bytes/sections.ts';
import { lazily } from '../lazily.ts';
import { openNames } from '../names/stored-names.ts';
import { openPostings } from '../postings/postings.ts';
import type { Segment } from '../segment.ts';
import { openSpellings } from '../terms/spellings.ts';
import { openProfiles } from '../terms/stored-profiles.ts';
import { openVocabulary } from '../terms/vocabulary.ts';
import { NOTHING_LOST } from './lost-counts.ts';

/**
 * Opens a segment that `SegmentBuilder` laid out. What a search needs at once is read and checked; lists of postings and
 * the words of articles are read when they are asked for.
 * @param cache keeps what was read of articles; segments of one corpus share it
 * @throws {RangeError} when the file is damaged, or of another version
 */
export function openSegment(source: ByteSource, cache: BodyCache = new BodyCache()): Segment {
  const sections = openSections(source);
  const { articles, bodies } = openArticles(sections, cache);
  const notes = openNotes(sections, articles.length);
  const firstSentence = numbersOf(sections.whole('sentences.first'));
  const vocabulary = openVocabulary(sections);
  const bySentence = openPostings(sections, 'sentences');
  const byArticle = openPostings(sections, 'wholes');
  const contexts = {
    of: numbersOf(sections.whole('contexts.of')),
    first: numbersOf(sections.whole('contexts.first')),
    postings: openPostings(sections, 'contexts'),
  };
  const profiles = openProfiles(sections, vocabulary.size);
  const sentenceCount = bySentence.lengths.length;
  const isSound =
    firstSentence.length === articles.length + 1 &&
    firstSentence.at(-1) === sentenceCount &&
    contexts.of.length === sentenceCount &&
    contexts.first.length === articles.length + 1 &&
    contexts.first.at(-1) === contexts.postings.lengths.length &&
    byArticle.lengths.length === articles.length &&
    [bySentence, byArticle, contexts.postings].every(({ terms }) => terms === vocabulary.size);
  if (!isSound) throw outside();
  return {
    file: {
      source,
      bySentence,
      contexts: contexts.postings,
      byArticle,
      profiles,
      articles,
      titles: openTitles(sections),
      names: openNames(sections),
      articleOf: lazily(() => articlesOfSentences(firstSentence)),
      unitsOf: (article) => bodies[article]?.load().units ?? [],
      unitOf: (article, number) => bodies[article]?.load().unit(number),
      wordsOf: (article, { start, end }) => bodies[article]?.load().slice(start, end) ?? '',
      bodyOf: (article) => bodies[article]?.bytes() ?? nowhere(),
      notesOf: (article) => notes.of(article),
    },
    articles,
    removed: new Set(),
    lost: NOTHING_LOST,
    sentenceCount,
    articleCount: articles.length,
    firstSentence,
    vocabulary,
    spellings: openSpellings(sections),
    bySentence,
    contexts,
    byArticle,
    profiles,
  };
}

/** @param first article a's sentences are `first[a]` to `first[a + 1]` */
function articlesOfSentences(first: Uint32Array): Uint32Array {
  const articleOf = new Uint32Array(first.at(-1) ?? 0);
  for (let article = 1; article + 1 < first.length; article++)
    articleOf.fill(article, first[article], first[article + 1]);
  return articleOf;
}

function nowhere(): never {
  throw outside();
}
