import { describe, expect, it } from 'vitest';
import { RecentResults } from '../../src/discord/recent-results.ts';

describe('RecentResults', () => {
  it('works out each thing once for a snapshot, and anew for the next one', () => {
    const results = new RecentResults<number>();
    const [old, next] = [{}, {}];
    let made = 0;
    const of = (snapshot: object, key: string) => results.of(snapshot, key, () => ++made);
    expect([of(old, 'a'), of(old, 'a'), of(old, 'b'), of(next, 'a'), of(old, 'a')]).toEqual([1, 1, 2, 3, 1]);
    expect([results.known(next, 'a'), results.known(next, 'b')]).toEqual([3, undefined]);
  });

  it('keeps as many as it may, those that were used last', () => {
    const results = new RecentResults<string>(2);
    const snapshot = {};
    for (const key of ['a', 'b', 'a', 'c']) results.of(snapshot, key, () => key);
    expect(['a', 'b', 'c'].map((key) => results.known(snapshot, key))).toEqual(['a', undefined, 'c']);
  });

  it('shares work that goes on, and does what failed anew', async () => {
    const results = new RecentResults<Promise<string>>();
    const snapshot = {};
    const first = Promise.withResolvers<string>();
    const both = [results.of(snapshot, 'a', () => first.promise), results.of(snapshot, 'a', unwanted)];
    first.reject(new Error('no font'));
    expect(await Promise.allSettled(both)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    expect(await results.of(snapshot, 'a', async () => 'drawn')).toBe('drawn');
  });
});

async function unwanted(): Promise<string> {
  throw new Error('It was worked out twice');
}
