import type { Topic } from '../topic/topic.ts';
import type { Judged } from './judge-candidates.ts';
import { askedTime, recurs } from './recurs.ts';

export interface ByTimeParameters {
  /** How far below the best score a sentence may be that answers for another time. */
  readonly reach: number;
  /** How well something in it must fit what is asked for, and how many of the question's words it must have, as shares of the best. */
  readonly fit: number;
  readonly coverage: number;
  /** Times that are shown below the first. */
  readonly others: number;
}

const BY_TIME_DEFAULTS: ByTimeParameters = { reach: 2.5, fit: 0.5, coverage: 0.9, others: 4 };

/**
 * Puts sentences that answer alike for different times in the order of those times, the newest first (the oldest, when
 * the first time is asked for), each with its year; the best one of each year. A question that names a time, or asks for
 * what does not happen again, keeps its order.
 * @param judged best first
 */
export function orderByTime(
  judged: readonly Judged[],
  topic: Topic,
  parameters: ByTimeParameters = BY_TIME_DEFAULTS,
): readonly Judged[] {
  const best = judged[0];
  if (best === undefined) return judged;
  const near = judged.filter(({ score }) => score >= best.score - parameters.reach);
  const coverage = coverageOf(best, topic);
  const fit = near.reduce((most, entry) => Math.max(most, fitOf(entry)), 0);
  const alike = near.filter(
    (entry) =>
      fit > 0 &&
      tells(entry, topic) &&
      fitOf(entry) >= parameters.fit * fit &&
      coverageOf(entry, topic) >= parameters.coverage * coverage,
  );
  const byYear = new Map<number, Judged>();
  for (const entry of alike) {
    const year = yearOf(entry);
    if (year !== undefined && !byYear.has(year)) byYear.set(year, entry);
  }
  if (
    byYear.size < 2 ||
    !recurs(
      judged.map(({ candidate }) => candidate),
      topic,
    )
  )
    return judged;
  const direction = askedTime(topic.question.text) === 'oldest' ? 1 : -1;
  const ordered = [...byYear]
    .sort(([a], [b]) => direction * (a - b))
    .slice(0, parameters.others + 1)
    .map(([year, entry]): Judged => ({ ...entry, label: String(year) }));
  const moved = new Set(ordered.map(({ candidate }) => candidate));
  return [...ordered, ...judged.filter(({ candidate }) => !moved.has(candidate))];
}

/** Whether a sentence says that it happened: who won, where it was held. */
const tells = ({ candidate: { view } }: Judged, { told }: Topic): boolean =>
  told.size === 0 || view.words.some(({ term }) => told.has(term));

/** A name that the corpus knows nothing of may be anything. */
const UNKNOWN_NAME = 0.1;

const fitOf = ({ candidate: { answers } }: Judged): number =>
  answers.reduce(
    (most, { fit, mention }) => Math.max(most, fit, mention.kind === 'name' ? UNKNOWN_NAME : 0),
    0,
  );

const coverageOf = ({ candidate: { hit } }: Judged, { shareOfAll }: Topic): number =>
  shareOfAll(hit.masks.own | hit.masks.context);

const YEAR = /\b(?:19|20)\d\d\b/g;

/** The year that a sentence speaks of: the only one it names, or else that of its article's publication. */
function yearOf({ candidate: { view, title, article } }: Judged): number | undefined {
  const named = new Set(view.text.match(YEAR) ?? title.text.match(YEAR) ?? []);
  const [only] = named;
  if (only !== undefined && named.size === 1) return Number(only);
  return article.published === undefined ? undefined : Number(article.published.slice(0, 4));
}
