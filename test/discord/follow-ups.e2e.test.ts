import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { understandFollowUp } from '../../src/answer/follow-up/understand-follow-up.ts';
import { type ApiMessage, textOf } from '../../src/playground/index.ts';
import { tools } from '../language.ts';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'who built the bridge in 1842';
const BOT = '<@1400000000000000001>';

describe('going on from a question, through the real client', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const { library } = stage;
    library.understand = (turn, typed) => understandFollowUp(turn, typed, tools);
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
  });

  async function mentions(on: boolean): Promise<void> {
    const shown = await stage.playground.asModerator.slash('settings');
    await shown.choose('When I am mentioned', [on ? 'on' : 'off']);
    stage.clock += 1000;
  }
  const repliesTo = (to: ApiMessage, place: string) =>
    [...stage.playground.asMember.in(place).messages(), ...stage.playground.asMember.directMessages()].filter(
      ({ message_reference: reference }) => reference?.message_id === to.id,
    );
  const replyTo = async (to: ApiMessage, place = stage.playground.channelId) =>
    textOf(await vi.waitUntil(() => repliesTo(to, place)[0], { timeout: 5000 }));

  it('by the button, also after a restart: says what it understood, and asks as typed instead', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    await stage.restart();
    const form = await answer.press('Follow up');
    const next = await form.submit({ 'Your question': 'and where?' });
    expect(next.text).toContain('**and where?**\nUnderstood as: where was the bridge built in 1842?');
    expect(next.text).toContain('“The bridge was built in 1842.”');
    await next.press('Ask as typed');
    await next.waitFor(({ text }) => text.includes('**and where?**\nNo answer'));
    expect(next.text).not.toContain('Understood as');
    const lost = await (await answer.press('Follow up')).submit({ 'Your question': 'what about Iran?' });
    expect([lost.ephemeral, lost.text]).toEqual([
      true,
      expect.stringContaining('I do not know what that refers to'),
    ]);
  });

  it('by a mention, where a server has turned them on: in the thread it stands in, for whoever asked, for 15 minutes', async () => {
    const { asMember, asModerator, threadId } = stage.playground;
    await mentions(true);
    const here = asMember.in(threadId);
    expect(await replyTo(await here.say(`${BOT} ${BUILT}?`), threadId)).toContain(
      '“The bridge was built in 1842.”',
    );
    const meant = await replyTo(await here.say(`${BOT} and when?`), threadId);
    expect(meant).toContain('Understood as: when was the bridge built?');
    const other = await asModerator.in(threadId).say(`${BOT} and when?`);
    expect(await replyTo(other, threadId)).toContain('I do not know what that refers to');
    stage.clock += 16 * 60_000;
    expect(await replyTo(await here.say(`${BOT} and when?`), threadId)).toContain(
      'I do not know what that refers to',
    );
    await mentions(false);
    expect(await replyTo(await here.say(`${BOT} ${BUILT}?`), threadId)).toContain(
      'I answer what you ask with',
    );
  });

  it('by a mention that replies to an answer, or stands in a thread that began with a question', async () => {
    const { asMember, asModerator, threadId, channelId } = stage.playground;
    await mentions(true);
    const asked = await asModerator.slash('ask', { question: BUILT });
    if (asked.message === undefined) throw new Error('no message');
    const reply = await asMember.say(`${BOT} and where?`, { repliesTo: asked.message });
    expect(await replyTo(reply, channelId)).toContain('Understood as: where was the bridge built in 1842?');

    const here = asMember.in(threadId);
    const lost = await here.say(`${BOT} and where?`);
    expect(await replyTo(lost, threadId)).toContain('I do not know what that refers to');
    // Without a mention Discord keeps its words from the bot.
    stage.playground.beginThread(`${BUILT}?`);
    expect(await replyTo(await here.say(`${BOT} and where?`), threadId)).toContain('I do not know what');
    stage.playground.beginThread(`${BOT} ${BUILT}?`);
    expect(await replyTo(await here.say(`${BOT} and where?`), threadId)).toContain(
      'Understood as: where was the bridge built in 1842?',
    );
    await mentions(false);
  });

  it('by direct messages, of which its buttons belong to whoever wrote', async () => {
    const { asMember } = stage.playground;
    const first = await replyTo(await asMember.direct(`${BUILT}?`));
    expect(first).toContain('“The bridge was built in 1842.”');
    expect(await replyTo(await asMember.direct('and when?'))).toContain(
      'Understood as: when was the bridge built?',
    );
  });
});
