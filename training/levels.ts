import { type Forecast, plattLine } from './calibrate.ts';

/** A forecast that counts for more or less than others. */
export interface Weighed extends Forecast {
  readonly weight: number;
}

/** What is said with less confidence is not shown, and tells nothing of what is. */
const SHOWN_FROM = 0.3;
/** Thresholds are multiples of it. */
const STEP = 0.01;

/**
 * The lowest threshold from which, up to another, at least that share is right in every kind of corpus. How often a
 * stated confidence is right is read off a line through all that a kind shows, not counted in the level alone: some
 * tens of answers there would throw the threshold about.
 * @param kinds judgements by kind of corpus
 * @returns `below` when there is none
 */
export function levelFrom(kinds: readonly (readonly Weighed[])[], share: number, below: number): number {
  return Math.min(below, Math.max(0, ...kinds.map((members) => startOfKind(members, share, below))));
}

function startOfKind(members: readonly Weighed[], share: number, below: number): number {
  const shown = members.filter(({ confidence }) => confidence >= SHOWN_FROM);
  const { intercept, slope } = plattLine(shown);
  const rightOf = (confidence: number): number =>
    1 / (1 + Math.exp(-intercept - slope * Math.log(confidence / Math.max(1 - confidence, 1e-9))));
  const falling = shown
    .filter(({ confidence }) => confidence < below)
    .sort((a, b) => b.confidence - a.confidence);
  let start = below;
  let [right, all] = [0, 0];
  for (const { confidence, weight } of falling) {
    right += weight * rightOf(confidence);
    all += weight;
    if (right < share * all) break;
    start = confidence;
  }
  return Math.ceil(start / STEP - 1e-9) * STEP;
}
