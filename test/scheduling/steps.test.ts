import { expect, test } from 'vitest';
import { finish, finishPaced } from '../../src/scheduling/steps.ts';

function* counting(to: number): Generator<undefined, number> {
  for (let i = 0; i < to; i++) yield undefined;
  return to;
}

test('steps come to the same end at once and with pauses', async () => {
  let paces = 0;
  const pace = () => (++paces % 3 === 0 ? Promise.resolve() : undefined);
  expect(finish(counting(10))).toBe(10);
  expect([await finishPaced(counting(10), pace), paces]).toEqual([10, 10]);
});
