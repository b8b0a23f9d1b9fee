import { type Comparison, readComparison } from '../question/read-comparison.ts';
import type { Judged } from './judge-candidates.ts';

/** The candidates of a question, best first, and the confidence in the first. */
export interface Outcome {
  readonly judged: readonly Judged[];
  readonly confidence: number;
}

/** From this strength on a definition says what a thing is. */
const EXPLAINS = 0.45;

/**
 * Answers "the difference between A and B" by what the articles say of each, A first, unless one sentence already tells
 * both with confidence.
 * @param direct the outcome of the question as it stands
 * @param explain the outcome of "what is …" for a name
 * @param sure from which confidence the direct outcome is kept
 * @returns the direct outcome when nothing is compared, or one of both is not explained
 */
export function explainBoth(
  asked: string,
  direct: Outcome,
  explain: (name: string) => Outcome,
  sure: number,
): Outcome {
  const comparison = readComparison(asked);
  if (comparison === undefined || (direct.confidence >= sure && tellsBoth(direct.judged[0], comparison)))
    return direct;
  const outcomes = [comparison.one, comparison.other].map(explain);
  const found = outcomes.flatMap(({ judged }, i) => {
    const first = judged.find(({ definition }) => (definition?.strength ?? 0) >= EXPLAINS);
    return first === undefined
      ? []
      : [{ ...first, label: i === 0 ? comparison.one : comparison.other } satisfies Judged];
  });
  const [one, other] = found;
  if (one === undefined || other === undefined || keyOf(one) === keyOf(other)) return direct;
  const others = direct.judged.filter((entry) => ![keyOf(one), keyOf(other)].includes(keyOf(entry)));
  const confidence = outcomes.reduce((least, outcome) => Math.min(least, outcome.confidence), 1);
  return { judged: [one, other, ...others], confidence: Math.max(confidence, direct.confidence) };
}

function tellsBoth(first: Judged | undefined, { one, other }: Comparison): boolean {
  const text = first?.candidate.view.text.toLowerCase() ?? '';
  return [one, other].every((name) => text.includes(name.toLowerCase()));
}

const keyOf = ({ candidate: { article, hit } }: Judged): string => `${article.id} ${hit.sentence}`;
