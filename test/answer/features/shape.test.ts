import { describe, expect, test } from 'vitest';
import { type SHAPE_FEATURES, shapeFeatures } from '../../../src/answer/features/shape.ts';
import { readOne } from '../reading.ts';

type ShapeFeature = (typeof SHAPE_FEATURES)[number];

/** The features of a sentence that are not 0. */
function shapeOf(sentence: string): Partial<Record<ShapeFeature, number>> {
  const { topic, candidate } = readOne('where is the bridge', sentence);
  const values = Object.entries(shapeFeatures(candidate, topic, undefined));
  return Object.fromEntries(values.filter(([, value]) => value !== 0));
}

describe('what kind of sentence it is', () => {
  test.each<[ShapeFeature, string, string]>([
    ['isCaption', 'Hide Caption 4 of 16 Photos: The bridge.', 'The bridge has a caption.'],
    ['isCaption', 'Ada Quill/AP The bridge at noon.', 'The bridge is told of by the AP.'],
    ['commandsReader', 'Read more of the bridge.', 'They read more of the bridge.'],
    ['isQuotation', '“The bridge is old”, she said.', 'She said that the “bridge” is old.'],
    ['opensWithPronoun', 'She saw the bridge.', 'Quill saw the bridge.'],
    ['unfinished', 'The bridge', 'The bridge.'],
    ['firstPerson', 'The bridge is ours and we like it.', 'The bridge is theirs.'],
  ])('%s: %s', (feature, yes, no) => {
    expect(shapeOf(yes)).toMatchObject({ [feature]: 1 });
    expect(shapeOf(no)).not.toHaveProperty(feature);
  });
});
