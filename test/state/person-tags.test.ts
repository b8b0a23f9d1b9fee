import { Keyv } from 'keyv';
import { expect, test } from 'vitest';
import { openPeople } from '../../src/state/person-tags.ts';

test('tags are the same after a restart, other ones for another bot, and tell nothing of the id', async () => {
  const settings = new Keyv<unknown>();
  const id = '123456789012345678';
  const [one, again] = [await openPeople(settings), await openPeople(settings)];
  const other = await openPeople(new Keyv<unknown>());
  expect(one.tagOf(id)).toMatch(/^[\w-]{11}$/);
  expect(again.tagOf(id)).toBe(one.tagOf(id));
  expect(new Set([one.tagOf(id), one.tagOf(`${id}9`), other.tagOf(id)]).size).toBe(3);
});

test('the same thing of the same person has the same key, which begins with the tag', async () => {
  const people = await openPeople(new Keyv<unknown>());
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
