import type { AnswerCandidate, Candidate, Topic } from './candidates.ts';

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
  /** How far other articles support one answer candidate of a sentence. */
  supportOf(answer: AnswerCandidate, candidate: Candidate): number;
}

/**
 * Redundancy as evidence: the answer to a question stands in several of its best candidates, in different articles
 * (Clarke, Cormack & Lynam, "Exploiting redundancy in question answering", SIGIR 2001; relevance models as in Lavrenko
 * & Croft, SIGIR 2001). Each candidate votes with its prior for every word that the question lacks, once an article.
 * @param priors how likely each candidate is to answer, adding up to 1
 */
export function voteAcross(candidates: readonly Candidate[], priors: readonly number[], topic: Topic): Votes {
  const ballots = new Map<string, Map<unknown, number>>();
  for (const [i, candidate] of candidates.entries()) {
    const prior = priors[i] ?? 0;
    for (const term of candidate.bag.terms) {
      if (topic.all.has(term)) continue;
      const byArticle = ballots.get(term) ?? new Map<unknown, number>();
      ballots.set(term, byArticle);
      byArticle.set(candidate.article, Math.max(prior, byArticle.get(candidate.article) ?? 0));
    }
  }
  const totals = new Map<string, number>();
  for (const [term, byArticle] of ballots) {
    let sum = 0;
    for (const prior of byArticle.values()) sum += prior;
    totals.set(term, sum);
  }
  const termSupport = (term: string, candidate: Candidate): number => {
    const others = (totals.get(term) ?? 0) - (ballots.get(term)?.get(candidate.article) ?? 0);
    return others * Math.min(1, topic.lexicon.idf(term) / 8);
  };
  const supportOf = (answer: AnswerCandidate, candidate: Candidate): number =>
    answer.novel.reduce((sum, term) => sum + termSupport(term, candidate), 0) / answer.novel.length;
  const supports = candidates.map((candidate): Support => {
    const mentioned = new Set(candidate.answers.flatMap(({ novel }) => novel));
    const words = [...candidate.bag.terms]
      .filter((term) => !mentioned.has(term))
      .map((term) => termSupport(term, candidate))
      .sort((a, b) => b - a);
    return {
      ...mentionSupport(candidate, (answer) => supportOf(answer, candidate)),
      words: ((words[0] ?? 0) + (words[1] ?? 0) + (words[2] ?? 0)) / 3,
    };
  });
  return { supports, supportOf };
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
