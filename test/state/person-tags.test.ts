import { expect, test } from 'vitest';
import { openPeople } from '../../src/state/person-tags.ts';
import { temporaryState } from './temporary-state.ts';

test('tags are the same after a restart, other ones for another bot, and tell nothing of the id', async () => {
  const state = temporaryState();
  const id = '123456789012345678';
  const [one, again] = [await openPeople(state), await openPeople(state)];
  const other = await openPeople(temporaryState());
  expect(one.tagOf(id)).toMatch(/^[\w-]{11}$/);
  expect(again.tagOf(id)).toBe(one.tagOf(id));
  expect(new Set([one.tagOf(id), one.tagOf(`${id}9`), other.tagOf(id)]).size).toBe(3);
});

test('the same thing of the same person has the same key, which begins with the tag', async () => {
  const people = await openPeople(temporaryState());
  const key = people.keyFor('1', 'ask', 'who');
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(key.startsWith(people.tagOf('1'))).toBe(true);
  expect(people.keyFor('1', 'ask', 'who')).toBe(key);
  const others = [
    people.keyFor('2', 'ask', 'who'),
    people.keyFor('1', 'askwho'),
    people.keyFor('1', 'ask', 'what'),
  ];
  expect(new Set([key, ...others]).size).toBe(4);
});
