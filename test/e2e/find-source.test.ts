import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ApiMessage } from '../../src/playground/index.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

const QUESTION = 'who is Rami Al-Shaer';
const ANSWER = 'advisor to the Russian foreign ministry';
const COMPONENTS_V2 = 1 << 15;

describe('Find a source', () => {
  let real: RealBot;
  beforeAll(async () => {
    real = await startRealBot();
  });
  afterEach(() => {
    expect(real.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    expect(real.playground.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });
  afterAll(() => real.close());

  const find = (message: ApiMessage) => real.playground.asModerator.messageCommand('Find a source', message);

  it.each<[string, () => Promise<ApiMessage> | ApiMessage]>([
    ['what someone wrote', () => real.playground.asMember.say(`hey, ${QUESTION}?`)],
    [
      'a forwarded message',
      async () => real.playground.asMember.forward(await real.playground.asMember.say(QUESTION)),
    ],
    [
      'a forwarded message that was forwarded before',
      async () => {
        const { asMember } = real.playground;
        return asMember.forward(await asMember.forward(await asMember.say(QUESTION)));
      },
    ],
    [
      'a link preview',
      () =>
        real.playground.asFeed({
          content: 'https://news.example/a',
          embeds: [{ title: 'Rami Al-Shaer', description: QUESTION, url: 'https://news.example/a' }],
        }),
    ],
    [
      'the fields of an embed',
      () => real.playground.asFeed({ embeds: [{ fields: [{ name: 'Today', value: `${QUESTION}?` }] }] }),
    ],
    [
      'a forwarded embed',
      () => real.playground.asMember.forward(real.playground.asFeed({ embeds: [{ title: QUESTION }] })),
    ],
    [
      'Components V2',
      () =>
        real.playground.asFeed({
          flags: COMPONENTS_V2,
          components: [
            { type: 17, components: [{ type: 10, content: `### ${QUESTION}` }] },
            { type: 10, content: '-# sent by a feed' },
          ],
        }),
    ],
    ['a poll', () => real.playground.asMember.poll(`${QUESTION}?`, ['a mason', 'nobody'])],
  ])('reads %s', async (_, post) => {
    const found = await find(await post());
    await found.waitFor(({ text }) => text.includes(ANSWER), 10_000);
    expect(found.ephemeral).toBe(true);
  });

  it('reads our own answers', async () => {
    const answer = await real.playground.asModerator.slash('ask', { question: QUESTION });
    if (answer.message === undefined) throw new Error('no message');
    const found = await find(answer.message);
    await found.waitFor(({ text }) => text.includes(ANSWER), 10_000);
  });

  it('asks a long message sentence by sentence, shows the best of each, whole on demand, and says what is not spoken of', async () => {
    const idle = 'It rained all day and my shoes are wet. I had soup at noon. The cat sleeps on the stove. ';
    const message = await real.playground.asMember.say(
      `${idle}${idle}Rami Al-Shaer is an advisor to the Russian foreign ministry. ${idle}Russian forces entered Syria in 2015. ${idle}`,
    );
    const found = await find(message);
    await found.waitFor(({ text }) => text.includes('What the articles say about this message'), 10_000);
    expect(found.text).toContain(ANSWER);
    expect(found.text).toContain('I had soup at noon.\n-# The articles do not speak of this.');
    const whole = await found.press('More on 4');
    expect(whole.ephemeral).toBe(true);
    expect(whole.components.some((part) => part.type === 2 && part.label === 'Share')).toBe(true);
  });

  it('says so when there are no words', async () => {
    const { asMember } = real.playground;
    const picture = await asMember.say('', {
      files: [{ name: 'a.png', data: new Uint8Array([1]), type: 'image/png' }],
    });
    expect((await find(picture)).text).toBe('That message has no text that I could look for.');
    expect((await find(await asMember.say('https://only.example'))).text).toContain('no text');
  });
});
