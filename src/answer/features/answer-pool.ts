import type { Article } from '../../corpus/article.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import type { Topic } from '../topic/topic.ts';

/** What all candidates together say for one of the possible answers to a question. */
export interface PooledAnswer {
  /** Evidence from all articles, as a share of the best answer's, 0 to 1. */
  readonly share: number;
  /** The evidence from the articles other than the answer's own, not as a share. */
  readonly elsewhere: number;
  /** Place among all, by the evidence, from 0. */
  readonly place: number;
}

/** What an answer counts for that neither fits the type nor stands near the question's words. */
const UNFIT = 0.05;
const FAR = 0.1;

/**
 * Pools the evidence for each possible answer over the articles: a sentence speaks for the answers in it by how likely it
 * is to answer at all, how well they fit what is asked for, and how near the question's words they stand. Of each
 * article its best sentence counts.
 * @param priors how likely each candidate is to answer, adding up to 1
 */
export function poolAnswers(
  candidates: readonly Candidate[],
  priors: readonly number[],
  { lexicon }: Topic,
): ReadonlyMap<AnswerCandidate, PooledAnswer> {
  /** By what mentions of one answer have in common. */
  const tallies = new Map<string, Tally>();
  const found: { answer: AnswerCandidate; tally: Tally; article: Article }[] = [];
  for (const [i, { article, answers }] of candidates.entries()) {
    for (const answer of answers) {
      const key = keyOf(answer);
      const tally = tallies.get(key) ?? newTally(key, lexicon);
      tallies.set(key, tally);
      const evidence = (priors[i] ?? 0) * (UNFIT + answer.fit) * (FAR + answer.nearness) * tally.rarity;
      const before = tally.byArticle.get(article) ?? 0;
      if (evidence > before) {
        tally.byArticle.set(article, evidence);
        tally.total += evidence - before;
      }
      found.push({ answer, tally, article });
    }
  }
  const inOrder = [...tallies.values()].sort((a, b) => b.total - a.total);
  const best = Math.max(inOrder[0]?.total ?? 0, 1e-9);
  const places = new Map(inOrder.map((tally, place) => [tally, place]));
  return new Map(
    found.map(({ answer, tally, article }) => [
      answer,
      {
        share: tally.total / best,
        elsewhere: tally.total - (tally.byArticle.get(article) ?? 0),
        place: places.get(tally) ?? inOrder.length,
      },
    ]),
  );
}

/** The evidence for one answer while it is added up. */
interface Tally {
  readonly rarity: number;
  readonly byArticle: Map<Article, number>;
  total: number;
}

function newTally(key: string, lexicon: Lexicon): Tally {
  const rarity = lexicon.rarity(key.slice(key.lastIndexOf(' ') + 1));
  return { rarity, byArticle: new Map(), total: 0 };
}

/** What two mentions of one answer have in common: a name's last word, a common word, all words of a quantity. */
function keyOf({ mention, novel }: AnswerCandidate): string {
  const { kind } = mention;
  if (kind === 'name' || kind === 'quoted' || kind === 'word') return novel.at(-1) ?? '';
  return `${kind} ${novel.join(' ')}`;
}
