import { findMentions } from '../../answer/sentence/find-mentions.ts';
import { NAME_DEFAULTS } from '../../answer/sentence/name-index.ts';
import type { Article, SentenceSpan } from '../../corpus/article.ts';
import type { NameMention } from '../../search/names/names-writer.ts';
import type { TermReader } from '../../text/terms.ts';

/**
 * Finds the names in the first sentences of an article, for suggestions; a step for each sentence. A single word that
 * opens a sentence is capitalised anyway, and none of them.
 * @param count of sentences that are read
 */
export function* readNames(
  { text }: Pick<Article, 'text'>,
  sentences: readonly SentenceSpan[],
  count: number,
  reader: TermReader,
): Generator<undefined, NameMention[], undefined> {
  const found: NameMention[] = [];
  for (const [sentence, span] of sentences.slice(0, count).entries()) {
    const words = text.slice(span.start, span.end);
    for (const { kind, start, end, from, to } of findMentions(words, reader.read(words))) {
      const opensSentence = start === 0 && to - from === 1;
      if (kind !== 'name' || opensSentence || end - start > NAME_DEFAULTS.longest) continue;
      const name = words.slice(start, end).replace(/\s+/g, ' ');
      // A copy, that does not keep the whole text alive.
      found.push({ sentence, name: Buffer.from(name).toString() });
    }
    yield;
  }
  return found;
}
