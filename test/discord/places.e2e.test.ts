import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { textOf } from '../../src/playground/index.ts';
import { openStage, type Stage } from './stage.ts';

const BUILT = 'when was the bridge built';

describe('where the bot can be, through the real client', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.clock += 60_000;
  });

  it('alone with somebody: commands, buttons, and no settings', async () => {
    const alone = stage.playground.asMember.in('direct');
    expect(alone.commands().map(({ name }) => name)).not.toContain('settings');
    const answer = await alone.slash('ask', { question: BUILT });
    expect(answer.text).toContain('“The bridge was built in 1842.”');
    await answer.press('Other passages (1)');
    await answer.waitFor(({ text }) => text.includes('Passage 2 of 2'));
  });

  it('in a server without the bot, for whoever installed it: for all to see, unless the server forbids that', async () => {
    const { asStranger, letStrangerUseApps } = stage.playground;
    expect(asStranger.commands()).toEqual([]);
    asStranger.install(true);
    expect(asStranger.commands().map(({ name }) => name)).toEqual(['ask', 'timeline', 'sources', 'help']);
    const answer = await asStranger.slash('ask', { question: BUILT });
    expect([answer.ephemeral, answer.text]).toEqual([false, expect.stringContaining('1842')]);
    letStrangerUseApps(false);
    const alone = await asStranger.slash('ask', { question: BUILT });
    expect([alone.ephemeral, alone.text]).toEqual([true, expect.stringContaining('in private only')]);
    const refused = await alone.press('Share');
    await refused.waitFor(({ text }) => text.includes('in private only'));
    letStrangerUseApps(true);
    asStranger.install(false);
  });

  it('in a server without the bot an interaction has five more messages, of which it needs fewer', async () => {
    const { playground } = stage;
    const { asStranger, requests, apiUrl, applicationId } = playground;
    asStranger.install(true);
    requests.length = 0;
    const answer = await asStranger.slash('ask', { question: BUILT });
    for (const label of ['Context', 'Read', 'Follow up', 'Helpful', 'Not helpful', 'Other passages (1)']) {
      stage.clock += 60_000;
      await answer.press(label);
    }
    const more = requests.filter(({ method, route }) => method === 'POST' && route.startsWith('/webhooks/'));
    const counts = [...Map.groupBy(more, ({ path }) => path).values()].map(({ length }) => length);
    expect(Math.max(0, ...counts)).toBeLessThanOrEqual(5);
    expect(requests.filter(({ status }) => status >= 400)).toEqual([]);

    const [, , , token] = (requests.find(({ path }) => path.endsWith('/callback'))?.path ?? '').split('/');
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) {
      const sent = await fetch(`${apiUrl}/v10/webhooks/${applicationId}/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ content: String(n) }),
      });
      statuses.push(sent.status);
      if (n === 5) expect(await sent.json()).toMatchObject({ code: 40_094 });
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 400]);
    asStranger.install(false);
  });

  it('greets a server once, in its system channel, pinging nobody', async () => {
    const { playground } = stage;
    const hellos = () =>
      playground.asStranger.messages().filter((message) => textOf(message).startsWith('Hello!'));
    playground.joinSecondGuild();
    const [hello] = await vi.waitUntil(() => (hellos().length > 0 ? hellos() : undefined), { timeout: 5000 });
    expect([hello?.mentions, hello?.mention_everyone]).toEqual([[], false]);
    playground.leaveSecondGuild();
    playground.joinSecondGuild();
    await playground.asStranger.slash('help');
    expect(hellos()).toHaveLength(1);
    playground.leaveSecondGuild();
  });

  it('offers questions that its articles answer, as buttons', async () => {
    const help = await stage.playground.asMember.slash('help');
    expect(help.text).toContain('Try one of these:');
    const answer = await help.press('when was the bridge built');
    expect([answer.ephemeral, answer.text]).toEqual([true, expect.stringContaining('1842')]);
  });

  it('sends the article with the quote marked', async () => {
    const answer = await stage.playground.asMember.slash('ask', { question: BUILT });
    const read = await answer.press('Read');
    await read.waitFor(({ files }) => files.length > 0);
    expect(new TextDecoder().decode(read.files[0]?.bytes)).toContain('▶The bridge was built in 1842.◀');
  });
});
