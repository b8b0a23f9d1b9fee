import { expect, test } from 'vitest';
import { createRoles } from '../../../src/answer/topic/roles.ts';

const roles = createRoles();

test.each([
  ['made', 'sang', 'recorded', 'written'],
  ['made', 'wrote', 'penned', 'directed'],
  ['happened', 'released', 'premiered', 'announced'],
  ['placed', 'filmed', 'shot', 'born'],
] as const)('%s: %s is told by "%s", not by "%s"', (sort, asked, own, rival) => {
  const role = roles[sort](asked);
  expect(role?.own.has(own)).toBe(true);
  expect(role?.rival.has(rival)).toBe(true);
});

test('a word of both is no rival', () => {
  for (const sort of ['made', 'happened', 'placed'] as const) {
    for (const asked of ['play', 'write', 'start', 'film', 'found', 'born']) {
      const role = roles[sort](asked);
      expect([...(role?.own ?? [])].filter((term) => role?.rival.has(term))).toEqual([]);
    }
  }
});

test('a word that asks for none', () => {
  expect(roles.made('ferry')).toBeUndefined();
});
