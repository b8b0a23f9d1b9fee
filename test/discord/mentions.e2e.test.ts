import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ApiMessage, textOf } from '../../src/playground/index.ts';
import { openStage, type Stage } from './stage.ts';

const BOT = '<@1400000000000000001>';

describe('a plain mention, or a direct message', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
    stage.lines.length = 0;
  });
  afterEach(() => {
    expect(stage.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    stage.playground.faults.clear();
  });

  const replies = (to: ApiMessage): ApiMessage[] =>
    [...stage.playground.asMember.messages(), ...stage.playground.asMember.directMessages()].filter(
      ({ message_reference: reference }) => reference?.message_id === to.id,
    );
  const replyTo = (to: ApiMessage) => vi.waitUntil(() => replies(to)[0], { timeout: 5000 });
  /** What comes after it has been answered: so it was passed over. */
  async function passedOver(message: ApiMessage): Promise<void> {
    await replyTo(await stage.playground.asMember.direct('hello'));
    expect(replies(message)).toEqual([]);
  }

  it.each([
    [`${BOT} who built the bridge?`, '`/ask question: who built the bridge?`'],
    [`hey ${BOT}, can you tell me who built the **bridge**, please`, '`/ask question: who built the bridge`'],
    ['@Footnote when did it rain', '`/ask question: when did it rain`'],
    [BOT, '`/ask question: when was the bridge built?`'],
    [`${BOT} \`code\` @everyone`, '`/ask question: code @everyone`'],
  ])('%j gets one short reply that names /ask, and pings nobody', async (content, example) => {
    const message = await stage.playground.asMember.say(content);
    const reply = await replyTo(message);
    expect(textOf(reply)).toBe(`I answer what you ask with \`/ask\`, for example: ${example}`);
    expect([reply.mentions, reply.mention_everyone]).toEqual([[], false]);
    await passedOver(reply);
    expect(replies(message)).toHaveLength(1);
  });

  it('a direct message is answered, for whoever wrote it', async () => {
    const reply = await replyTo(await stage.playground.asMember.direct('who built the bridge?'));
    expect(textOf(reply)).toContain('“The bridge was built in 1842.”');
    expect([reply.mentions, reply.mention_everyone]).toEqual([[], false]);
    expect(stage.playground.asModerator.directMessages()).toEqual([]);
  });

  it('nothing else does: what mentions others, other bots, replies that ping', async () => {
    const { playground } = stage;
    const { asMember } = playground;
    await passedOver(await asMember.say('who built the bridge?'));
    await passedOver(await asMember.say(`<@${playground.asModerator.user.id}> @everyone look`));
    await passedOver(playground.asFeed({ content: `${BOT} breaking news` }));
  });

  it('is not a way to make the bot write without end', async () => {
    const messages: ApiMessage[] = [];
    for (let n = 0; n < 12; n++) messages.push(await stage.playground.asMember.say(`${BOT} again`));
    await vi.waitUntil(() => replies(messages[0] ?? messagesMissing()).length > 0, { timeout: 5000 });
    await replyTo(await stage.playground.asModerator.say(`${BOT} me too`));
    expect(messages.flatMap(replies).length).toBeLessThan(12);
  });

  it('is let be where the bot may not write', async () => {
    stage.playground.faults.refuse(/^POST \/channels\/\d+\/messages$/, 50_013);
    const message = await stage.playground.asMember.say(`${BOT} hello`);
    await vi.waitUntil(() => stage.lines.some(({ msg }) => /could not be answered there/.test(String(msg))));
    await passedOver(message);
  });
});

function messagesMissing(): never {
  throw new Error('no messages');
}
