import type { Article } from '../../corpus/article.ts';

/** What pages that are added to while something goes on call themselves. */
const LIVE =
  /\blive (?:updates?|blog|results?|coverage|news)\b|\b(?:updates?|live|replay|as it happened|minute[- ]by[- ]minute)\s*[:–—-]|\bupdates\b/iu;
/** Of these the days are those of the week gone by. */
const ROUND_UP =
  /\b(?:around (?:our|the)|news from|of the week|this week|last week|week in|weekly|round-?up)\b/iu;

/**
 * May the article tell of the day after its own? Pages of the web carry the day they were first published, and are added
 * to afterwards: of 43 articles of newspapers that seemed to tell of a weekday six days before, 32 told of the next day.
 */
export function isLivePage({ title, url }: Pick<Article, 'title' | 'url'>): boolean {
  return LIVE.test(title) || (url !== undefined && !ROUND_UP.test(title));
}
