import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApiMessage, type Person, textOf } from '../../src/playground/index.ts';
import { tinySnapshot } from './articles.ts';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'when was the bridge built';
/** Where what is shared is posted; the private message is changed elsewhere. */
const FOLLOW_UP = /^POST \/webhooks\/\d+\/[^/]+$/;

/** Where a message is replaced that is there already. */
const ORIGINAL = /^PATCH .*original$/;

const ids = (person: Person): string[] => person.messages().map(({ id }) => id);

describe('Share, through the real client', () => {
  let stage: Stage;
  let earlier: ReadonlySet<string> = new Set();
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
    stage.snapshot = tinySnapshot();
    stage.lines.length = 0;
    earlier = new Set(ids(stage.playground.asMember));
  });
  afterEach(() => stage.playground.faults.clear());

  /** What a person has got to see since the test began. */
  const news = (person: Person): ApiMessage[] => person.messages().filter(({ id }) => !earlier.has(id));
  const posted = (): ApiMessage[] =>
    news(stage.playground.asModerator).filter((message) => textOf(message).includes('Shared by'));
  const errors = () => stage.lines.filter(({ level }) => Number(level) >= 50);

  it('posts before it says so', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT, private: true });
    stage.playground.faults.delay(FOLLOW_UP, 300);
    const press = answer.press('Share', { until: 'acknowledged' });
    await press;
    expect([posted().length, answer.text.includes('Shared')]).toEqual([0, false]);
    await answer.waitFor(({ text }) => text === 'Shared with the channel.');
    expect(posted()).toHaveLength(1);
  });

  it('posts once, however often it is pressed', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT, private: true });
    stage.playground.faults.delay(FOLLOW_UP, 200);
    const [first, second] = await Promise.all([answer.press('Share'), answer.press('Share')]);
    await answer.waitFor(({ text }) => text === 'Shared with the channel.');
    const texts = () => [first, second].map(({ text }) => text).join('\n');
    await first.waitFor(() => texts().includes('This has been shared already.'));
    expect(posted()).toHaveLength(1);
  });

  it('posts once, also when the private message could not be replaced, and after a restart', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT, private: true });
    stage.playground.faults.refuse(ORIGINAL, 50_013);
    const shared = await answer.press('Share');
    await vi.waitUntil(() => stage.lines.some(({ msg }) => /could not be marked/.test(String(msg))));
    expect(shared.text).toContain('Shared by');
    await stage.restart();
    const again = await answer.press('Share');
    await again.waitFor(({ text }) => text.includes('This has been shared already.'));
    expect(posted()).toHaveLength(1);
  });

  it.each([
    [200_000, 'This server’s AutoMod did not let it through'],
    [200_001, 'This server’s AutoMod did not let it through'],
    [50_013, 'This server does not let me post in this channel'],
    [50_001, 'This server does not let me see this channel'],
    [20_016, 'Discord does not let me post it in this channel'],
  ])('keeps the private answer and its button when Discord refuses with %d', async (code, words) => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT, private: true });
    stage.playground.faults.refuse(FOLLOW_UP, code, 1, code === 20_016 ? 403 : undefined);
    const refused = await answer.press('Share');
    await refused.waitFor(({ text }) => text.includes(words));
    expect(refused.followUps.every(({ flags }) => (flags & 64) !== 0)).toBe(true);
    expect(answer.text).toContain('“The bridge was built in 1842.”');
    expect(posted()).toEqual([]);
    // What was against a rule once may be allowed the next time.
    await answer.press('Share');
    await answer.waitFor(({ text }) => text === 'Shared with the channel.');
    expect(posted()).toHaveLength(1);
    expect(errors()).toEqual([]);
  });

  it('says so when nobody knows whether it was posted', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT, private: true });
    stage.playground.faults.serverError(FOLLOW_UP, 4);
    const unsure = await answer.press('Share');
    await unsure.waitFor(({ text }) => text.includes('Discord did not confirm'), 15_000);
    expect(answer.text).toContain('“The bridge was built in 1842.”');
  }, 20_000);

  it.each([
    ['at once', 'ask', /callback$/],
    // A timeline of new articles is deferred first.
    ['after it was deferred', 'timeline', ORIGINAL],
  ])('a public answer that is refused %s goes to who asked', async (_, command, route) => {
    const { asMember, asModerator, faults } = stage.playground;
    faults.refuse(route, 200_000);
    const answer = await asMember.slash(command, command === 'ask' ? { question: BUILT } : {});
    await answer.waitFor(({ text }) => text.includes('This server’s AutoMod did not let it through'));
    expect(answer.text).toContain(command === 'ask' ? '“The bridge was built in 1842.”' : 'Timeline');
    expect(news(asModerator)).toEqual([]);
    expect(news(asMember)).toHaveLength(1);
    expect(errors()).toEqual([]);
  });

  it('shares a timeline the same way', async () => {
    const answer = await stage.playground.asMember.slash('timeline', { private: true });
    stage.playground.faults.refuse(FOLLOW_UP, 50_013);
    const refused = await answer.press('Share');
    await refused.waitFor(({ text }) => text.includes('This server does not let me post in this channel'));
    await Promise.all([answer.press('Share'), answer.press('Share')]);
    await answer.waitFor(({ text }) => text === 'Shared with the channel.');
    expect(posted()).toHaveLength(1);
  });
});
