import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALERT_DEFAULTS } from '../../src/alerts/alert-defaults.ts';
import { markDigest, markTold, nextDigest, planStories } from '../../src/alerts/plan-stories.ts';
import type { Told } from '../../src/state/feeds/follows.ts';

const HOUR = 60 * 60 * 1000;
const now = Date.UTC(2024, 4, 8, 12); // a Wednesday
const nothing: Told = { stories: [], sent: [] };
/** An article with words of its own. */
const about = (name: string, more: readonly string[] = []) => ({
  path: `feeds/${name}.md`,
  terms: [...Array.from({ length: 10 }, (_, i) => `${name}${i}`), ...more],
});
const states = ({ stories }: Told) => stories.map(({ state }) => state);

describe('what becomes of new articles', () => {
  test('as many as an hour may have are sent, the others wait for an hour', () => {
    const names = Array.from({ length: ALERT_DEFAULTS.perHour + 2 }, (_, i) => about(`s${i}`));
    const plan = planStories({ when: 'now' }, nothing, names, now);
    expect(states(plan)).toEqual([...names.slice(2).map(() => 'sending'), 'waiting', 'waiting']);
    expect(plan.digest).toBe(now + HOUR);
  });

  test('what was sent counts for an hour', () => {
    const plan = planStories(
      { when: 'now' },
      { ...nothing, sent: [now - 1, now - 2, now - 3, now - 4] },
      [about('a')],
      now,
    );
    expect(states(plan)).toEqual(['waiting']);
    const later = planStories({ when: 'now' }, { ...nothing, sent: plan.sent }, [about('a')], now + HOUR);
    expect(states(later)).toEqual(['sending']);
  });

  test('a story is told once, by the article that came first', () => {
    const first = planStories({ when: 'now' }, nothing, [about('storm')], now);
    const told = markTold(first, 'feeds/storm.md', now);
    const again = { path: 'feeds/other.md', terms: about('storm').terms.slice(3) };
    const plan = planStories({ when: 'now' }, told, [again, about('ferry')], now + HOUR);
    expect(plan.stories.map(({ paths, state }) => [paths, state])).toEqual([
      [['feeds/storm.md', 'feeds/other.md'], 'told'],
      [['feeds/ferry.md'], 'sending'],
    ]);
    const late = planStories({ when: 'now' }, told, [again], now + ALERT_DEFAULTS.story + 1);
    expect(late.stories.map(({ paths }) => paths)).toEqual([['feeds/other.md']]);
  });

  test('what later articles say of a story makes it known by more words', () => {
    const first = planStories({ when: 'now' }, nothing, [about('storm', ['bridge'])], now);
    const second = { path: 'feeds/b.md', terms: [...about('storm').terms.slice(4), 'barge', 'miracle'] };
    const third = planStories({ when: 'now' }, first, [second], now + HOUR);
    expect(third.stories.map(({ more }) => more)).toEqual([['barge', 'miracle']]);
  });

  test('those who want one message a day get it in the morning', () => {
    const plan = planStories({ when: 'daily' }, nothing, [about('a'), about('b')], now);
    expect(states(plan)).toEqual(['waiting', 'waiting']);
    expect(plan.digest).toBe(Date.UTC(2024, 4, 9, 8));
    const sent = markDigest(plan, plan.digest ?? 0);
    expect([states(sent), sent.digest]).toEqual([['told', 'told'], undefined]);
  });

  test('the same articles a second time change nothing, whatever came before', () => {
    const batch = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map((name) => about(name)));
    fc.assert(
      fc.property(fc.constantFrom('now' as const, 'daily' as const), batch, (when, tellings) => {
        const plan = planStories({ when }, nothing, tellings, now);
        expect(planStories({ when }, plan, tellings, now + 1)).toEqual(plan);
        expect(plan.stories.length).toBe(new Set(tellings.map(({ path }) => path)).size);
      }),
    );
  });
});

test.each([
  ['now', now, now + HOUR],
  ['daily', Date.UTC(2024, 4, 8, 7), Date.UTC(2024, 4, 8, 8)],
  ['daily', Date.UTC(2024, 4, 8, 8), Date.UTC(2024, 4, 9, 8)],
  ['weekly', now, Date.UTC(2024, 4, 13, 8)],
  ['weekly', Date.UTC(2024, 4, 13, 7), Date.UTC(2024, 4, 13, 8)],
  ['weekly', Date.UTC(2024, 4, 13, 9), Date.UTC(2024, 4, 20, 8)],
] as const)('a digest (%s) after %d', (when, at, next) => {
  expect(new Date(nextDigest(when, at)).toISOString()).toBe(new Date(next).toISOString());
});
