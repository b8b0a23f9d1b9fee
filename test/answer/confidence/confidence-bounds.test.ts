import { expect, test } from 'vitest';
import { boundConfidence } from '../../../src/answer/confidence/confidence-bounds.ts';

const LEVELS = { answerFrom: 0.4, likelyFrom: 0.6 };

test.each([
  ['nothing is known', 0.5, {}, 0.5],
  ['a full definition is a likely answer', 0.1, { definition: 0.9 }, 0.6],
  ['a fair one is an answer', 0.1, { definition: 0.5 }, 0.4],
  ['a poor one changes nothing', 0.1, { definition: 0.2 }, 0.1],
  ['no definition lowers what is sure', 0.9, { definition: 1 }, 0.9],
  ['the relation with its owner', 0.2, { bond: 'held' }, 0.6],
  ['the relation with another owner', 0.9, { bond: 'other' }, 0.27],
  ['nobody who could have done it', 0.5, { lacksPerson: true }, 0.3],
  ['nothing of what is asked', 0.5, { lacksPredicate: true }, 0.35],
  ['nothing of what the name is', 0.5, { isUnexplained: true }, 0.2],
  ['all that is asked', 0.1, { told: { predicates: 1, names: 1, hasKind: true } }, 0.4],
  ['no way to do it', 0.1, { told: { predicates: 1, names: 1, hasKind: true }, isNoWay: true }, 0.1],
  ['no way to do it among many sentences', 0.5, { isNoWay: true }, 0.35],
  ['part of it', 0.6, { told: { predicates: 0.7, names: 1, hasKind: true } }, 0.447],
  ['nearly all of it', 0.1, { told: { predicates: 0.9, names: 1, hasKind: true } }, 0.4],
  ['not the kind', 0.6, { told: { predicates: 1, names: 1, hasKind: false } }, 0.216],
  ['another name', 0.6, { told: { predicates: 1, names: 0.5, hasKind: true } }, 0.216],
  ['no relation', 0.9, { bond: 'absent' }, 0.27],
  ['below a heading that asks the same', 0.3, { heading: 1 }, 0.722],
  ['below one that asks something like it', 0.3, { heading: 0.5 }, 0.349],
  ['a heading explains the name', 0.3, { heading: 1, isUnexplained: true }, 0.722],
  ['a direct answer', 0.4, { direct: 1 }, 0.573],
  ['what is certain stays so', 1, { heading: 1, direct: 1 }, 1],
] as const)('%s', (_, learnt, known, expected) => {
  expect(boundConfidence(learnt, known, LEVELS)).toBeCloseTo(expected);
});
