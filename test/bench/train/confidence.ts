import { CONFIDENCE_FEATURES, UNTAUGHT_WEIGHTS } from '../../../src/answer/confidence.ts';
import { type Forecast, levelStart, thresholdFor } from './calibrate.ts';
import { fitLogistic, probability } from './logistic.ts';
import type { Scene, Sighting } from './scenes.ts';

export interface ConfidenceChoices {
  /** How much a sighting counts, by its scene. */
  readonly weights: Readonly<Record<Scene, number>>;
  readonly l2: readonly number[];
  readonly folds: number;
  /** At most this share of questions without an answer in the corpus may be answered. */
  readonly mostAnsweredWrongly: number;
  /** Shares of right first sentences that the levels promise, over own and other years together. */
  readonly likely: number;
  readonly strong: number;
}

export const CONFIDENCE_CHOICES: ConfidenceChoices = {
  weights: { own: 1, other: 1, small: 0.5, near: 0.5, far: 0.5 },
  l2: [1e-4, 1e-3, 1e-2],
  folds: 5,
  // A point below what is wanted, for the questions to come.
  mostAnsweredWrongly: 0.14,
  likely: 0.5,
  strong: 0.75,
};

/** A sighting with the confidence that a fit without its week states. */
export interface Judgement extends Forecast {
  readonly sighting: Sighting;
}

export interface ConfidenceFit {
  /** On the features' own scale, in their order; learnt from all sightings. */
  readonly weights: Float64Array;
  readonly answerFrom: number;
  readonly likelyFrom: number;
  readonly strongFrom: number;
  /** What the numbers below and the thresholds are measured on. */
  readonly judgements: readonly Judgement[];
  readonly l2: number;
}

/** Fits the confidence and chooses its thresholds on confidences that were stated without having seen the week. */
export function fitConfidence(
  sightings: readonly Sighting[],
  choices: ConfidenceChoices = CONFIDENCE_CHOICES,
): ConfidenceFit {
  const fits = choices.l2.map((l2) => ({ l2, judgements: judgeUnseen(sightings, l2, choices) }));
  const best = fits.reduce((a, b) => (logLoss(b.judgements) < logLoss(a.judgements) ? b : a));
  const { judgements, l2 } = best;
  const wrong = inScene(judgements, 'other').filter(({ label }) => !label);
  const answerFrom = roundUp(
    thresholdFor(
      choices.mostAnsweredWrongly,
      wrong.map(({ confidence }) => confidence),
    ),
  );
  const yearly = [...inScene(judgements, 'own'), ...inScene(judgements, 'other')];
  const strongFrom = Math.max(answerFrom, levelStart(choices.strong, yearly, 1));
  return {
    weights: fitWeights(sightings, l2, choices),
    answerFrom,
    likelyFrom: roundDown(Math.max(answerFrom, levelStart(choices.likely, yearly, strongFrom))),
    strongFrom: roundDown(strongFrom),
    judgements,
    l2,
  };
}

export function inScene(judgements: readonly Judgement[], scene: Scene): Judgement[] {
  return judgements.filter(({ sighting }) => sighting.scene === scene);
}

/** States the confidence of each sighting by a fit that saw nothing of its week. */
function judgeUnseen(sightings: readonly Sighting[], l2: number, choices: ConfidenceChoices): Judgement[] {
  const weeks = [...new Set(sightings.map(({ week }) => week))].sort();
  const foldOf = new Map(weeks.map((week, i) => [week, i % choices.folds]));
  return Array.from({ length: choices.folds }, (_, fold) => fold).flatMap((fold) => {
    const isTest = ({ week }: Sighting): boolean => foldOf.get(week) === fold;
    const train = sightings.filter((sighting) => !isTest(sighting));
    const weights = fitWeights(train, l2, choices);
    return sightings.filter(isTest).map((sighting) => ({
      sighting,
      label: sighting.label,
      confidence: probability(sighting.vector, weights),
    }));
  });
}

/** Fits the weights that can be learnt; the others are what was set by hand. */
function fitWeights(
  sightings: readonly Sighting[],
  l2: number,
  { weights: sceneWeights }: ConfidenceChoices,
): Float64Array {
  const byHand = new Map<string, number>(Object.entries(UNTAUGHT_WEIGHTS));
  const fitted = fitLogistic(
    sightings.map(({ vector, label, scene }) => ({
      vector: vector.map((value, i) => (byHand.has(CONFIDENCE_FEATURES[i] ?? '') ? 0 : value)),
      label,
      weight: sceneWeights[scene],
    })),
    l2,
  );
  return fitted.map((weight, i) => byHand.get(CONFIDENCE_FEATURES[i] ?? '') ?? weight);
}

function logLoss(forecasts: readonly Forecast[]): number {
  return forecasts.reduce(
    (sum, { confidence, label }) => sum - Math.log(Math.max(label ? confidence : 1 - confidence, 1e-9)),
    0,
  );
}

const roundDown = (value: number): number => Math.floor(value * 1e4) / 1e4;
const roundUp = (value: number): number => Math.ceil(value * 1e4) / 1e4;
