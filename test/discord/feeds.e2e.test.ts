import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ALERT_DEFAULTS } from '../../src/alerts/alert-defaults.ts';
import type { Article } from '../../src/corpus/article.ts';
import { createSnapshot } from '../../src/library/create-snapshot.ts';
import { type ApiMessage, type Person, textOf } from '../../src/playground/index.ts';
import { createFollows } from '../../src/state/feeds/follows.ts';
import { articleOf, engineOf } from '../answer/stage.ts';
import { openSite, page, rss, story, type TestSite } from '../feeds/site.ts';
import { openStage, type Stage } from './stage.ts';

/** Words that no other article has. */
const news = (name: string): Article =>
  articleOf({
    id: `feeds/post/${name}`,
    path: `feeds/post/${name}.md`,
    title: `Osterby: ${name}`,
    publisher: 'Hessel Post',
    url: `https://news.example/${name}`,
    text: `The ${name}ing of Osterby was ${name}ated on Monday by ${name}ward and ${name}hood.`,
  });
const NAMES = ['bakery', 'harbour', 'school', 'library', 'station', 'theatre'];

describe('feeds and alerts, through the real client', () => {
  let stage: Stage;
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
    stage = await openStage({ env: { CORPUS_FEEDS: 'yes' }, feedGuard: site.guard });
    stage.snapshot = createSnapshot(engineOf(...NAMES.map(news)), []);
  });
  afterAll(async () => {
    await stage.close();
    site.close();
  });
  beforeEach(() => {
    stage.clock += 2 * 60 * 60 * 1000;
    stage.lines.length = 0;
    stage.playground.faults.clear();
  });

  /** Articles come in; the bot notices by itself. */
  async function come(...names: readonly string[]): Promise<void> {
    for (const name of names)
      await stage.tools.arrivals.add({ path: `feeds/post/${name}.md`, feed: 'post', at: stage.clock });
    await stage.restart();
    await vi.waitUntil(async () => (await stage.tools.arrivals.waiting()).length === 0, { timeout: 10_000 });
  }
  const about = (messages: readonly ApiMessage[], words: string) =>
    messages.filter((message) => textOf(message).includes(words));
  const received = (person: Person, words: string) =>
    vi.waitUntil(() => about(person.directMessages(), words).at(-1), { timeout: 10_000 });

  it('shows a feed before it is followed, keeps its articles, and lists how it goes with it', async () => {
    const { asModerator } = stage.playground;
    site.put(
      '/',
      page('Hessel Post', story('x'), '<link rel="alternate" type="application/rss+xml" href="/feed">'),
    );
    site.put('/feed', rss('Hessel Post', [{ title: 'The lock', link: '/lock', content: story('Hessel') }]));
    const shown = await asModerator.slash(
      'corpus',
      { address: site.url('/') },
      { group: 'feed', subcommand: 'add' },
    );
    expect([shown.ephemeral, shown.text]).toEqual([
      true,
      expect.stringContaining('1 of the latest 1 with their whole text'),
    ]);
    const saved = await shown.press('Follow this feed');
    await saved.waitFor(({ text }) => text.includes('is followed now'));
    const again = await shown.press('Follow this feed').catch((error: Error) => error.message);
    expect(String(again)).toMatch(/no|expired|old|button/i);
    await stage.restart();
    await vi.waitUntil(async () => (await stage.tools.feedTools?.feeds.status('hessel-post'))?.begun, {
      timeout: 10_000,
    });
    const list = await asModerator.slash('corpus', {}, { group: 'feed', subcommand: 'list' });
    expect(list.text).toMatch(/Hessel Post.*last read .* UTC · 0 articles this week/);
    const paused = await asModerator.slash(
      'corpus',
      { feed: 'hessel-post' },
      { group: 'feed', subcommand: 'pause' },
    );
    expect(paused.text).toContain('is paused');
    const removed = await asModerator.slash(
      'corpus',
      { feed: 'hessel-post' },
      { group: 'feed', subcommand: 'remove' },
    );
    expect(removed.text).toContain('Its articles stay');
    const unknown = await asModerator.slash(
      'corpus',
      { feed: 'hessel-post' },
      { group: 'feed', subcommand: 'check' },
    );
    expect(unknown.text).toContain('There is no feed of that name');
  });

  it.each([
    ['a private address', 'http://127.0.0.1/feed', /public internet|Port/],
    ['no address', 'hessel', /web address/],
  ])('says what is wrong with %s', async (_, address, message) => {
    const shown = await stage.playground.asModerator.slash(
      'corpus',
      { address },
      { group: 'feed', subcommand: 'add' },
    );
    expect(shown.text).toMatch(message);
  });

  it('tells a member alone, once, with a quote, its source and why; and stops', async () => {
    const { asMember } = stage.playground;
    const done = await asMember.slash('follow', { topic: 'Osterby' });
    expect([done.ephemeral, done.text]).toEqual([true, expect.stringContaining('a direct message')]);
    expect((await asMember.slash('follow', { topic: 'osterby' })).text).toContain('followed there already');
    await come('bakery');
    const message = await received(asMember, 'bakery');
    expect(textOf(message)).toMatch(
      /New about Osterby[\s\S]*in its title[\s\S]*“The bakerying of Osterby was/,
    );
    expect(message.mentions).toEqual([]);
    await come('bakery');
    await come();
    expect(about(asMember.directMessages(), 'bakerying')).toHaveLength(1);
    const stopped = await asMember.in('direct').press(message, 'Stop following');
    expect(stopped.text).toContain('no longer tell of');
    await come('harbour');
    await come();
    expect(about(asMember.directMessages(), 'harbouring')).toEqual([]);
  });

  it('tells a channel for moderators only, and posts no message twice when its answer is lost', async () => {
    const { asMember, asModerator, channelId, faults } = stage.playground;
    const topic = { topic: 'Osterby', channel: channelId };
    expect((await asMember.slash('follow', topic)).text).toContain('Only moderators');
    expect((await asModerator.slash('follow', topic)).text).toContain(`<#${channelId}>`);
    faults.dropConnection(/^POST \/channels\/\d+\/messages/, 1, { when: 'after', how: 'close' });
    await come('school');
    await come();
    const posted = await vi.waitUntil(() => about(asMember.messages(), 'schooling').at(-1));
    await come();
    expect(about(asMember.messages(), 'schooling')).toHaveLength(1);
    expect((await asMember.press(posted, 'Stop following')).text).toContain('Only whoever follows this');
    expect((await asModerator.press(posted, 'Stop following')).text).toContain('no longer tell of');
    expect((await asModerator.press(posted, 'Stop following')).text).toContain('stopped already');
  });

  it('warns the owner when the channel refuses, and ends a day later', async () => {
    const { asModerator, channelId, faults } = stage.playground;
    await asModerator.slash('follow', { topic: 'Osterby', channel: channelId });
    faults.refuse(new RegExp(`^POST /channels/${channelId}/messages`), 50_013, 20);
    await come('library');
    await received(asModerator, 'cannot write in');
    stage.clock += ALERT_DEFAULTS.refused + 1;
    await stage.restart();
    await received(asModerator, 'no longer tell of');
    expect((await asModerator.slash('following')).text).toContain('Nothing is followed');
  });

  it('gathers what comes in a day into one message', async () => {
    const { asMember } = stage.playground;
    await asMember.slash('follow', { topic: 'Osterby', when: 'daily' });
    await come('station', 'theatre');
    stage.clock += 24 * 60 * 60 * 1000;
    await stage.restart();
    const digest = await received(asMember, 'new stories about');
    expect(textOf(digest)).toMatch(/2 new stories about Osterby[\s\S]*stationing[\s\S]*theatreing/);
    const list = await asMember.slash('following');
    expect(list.text).toMatch(/Osterby.* · a direct message · once a day/);
    const [follow] = await createFollows(stage.state).list();
    const after = await list.choose('Stop one of these', [follow?.id ?? '']);
    await after.waitFor(({ text }) => text.includes('Nothing is followed'));
  });
});
