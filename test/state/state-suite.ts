import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClaims } from '../../src/state/claims.ts';
import { openPeople } from '../../src/state/person-tags.ts';
import type { State, StateOptions } from '../../src/state/state.ts';

/** A place where states are kept, empty for each test. */
export interface Place {
  open(options?: StateOptions): Promise<State>;
  close(): Promise<void>;
}

/** What every kind of state does, whatever it lies in. `open` stands for one process each time. */
export function testState(openPlace: () => Promise<Place>): void {
  let place: Place;
  let one: State;
  let two: State;
  beforeEach(async () => {
    place = await openPlace();
    one = await place.open();
    two = await place.open();
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await place.close();
  });

  it('remembers over a restart, each store for itself', async () => {
    await one.settings.set('guilds', ['1', '2']);
    await one.views.set('guilds', 'another store');
    await one.close();
    one = await place.open();
    expect([await one.settings.get('guilds'), await one.views.get('guilds')]).toEqual([
      ['1', '2'],
      'another store',
    ]);
  });

  it('shows each process what the other writes and deletes', async () => {
    await Promise.all([one.feedback.set('a', 1), two.feedback.set('b', 2)]);
    expect([await two.feedback.get('a'), await one.feedback.get('b')]).toEqual([1, 2]);
    expect(await two.feedback.delete('a')).toBe(true);
    expect(await one.feedback.get('a')).toBeUndefined();
  });

  it('lists a store, whoever wrote what', async () => {
    await one.gaps.set('b', 2);
    await two.gaps.set('a', 1);
    await two.audit.set('c', 3);
    expect(await Array.fromAsync(one.gaps.iterator?.({}) ?? [])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('forgets what has expired', async () => {
    let clock = 1_700_000_000_000;
    const timed = await place.open({ now: () => clock });
    await timed.views.set('short', 1, 1000);
    clock += 1001;
    expect(await timed.views.get('short')).toBeUndefined();
    await timed.close();
  });

  it('can be closed twice; a store that is closed throws instead of forgetting', async () => {
    await one.close();
    await one.close();
    await expect(one.settings.set('a', 1)).rejects.toThrow(/database is not open/);
  });

  it('loses no count when two processes count at once', async () => {
    const count = (state: State) =>
      state.update('gaps', 'times', (present) => ({
        value: (typeof present === 'number' ? present : 0) + 1,
      }));
    await Promise.all(Array.from({ length: 20 }, (_, i) => count(i % 2 === 0 ? one : two)));
    expect(await one.gaps.get('times')).toBe(20);
  });

  it('leaves an entry alone when nothing is to be kept instead', async () => {
    await one.settings.set('a', 'kept');
    expect(await two.update('settings', 'a', () => undefined)).toBe('kept');
    expect(await one.settings.get('a')).toBe('kept');
  });

  it('gives what may be done once to one of many who ask at once', async () => {
    const claims = [createClaims(one), createClaims(two)];
    const got = await Promise.all(Array.from({ length: 10 }, (_, i) => claims[i % 2]?.take('share-1')));
    expect(got.filter(Boolean)).toHaveLength(1);
    await claims[0]?.release('share-1');
    expect(await claims[1]?.take('share-1')).toBe(true);
  });

  it('makes one secret, however many processes start at once', async () => {
    const people = await Promise.all([openPeople(one), openPeople(two), openPeople(one)]);
    expect(new Set(people.map((each) => each.tagOf('42'))).size).toBe(1);
  });

  describe('a lease', () => {
    it('is had by one at a time, and is free again afterwards', async () => {
      const began = Promise.withResolvers<void>();
      const end = Promise.withResolvers<void>();
      const first = one.withLease('feeds', async () => {
        began.resolve();
        await end.promise;
      });
      await began.promise;
      expect(await two.withLease('feeds', async () => undefined)).toBe(false);
      expect(await one.withLease('feeds', async () => undefined)).toBe(false);
      expect(await two.withLease('digests', async () => undefined)).toBe(true);
      end.resolve();
      expect(await first).toBe(true);
      expect(await two.withLease('feeds', async () => undefined)).toBe(true);
    });

    it('is given back when the work fails', async () => {
      await expect(one.withLease('feeds', () => Promise.reject(new Error('no feed')))).rejects.toThrow(
        'no feed',
      );
      expect(await two.withLease('feeds', async () => undefined)).toBe(true);
    });
  });
}
