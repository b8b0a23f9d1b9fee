import type { Article } from '../corpus/article.ts';
import type { Story } from '../state/feeds/follows.ts';
import { ALERT_DEFAULTS } from './alert-defaults.ts';

/**
 * What an article tells: the stemmed words of its title and begin, without those of the topic, which all have.
 * @param terms see `Library.terms`
 */
export function storyTerms(
  { title, text }: Pick<Article, 'title' | 'text'>,
  topic: string,
  terms: (text: string) => readonly string[],
): string[] {
  const shared = new Set(terms(topic));
  const begin = `${title}. ${text.slice(0, ALERT_DEFAULTS.begin)}`;
  return [...new Set(terms(begin))].filter((term) => !shared.has(term));
}

/**
 * The story that an article tells again, if it was told lately: enough of the shorter one's words are in the other (the
 * overlap coefficient, Szymkiewicz and Simpson).
 */
export function sameStory(stories: readonly Story[], own: readonly string[], now: number): Story | undefined {
  const words = new Set(own);
  const rated = stories
    .filter(({ at }) => now - at <= ALERT_DEFAULTS.story)
    .map((story) => ({ story, share: overlap(words, story.terms) }))
    .filter(({ share }) => share >= ALERT_DEFAULTS.sameStory);
  return rated.sort((a, b) => b.share - a.share)[0]?.story;
}

function overlap(words: ReadonlySet<string>, other: readonly string[]): number {
  const shorter = Math.min(words.size, other.length);
  if (shorter === 0) return 0;
  return other.filter((word) => words.has(word)).length / shorter;
}
