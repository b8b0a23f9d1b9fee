import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import type { Topic } from '../topic/topic.ts';

/** How far other articles' candidates support the words of one candidate; 0 without support. */
export interface Support {
  /** Of the best-fitting answer candidate, weighted by its fit. */
  readonly typed: number;
  /** Of the best name or quoted title. */
  readonly name: number;
  /** Of the best number, date or amount. */
  readonly quantity: number;
  /** Of the three best words that are no mention. */
  readonly words: number;
}

export interface Votes {
  /** One a candidate, in their order. */
  readonly supports: readonly Support[];
}

/**
 * Redundancy as evidence: the answer to a question stands in several of its best candidates, in different articles
 * (Clarke, Cormack & Lynam, "Exploiting redundancy in question answering", SIGIR 2001; relevance models as in Lavrenko
 * & Croft, SIGIR 2001). Each candidate votes with its prior for every word that the question lacks, once an article.
 * @param priors how likely each candidate is to answer, adding up to 1
 */
export function voteAcross(candidates: readonly Candidate[], priors: readonly number[], topic: Topic): Votes {
  /** Article → term → the highest prior of its candidates with the term. */
  const ballots = new Map<unknown, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const [i, { article, bag }] of candidates.entries()) {
    const prior = priors[i] ?? 0;
    const ballot = ballots.get(article) ?? new Map<string, number>();
    ballots.set(article, ballot);
    for (const term of bag.weights.keys()) {
      const before = ballot.get(term) ?? 0;
      if (prior <= before || topic.all.has(term)) continue;
      ballot.set(term, prior);
      totals.set(term, (totals.get(term) ?? 0) + prior - before);
    }
  }
  const termSupport = (term: string, { article }: Candidate): number => {
    const total = totals.get(term);
    if (total === undefined) return 0;
    const others = total - (ballots.get(article)?.get(term) ?? 0);
    return others * topic.lexicon.rarity(term);
  };
  const supportOf = (answer: AnswerCandidate, candidate: Candidate): number =>
    answer.novel.reduce((sum, term) => sum + termSupport(term, candidate), 0) / answer.novel.length;
  const supports = candidates.map((candidate): Support => {
    const mentioned = new Set<string>();
    for (const { novel } of candidate.answers) for (const term of novel) mentioned.add(term);
    let [first, second, third] = [0, 0, 0];
    for (const term of candidate.bag.weights.keys()) {
      if (mentioned.has(term)) continue;
      const support = termSupport(term, candidate);
      if (support > first) [first, second, third] = [support, first, second];
      else if (support > second) [second, third] = [support, second];
      else if (support > third) third = support;
    }
    return {
      ...mentionSupport(candidate, (answer) => supportOf(answer, candidate)),
      words: (first + second + third) / 3,
    };
  });
  return { supports };
}

function mentionSupport(
  candidate: Candidate,
  supportOf: (answer: AnswerCandidate) => number,
): Pick<Support, 'typed' | 'name' | 'quantity'> {
  let typed = 0;
  let name = 0;
  let quantity = 0;
  for (const answer of candidate.answers) {
    const support = supportOf(answer);
    if (answer.mention.kind === 'name' || answer.mention.kind === 'quoted') name = Math.max(name, support);
    else quantity = Math.max(quantity, support);
    typed = Math.max(typed, support * answer.fit);
  }
  return { typed, name, quantity };
}
