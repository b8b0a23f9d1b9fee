import type { Article, CalendarDate } from '../../corpus/article.ts';
import type { Hit } from '../../search/hit.ts';
import { spanOf } from '../../search/segment.ts';
import { daysApart } from '../question/recency.ts';
import { createTermShares } from '../topic/term-shares.ts';
import type { Topic } from '../topic/topic.ts';

/** Rounded from weights learnt on news questions; those of either year do as well on the other. */
const SHORTLIST = {
  /** The sentence's and its article's BM25, as shares of the best ones'. */
  own: 1,
  article: 2,
  /** Which share of the question's words stands in it, and within three sentences of it. */
  coverage: 3,
  coverageNear: 3,
  /** In it or in what it stands under: title, headings, lead-in, table head, speaker, term. */
  coverageWithContext: 1,
  /** The heading right above it asks what the question asks. */
  heading: 5,
  /** Which share of the words of the clause that asks. */
  clause: 2,
  /** The asked-for noun stands in it. */
  head: 1,
  /** It is one of its article's first three sentences. */
  early: 1,
  /** Its article is of the days that the question counts from ("this week"). */
  fresh: 2,
  /** It says who or what the name is that the question wants explained. */
  defining: 4,
  /** The question names its article by the title. */
  named: 2,
} as const;

const EARLY = 3;

/** A sentence that the search found, with what is to be expected of it; comparable within one question only. */
export interface Promising extends Hit {
  readonly promise: number;
  /** How well the heading right above it asks what the question asks, 0 to 1. */
  readonly headingFit: number;
}

/** What is known of the found sentences besides their words. */
export interface KnownOfHits {
  /** Articles that the question names by their titles. */
  readonly named?: ReadonlySet<Article>;
  /** How well a sentence says who or what the name is that the question wants explained, 0 to 1. */
  readonly defining?: (hit: Hit) => number;
}

/** The `size` most promising of the sentences that the search found, most promising first. */
export function shortlist(
  hits: readonly Hit[],
  topic: Topic,
  asked: CalendarDate | undefined,
  size: number,
  { named, defining }: KnownOfHits = {},
): Promising[] {
  let bestOwn = 1e-6;
  let bestArticle = 1e-6;
  for (const { own, articleScore } of hits) {
    bestOwn = Math.max(bestOwn, own);
    bestArticle = Math.max(bestArticle, articleScore);
  }
  const { shareOfAll, shareOfClause, question } = topic;
  const { recency, head } = question;
  const shareOfHead = createTermShares(topic.terms, (term) => term === head);
  const isNamed = (article: Article | undefined) => article !== undefined && named?.has(article) === true;
  const promise = (hit: Hit, headingFit: number): number => {
    const { own, articleScore, masks, segment, article, sentence } = hit;
    const days = recency === undefined ? undefined : daysApart(segment.articles[article]?.published, asked);
    return (
      (SHORTLIST.own * own) / bestOwn +
      (SHORTLIST.article * articleScore) / bestArticle +
      SHORTLIST.coverage * shareOfAll(masks.own) +
      SHORTLIST.coverageNear * shareOfAll(masks.near) +
      SHORTLIST.coverageWithContext * shareOfAll(masks.own | masks.context) +
      SHORTLIST.heading * headingFit +
      SHORTLIST.clause * shareOfClause(masks.own) +
      SHORTLIST.head * shareOfHead(masks.own) +
      (sentence - (segment.firstSentence[article] ?? 0) < EARLY ? SHORTLIST.early : 0) +
      (isNamed(segment.articles[article]) ? SHORTLIST.named : 0) +
      (days === undefined || recency === undefined ? 0 : SHORTLIST.fresh * Math.exp(-days / recency)) +
      SHORTLIST.defining * (defining?.(hit) ?? 0)
    );
  };
  return hits
    .map((hit): Promising => {
      const { segment, article, sentence } = hit;
      const of = segment.articles[article];
      const headingFit =
        of === undefined ? 0 : topic.headingFit(of, spanOf(segment, article, sentence).block);
      return { ...hit, headingFit, promise: promise(hit, headingFit) };
    })
    .sort((a, b) => b.promise - a.promise || inCorpusOrder(a, b))
    .slice(0, size);
}

/** Equals come in an order that does not depend on how the corpus was loaded: by their article's id, then in the text. */
function inCorpusOrder(a: Hit, b: Hit): number {
  const [one, other] = [a, b].map(({ segment, article }) => segment.articles[article]?.id ?? '');
  if (one !== other) return (one ?? '') < (other ?? '') ? -1 : 1;
  return a.sentence - b.sentence;
}
