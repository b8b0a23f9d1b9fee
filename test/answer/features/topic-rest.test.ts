import { describe, expect, test } from 'vitest';
import {
  createTopicRestFeatures,
  type TOPIC_REST_FEATURES,
} from '../../../src/answer/features/topic-rest.ts';
import { read } from '../reading.ts';

type Name = (typeof TOPIC_REST_FEATURES)[number];

const MILL = {
  title: 'Osterby Mills (company)',
  text: [
    'Osterby Mills is a maker of paper in Vellmark.',
    'It was founded by Ada Quill in 1842.',
    'The mill had forty looms in 1901.',
    'It rained on the roof.',
  ].join(' '),
};

/** The features of each sentence that was found, by its first words. */
function featuresFor(question: string) {
  const { topic, candidates } = read(question, [MILL, 'Bo Vane founded a school in Vellmark.']);
  const features = createTopicRestFeatures(topic);
  return (opening: string, name: Name): number => {
    const candidate = candidates.find(({ view }) => view.text.startsWith(opening));
    if (candidate === undefined) throw new Error(`“${opening}” is to be found`);
    return features(candidate)[name];
  };
}

describe('what the title says need not stand in the sentence', () => {
  const of = featuresFor('who founded osterby mills');

  test('the title is named whole', () => {
    expect(of('It was founded', 'titleNamedWhole')).toBe(1);
    expect(of('Bo Vane', 'titleNamedWhole')).toBe(0);
  });

  test('the rest is there, or missing', () => {
    expect(of('It was founded', 'restCoverage')).toBe(1);
    expect(of('It was founded', 'restMissing')).toBe(0);
    expect(of('Osterby Mills is', 'restMissing')).toBe(1);
  });

  test('the opening sentence repeats the topic and tells nothing of the rest', () => {
    expect(of('Osterby Mills is', 'opensArticleMissing')).toBeGreaterThan(0.5);
    expect(of('It was founded', 'opensArticleMissing')).toBe(0);
  });

  test('“it” stands for the topic', () => {
    expect(of('It was founded', 'standsForTitle')).toBeGreaterThan(0.5);
    expect(of('Osterby Mills is', 'standsForTitle')).toBe(0);
  });

  test('somebody stands beside the rest', () => {
    expect(of('It was founded', 'titleTimesFitNearRest')).toBeGreaterThan(
      of('Osterby Mills is', 'titleTimesFitNearRest'),
    );
  });
});

describe('figures of the question', () => {
  const of = featuresFor('how many looms did osterby mills have in 1901');

  test.each<[string, Name, number]>([
    ['The mill had', 'figuresHere', 1],
    ['The mill had', 'figuresMissing', 0],
    ['It was founded', 'figuresMissing', 1],
    ['It was founded', 'otherFigures', 1],
    ['The mill had', 'otherFigures', 0],
  ])('%s: %s is %d', (opening, name, value) => {
    expect(of(opening, name)).toBe(value);
  });
});

test('a relation is told in other words', () => {
  const of = featuresFor('who started osterby mills');
  expect(of('It was founded', 'told')).toBe(1);
  expect(of('It was founded', 'fitNearTold')).toBeGreaterThan(0);
  expect(of('Osterby Mills is', 'told')).toBe(0);
});
