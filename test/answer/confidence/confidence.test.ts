import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  confidenceLevel,
  confidenceOf,
  confidenceVector,
  levelsFor,
} from '../../../src/answer/confidence/confidence.ts';
import { EVIDENCE } from '../../../src/answer/confidence/evidence.ts';
import { FEATURE_NAMES } from '../../../src/answer/features/index.ts';
import { engineOf, tools } from '../stage.ts';

const parameters = tools.model.confidence;
const vectorOf = (values: Partial<Record<ConfidenceFeature, number>>): number[] =>
  CONFIDENCE_FEATURES.map((name) => values[name] ?? (name === 'bias' ? 1 : 0));

describe('confidenceOf', () => {
  test('is the logistic function of the weighted sum', () => {
    const weights = { ...parameters.weights, bias: -1, coverageAround: 3 };
    const chosen = { ...parameters, weights };
    expect(confidenceOf(vectorOf({ coverageAround: 1 }), chosen.weights)).toBeCloseTo(
      1 / (1 + Math.exp(-2)),
      12,
    );
    expect(confidenceOf(vectorOf({}), chosen.weights)).toBeCloseTo(1 / (1 + Math.exp(1)), 12);
  });

  test('property: lies between 0 and 1', () => {
    const vector = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: CONFIDENCE_FEATURES.length,
      maxLength: CONFIDENCE_FEATURES.length,
    });
    fc.assert(
      fc.property(vector, (values) => {
        expect(confidenceOf(values, parameters.weights)).toBeGreaterThanOrEqual(0);
        expect(confidenceOf(values, parameters.weights)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('confidenceVector', () => {
  const vectorFor = (scores: readonly number[], articles: readonly string[]) => {
    const view = {
      scores,
      articles,
      evidence: EVIDENCE.map((_, i) => i / 100),
      vector: FEATURE_NAMES.map((_, i) => i / 1000),
      traits: [0.5, 0.25, 1],
    };
    const vector = confidenceVector(view);
    return (name: ConfidenceFeature) => vector[CONFIDENCE_FEATURES.indexOf(name)] ?? Number.NaN;
  };

  test('has a value for every name, each in its place', () => {
    const valueAt = vectorFor([3, 1], ['a', 'a']);
    expect(valueAt('bias')).toBe(1);
    expect(valueAt('coverage')).toBe(0);
    expect(valueAt(EVIDENCE[3])).toBe(0.03);
    expect(valueAt('first:coverage')).toBe(FEATURE_NAMES.indexOf('coverage') / 1000);
    expect(valueAt('articles')).toBe(0.5);
    expect(valueAt('length')).toBe(0.25);
    expect(valueAt('length*score')).toBeCloseTo(0.25 * 0.3, 12);
    for (const name of CONFIDENCE_FEATURES) expect(valueAt(name)).not.toBeNaN();
  });

  test('tells a lead over the next sentence from one over other articles', () => {
    const valueAt = vectorFor([3, 2.5, 1], ['a', 'a', 'b']);
    expect(valueAt('lead')).toBe(0.25);
    expect(valueAt('leadOfArticle')).toBe(1);
    expect(valueAt('certaintyOfArticle')).toBeGreaterThan(valueAt('certainty'));
  });
});

describe('confidenceLevel', () => {
  const chosen = { answerFrom: 0.3, likelyFrom: 0.5, strongFrom: 0.75 };
  test.each([
    [0.36, 'weak'],
    [0.5, 'likely'],
    [0.74, 'likely'],
    [0.75, 'strong'],
    [1, 'strong'],
  ])('%d → %s', (confidence, level) => {
    expect(confidenceLevel(confidence, chosen)).toBe(level);
  });

  test.each([
    ['a single article', [0, 0.5, 0]],
    ['ten thousand articles', [1, 0.5, 1]],
  ])('the thresholds of the model are in order with %s', (_, traits) => {
    const { answerFrom, likelyFrom, strongFrom } = levelsFor(parameters, traits);
    expect(answerFrom).toBeLessThanOrEqual(likelyFrom);
    expect(likelyFrom).toBeLessThanOrEqual(strongFrom);
  });

  test.each([
    ['one paragraph', [0, 0, 0], 0.2],
    ['some', [0.475, 0, 0], 0.35],
    ['many', [0.7, 0, 0], 0.5],
    ['ten thousand', [1, 0, 0], 0.5],
    ['many whole articles', [0.7, 0.6, 0], 0.4],
    ['a few whole articles', [0, 0.6, 0], 0.2],
  ])('among more articles, and short ones, a first sentence must be surer: %s', (_, traits, expected) => {
    const levels = { ...parameters, answerFrom: { few: 0.2, many: 0.5, manyWhole: 0.4 }, likelyFrom: 0.6 };
    expect(levelsFor(levels, traits).answerFrom).toBeCloseTo(expected, 12);
  });
});

describe('the more of a question the corpus has, the surer the answer', () => {
  const engine = engineOf(
    {
      title: 'The old bridge reopens',
      text: 'Mayor Ada Quill opened the old bridge of Osterby in 1842. It rained.',
    },
    { title: 'Weather', text: 'A storm hit Vellmark on Monday. Boats stayed in the harbour.' },
  );
  const sureness = (question: string) => engine.ask(question, { top: 1 }).confidence;

  test.each([
    ['When did Ada Quill open the old bridge?', 'When did Ada Quill marry in the old bridge?'],
    ['When did Ada Quill open the old bridge?', 'When did Bo Vane open the old bridge?'],
    ['Who opened the bridge of Osterby?', 'Who opened the airport of Vellmark?'],
    ['When did a storm hit Vellmark?', 'How many storms hit Vellmark?'],
  ])('%s > %s', (better, worse) => {
    expect(sureness(better)).toBeGreaterThan(sureness(worse));
  });
});
