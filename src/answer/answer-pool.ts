import type { AnswerCandidate, Candidate, Topic } from './candidates.ts';

/** What all candidates together say for the possible answers to a question. */
export interface AnswerPool {
  /** Evidence for an answer from all articles, as a share of the best answer's, 0 to 1. */
  shareOf(answer: AnswerCandidate): number;
  /** The same from the articles other than one, not as a share. */
  evidenceElsewhere(answer: AnswerCandidate, candidate: Candidate): number;
  /** Place of an answer among all, by its evidence, from 0. */
  placeOf(answer: AnswerCandidate): number;
}

/** What an answer counts for that neither fits the type nor stands near the question's words. */
const UNFIT = 0.05;
const FAR = 0.1;
/** A word this rare (as an idf) counts in full; a common one is in many sentences by accident. */
const RARE = 8;

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
): AnswerPool {
  const byKey = new Map<string, Map<unknown, number>>();
  for (const [i, candidate] of candidates.entries()) {
    for (const answer of candidate.answers) {
      const evidence = (priors[i] ?? 0) * (UNFIT + answer.fit) * (FAR + answer.nearness);
      const key = keyOf(answer);
      const byArticle = byKey.get(key) ?? new Map<unknown, number>();
      byKey.set(key, byArticle);
      byArticle.set(candidate.article, Math.max(evidence, byArticle.get(candidate.article) ?? 0));
    }
  }
  const rarities = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const [key, byArticle] of byKey) {
    let sum = 0;
    for (const evidence of byArticle.values()) sum += evidence;
    const rarity = Math.min(1, lexicon.idf(key.slice(key.lastIndexOf(' ') + 1)) / RARE);
    rarities.set(key, rarity);
    totals.set(key, sum * rarity);
  }
  const inOrder = [...totals].sort((a, b) => b[1] - a[1]);
  const best = Math.max(inOrder[0]?.[1] ?? 0, 1e-9);
  const places = new Map(inOrder.map(([key], place) => [key, place]));
  return {
    shareOf: (answer) => (totals.get(keyOf(answer)) ?? 0) / best,
    evidenceElsewhere(answer, candidate) {
      const key = keyOf(answer);
      const own = byKey.get(key)?.get(candidate.article) ?? 0;
      return (totals.get(key) ?? 0) - own * (rarities.get(key) ?? 0);
    },
    placeOf: (answer) => places.get(keyOf(answer)) ?? totals.size,
  };
}

/** What two mentions of one answer have in common: a name's last word, a common word, all words of a quantity. */
function keyOf({ mention, novel }: AnswerCandidate): string {
  const { kind } = mention;
  if (kind === 'name' || kind === 'quoted' || kind === 'word') return novel.at(-1) ?? '';
  return `${kind} ${novel.join(' ')}`;
}
