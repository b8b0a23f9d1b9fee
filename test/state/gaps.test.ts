import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAudit } from '../../src/state/audit.ts';
import { createGaps } from '../../src/state/gaps.ts';
import { openState } from '../../src/state/state.ts';

const HERE = '1400000000000000002';
const THERE = '1400000000004194320';
const DAY = 24 * 60 * 60 * 1000;
const STOP = new Set(['who', 'is', 'the', 'of', 'a']);
const terms = (text: string) =>
  text
    .toLowerCase()
    .match(/\w+/g)
    ?.filter((word) => !STOP.has(word)) ?? [];

function open({ days = 90 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-gaps-'));
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const now = () => clock.now;
  const state = openState(folder, { now });
  onTestFinished(async () => {
    await state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const gaps = createGaps({ state, days, terms, now });
  return { gaps, clock, state, audit: createAudit({ store: state.audit, now }) };
}

test('counts wordings, groups those that mean the same, most frequent first', async () => {
  const { gaps, clock } = open();
  await Promise.all([
    gaps.record('Who is the mayor of Osterby?', 'no-answer', HERE),
    gaps.record('who is the MAYOR of Osterby', 'thumbs-down', HERE),
    gaps.record('the mayor of Osterby', 'no-answer', HERE),
    gaps.record('mayor of Osterby now', 'no-answer', HERE),
    gaps.record('Who owns the ferry?', 'no-answer', HERE),
  ]);
  clock.now += 1;
  await gaps.record('Who sank the ferry?', 'thumbs-down', HERE);
  expect(await gaps.list(HERE)).toEqual([
    {
      question: 'Who is the mayor of Osterby?',
      variants: ['mayor of Osterby now', 'the mayor of Osterby'],
      count: 4,
      noAnswer: 3,
      thumbsDown: 1,
      last: clock.now - 1,
    },
    { question: 'Who sank the ferry?', variants: [], count: 1, noAnswer: 0, thumbsDown: 1, last: clock.now },
    {
      question: 'Who owns the ferry?',
      variants: [],
      count: 1,
      noAnswer: 1,
      thumbsDown: 0,
      last: clock.now - 1,
    },
  ]);
});

test('keeps no mention of anyone, and nothing of a question that is only that', async () => {
  const { gaps, state } = open();
  await gaps.record('<@123456789012345678> who is <@!1> in <#2> of <@&3>?', 'no-answer', HERE);
  await gaps.record('<@123456789012345678>', 'no-answer', HERE);
  expect((await gaps.list(HERE)).map(({ question }) => question)).toEqual(['who is in of ?']);
  const stored: string[] = [];
  for await (const entry of state.gaps.iterator?.({}) ?? []) stored.push(JSON.stringify(entry));
  expect(stored.join()).not.toContain('123456789012345678');
});

test('forgets what was not asked again for so many days', async () => {
  const { gaps, clock } = open({ days: 7 });
  await gaps.record('Who owns the ferry?', 'no-answer', HERE);
  clock.now += 6 * DAY;
  await gaps.record('Who owns the ferry?', 'no-answer', HERE);
  clock.now += 6 * DAY;
  expect(await gaps.list(HERE)).toMatchObject([{ count: 2 }]);
  clock.now += 2 * DAY;
  expect(await gaps.list(HERE)).toEqual([]);
});

test('0 days: nothing is kept', async () => {
  const { gaps, state } = open({ days: 0 });
  await gaps.record('Who owns the ferry?', 'no-answer', HERE);
  expect([gaps.enabled, await gaps.list(HERE)]).toEqual([false, []]);
  expect(await createGaps({ state, days: 9, terms }).list(HERE)).toEqual([]);
});

test('one gap is cleared with its wordings, or everything', async () => {
  const { gaps } = open();
  for (const question of ['the mayor of Osterby', 'mayor of Osterby now', 'Who owns the ferry?', 'tides'])
    await gaps.record(question, 'no-answer', HERE);
  const [first] = (await gaps.list(HERE)).filter(({ variants }) => variants.length > 0);
  expect(await gaps.clear(HERE, first)).toBe(2);
  expect(await gaps.list(HERE)).toHaveLength(2);
  expect(await gaps.clear(HERE)).toBe(2);
  expect(await gaps.list(HERE)).toEqual([]);
});

test('what was asked in one server is never shown in another, nor forgotten from there', async () => {
  const { gaps, state } = open();
  await gaps.record('Who owns the ferry?', 'no-answer', HERE);
  await gaps.record('who owns the ferry', 'thumbs-down', THERE);
  await gaps.record('Where is the mayor?', 'no-answer', THERE);
  expect(await gaps.list(HERE)).toMatchObject([
    { question: 'Who owns the ferry?', noAnswer: 1, thumbsDown: 0 },
  ]);
  expect(await gaps.clear(THERE, { question: 'Who owns the ferry?', variants: [] })).toBe(1);
  expect(await gaps.clear(THERE)).toBe(1);
  expect(await gaps.list(HERE)).toHaveLength(1);
  // As an earlier version wrote it: from wherever.
  await state.gaps.set('old', {
    question: 'old',
    noAnswer: 1,
    thumbsDown: 0,
    last: Date.parse('2026-03-01'),
  });
  expect(await gaps.list(HERE)).toHaveLength(1);
});

test('the audit tells the latest changes first, all of one moment', async () => {
  const { audit, clock } = open();
  for (const what of ['one', 'two', 'three']) await audit.append({ by: '1', action: 'add', what });
  clock.now += 5;
  const last = await audit.append({ by: '2', action: 'remove', what: 'x'.repeat(1000) });
  expect(last).toMatchObject({ at: clock.now, by: '2', action: 'remove', what: 'x'.repeat(300) });
  expect((await audit.recent(3)).map(({ what }) => what.slice(0, 5))).toEqual(['xxxxx', 'three', 'two']);
});
