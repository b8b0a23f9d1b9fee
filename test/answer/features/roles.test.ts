import { expect, test } from 'vitest';
import { roleFeatures } from '../../../src/answer/features/roles.ts';
import { readOne } from '../reading.ts';

const featuresFor = (question: string, sentence: string) => {
  const { topic, candidate } = readOne(question, sentence, 'Mayor Ada Quill spoke.', 'Singer Bo Vane spoke.');
  return roleFeatures(candidate, topic);
};

test('somebody stands in the asked-for role', () => {
  const { roleHeld, roleRival, roleMissing } = featuresFor('who sang Tides', 'Tides was sung by Bo Vane.');
  expect(roleHeld).toBeGreaterThan(0);
  expect([roleRival, roleMissing]).toEqual([0, 0]);
});

test('in another role only', () => {
  const { roleHeld, roleRival, roleMissing } = featuresFor('who sang Tides', 'Tides was written by Bo Vane.');
  expect(roleRival).toBeGreaterThan(0);
  expect([roleHeld, roleMissing]).toEqual([0, 0]);
});

test('in none', () => {
  expect(featuresFor('who sang Tides', 'Tides is about the sea.')).toEqual({
    roleHeld: 0,
    roleRival: 0,
    roleMissing: 1,
  });
});

test('where no role is asked for, none is missing', () => {
  expect(featuresFor('what is Tides', 'Tides was sung by Bo Vane.')).toEqual({
    roleHeld: 0,
    roleRival: 0,
    roleMissing: 0,
  });
});
