import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListRoom } from '../../../src/search/postings/list-room.ts';

test('property: lists keep what was written into them until the room is cleared, however many there are', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 4 }), (rounds) => {
      const room = new ListRoom();
      for (const round of rounds) {
        room.clear();
        const lists = round.map((size) => room.take(size));
        for (const [i, { docs, tfs }] of lists.entries()) {
          docs.fill(i);
          tfs.fill(i);
        }
        for (const [i, { docs, tfs }] of lists.entries()) {
          expect([docs.length, tfs.length]).toEqual([round[i], round[i]]);
          expect(docs.every((doc) => doc === i) && tfs.every((tf) => tf === i)).toBe(true);
        }
      }
    }),
  );
});

test.each([
  ['memory is used again', 10, true],
  ['memory for very many documents is given up', 3_000_000, false],
])('%s', (_, size, again) => {
  const room = new ListRoom();
  const { docs } = room.take(size);
  room.clear();
  expect(room.take(size).docs.buffer === docs.buffer).toBe(again);
});
