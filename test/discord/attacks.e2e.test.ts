import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../src/playground/index.ts';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'when was the bridge built';
const UNKNOWN = 'This is from another version of me, so I do not know what it should do. Please ask again.';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.clock += 60_000;
  await Promise.all([stage.state.views.clear(), stage.state.feedback.clear(), stage.state.gaps.clear()]);
});

async function rows(store: 'views' | 'feedback' | 'gaps'): Promise<[key: string, value: unknown][]> {
  const found: [string, unknown][] = [];
  for await (const [key, value] of stage.state[store].iterator?.({}) ?? []) found.push([key, value]);
  return found;
}

async function askIn(person: Person, options: { private?: boolean } = {}) {
  const answer = await person.slash('ask', { question: BUILT, ...options });
  if (answer.message === undefined) throw new Error('no message');
  return { answer, message: answer.message };
}

/** The custom ids on a message, by the action in them. */
function idsOn(components: readonly object[]): ReadonlyMap<string, string> {
  const ids = components.flatMap((component) =>
    'custom_id' in component && typeof component.custom_id === 'string' ? [component.custom_id] : [],
  );
  return new Map(ids.map((id) => [id.split(':')[2] ?? '', id]));
}

describe('made-up presses', () => {
  it.each([
    'share',
    'delete',
    'page',
    'suggest',
    'context',
    'up',
  ])('“%s” on a public answer that has no such button changes nothing', async (action) => {
    const { asMember, asModerator } = stage.playground;
    const { answer, message } = await askIn(asModerator);
    const before = answer.text;
    const messages = asMember.messages().length;
    const [view = ''] = (await rows('views')).map(([key]) => key);
    const forged = await asMember.forge(message, `v1:ask:${action}:${view}:1:xxxxxxxxx`);
    expect([forged.text, forged.ephemeral]).toEqual([UNKNOWN, true]);
    expect([answer.text, answer.followUps]).toEqual([before, []]);
    expect(asMember.messages()).toHaveLength(messages + 1);
  });

  it('the id of one’s own private answer does nothing on a message of another', async () => {
    const { asMember, asModerator } = stage.playground;
    const { message } = await askIn(asModerator);
    const mine = await askIn(asMember, { private: true });
    const share = idsOn(mine.answer.components).get('share') ?? '';
    expect(share).not.toBe('');
    expect((await asMember.forge(message, share)).text).toBe(UNKNOWN);
  });

  it('a menu has only the values that it offers', async () => {
    const { asMember } = stage.playground;
    const list = await asMember.slash('sources');
    if (list.message === undefined) throw new Error('no message');
    const open = idsOn(list.components).get('open') ?? '';
    expect((await asMember.forge(list.message, open, ['what-is-not-there'])).text).toBe(UNKNOWN);
  });

  it('nothing on a message that is not ours', async () => {
    const { asMember, asModerator } = stage.playground;
    const said = await asModerator.say('hello');
    expect((await asMember.forge(said, 'v1:ask:delete:x')).text).toBe(UNKNOWN);
  });
});

describe('floods', () => {
  it('many presses are one search, and one row', async () => {
    const { asMember, asModerator } = stage.playground;
    const { message } = await askIn(asModerator);
    const ask = vi.fn(stage.snapshot.ask);
    const { snapshot } = stage;
    stage.snapshot = { ...snapshot, ask };
    const texts: string[] = [];
    for (let i = 0; i < 40; i++) texts.push((await asMember.press(message, 'Other passages (1)')).text);
    stage.snapshot = snapshot;
    const refused = texts.filter((text) => text.startsWith('One moment, please: you can go on in'));
    expect([ask.mock.calls.length, refused.length]).toEqual([1, 30]);
    expect(await rows('views')).toHaveLength(2);
  });

  it('suggestions stop before they cost the question', async () => {
    const { asMember } = stage.playground;
    let served = 0;
    for (let i = 0; i < 80; i++)
      if ((await asMember.autocomplete('ask', 'question', 'bridge')).length > 0) served++;
    expect(served).toBe(64);
    expect((await askIn(asMember)).answer.text).toContain('1842');
  });

  it('questions, buttons and suggestions are paid out of one budget', async () => {
    const { asMember } = stage.playground;
    const { answer } = await askIn(asMember);
    for (let i = 0; i < 4; i++) await answer.press('Context');
    for (let i = 0; i < 2; i++) await askIn(asMember);
    expect((await answer.press('Context')).text).toMatch(
      /^One moment, please: you can go on in 10 seconds\.$/,
    );
    expect(await asMember.autocomplete('ask', 'question', 'bridge')).toEqual([]);
  });
});

describe('what is kept', () => {
  it('of questions: once for each person and question, without who asked', async () => {
    const { asMember, asModerator } = stage.playground;
    for (let i = 0; i < 3; i++) await askIn(asMember);
    await askIn(asMember, { private: true });
    await askIn(asModerator);
    const kept = await rows('views');
    expect(kept.map(([, value]) => value)).toEqual(
      expect.arrayContaining([
        { question: BUILT, asked: '2021-08-09', messages: 3 },
        { question: BUILT, asked: '2021-08-09', messages: 1 },
      ]),
    );
    expect(kept).toHaveLength(3);
    const all = JSON.stringify([kept, await rows('feedback')]);
    for (const { user } of [asMember, asModerator]) expect(all).not.toContain(user.id);
  });

  it('of the words of another’s message: for the buttons only, never as a gap', async () => {
    const { asMember, asModerator } = stage.playground;
    const said = await asModerator.say('who is the king of Zebraland');
    const answer = await asMember.messageCommand('Find a source', said);
    expect(answer.text).toContain('the articles do not mention');
    expect(await rows('gaps')).toEqual([]);
  });

  it('until the last answer with it is deleted', async () => {
    const { asMember } = stage.playground;
    const first = await askIn(asMember);
    const second = await askIn(asMember);
    await first.answer.press('Delete');
    expect((await second.answer.press('Context')).text).toContain('1842');
    await second.answer.press('Delete');
    await second.answer.waitFor(({ message }) => message === undefined);
    await vi.waitFor(async () => expect(await rows('views')).toEqual([]));
  });

  it('is told by /help, and deleted by its button: all of one person, and of nobody else', async () => {
    const { asMember, asModerator } = stage.playground;
    const mine = await askIn(asMember);
    await askIn(asMember, { private: true });
    await mine.answer.press('Helpful');
    const theirs = await askIn(asModerator);
    await asModerator.press(theirs.message, 'Helpful');
    // As versions before wrote it.
    await stage.state.views.set('old', { question: BUILT, asked: '2021-08-01', by: asMember.user.id });
    stage.clock += 60_000;
    const help = await asMember.slash('help');
    expect(help.text).toContain('**What is kept:** the words of a question');
    expect(help.text).toContain('90 days; 1 day when only you see it');
    const done = await help.press('Delete what is kept of me');
    expect([done.ephemeral, done.text]).toEqual([
      true,
      'Deleted: what stood behind the buttons of 3 messages of yours, which no longer work, and 1 vote.',
    ]);
    expect([(await rows('views')).length, (await rows('feedback')).length]).toEqual([1, 1]);
    expect((await mine.answer.press('Context')).text).toContain('These buttons no longer work');
    expect((await asModerator.press(theirs.message, 'Context')).text).toContain('1842');
    expect((await help.press('Delete what is kept of me')).text).toBe('Nothing is kept of you.');
  });
});
