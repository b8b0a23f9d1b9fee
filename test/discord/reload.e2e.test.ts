import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReloadOptions } from '../../src/library/index.ts';
import { openStage, type Stage } from './stage.ts';

describe('/corpus reload while it is at work', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** A reload that goes on until the test lets it end, or somebody cancels it. */
  function holdReload() {
    const { promise: begun, resolve: begin } = Promise.withResolvers<ReloadOptions>();
    const { promise: let_, resolve: finish } = Promise.withResolvers<void>();
    const usual = stage.library.reload;
    stage.library.reload = async (options = {}) => {
      stage.library.reload = usual;
      begin(options);
      const { promise: aborted, reject } = Promise.withResolvers<never>();
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      await Promise.race([let_, aborted]);
      return usual();
    };
    return { begun, finish };
  }

  it('shows how far it is, and in the end the report', async () => {
    const { begun, finish } = holdReload();
    const reload = await stage.playground.asModerator.slash('corpus reload');
    (await begun).onProgress?.({ step: 'reading', done: 25, total: 5000 });
    await reload.waitFor(({ text }) => text.includes('Reading the files: 25 of 5,000'));
    finish();
    await reload.waitFor(({ text }) => text.includes('Nothing has changed'));
    expect((await stage.tools.audit.recent(1))[0]).toMatchObject({
      action: 'reload',
      what: 'nothing had changed',
    });
  });

  it('can be cancelled, and then says that nothing has changed', async () => {
    const { begun } = holdReload();
    const reload = await stage.playground.asModerator.slash('corpus reload');
    await begun;
    await reload.waitFor(({ text }) => text.includes('Reloading the articles'));
    await reload.press('Cancel');
    await reload.waitFor(({ text }) => text.includes('was cancelled'));
  });

  it('is cancelled when the bot leaves, and its button says so afterwards', async () => {
    const { begun } = holdReload();
    const reload = await stage.playground.asModerator.slash('corpus reload');
    await begun;
    const { promise: shown, resolve } = Promise.withResolvers<void>();
    void reload.waitFor(({ text }) => text.includes('was cancelled')).then(() => resolve());
    await stage.restart();
    await shown;
  });

  it('a reload that fails is an error with an id, and the log has the rest', async () => {
    const usual = stage.library.reload;
    stage.library.reload = async () => {
      throw new Error('the disk is on fire');
    };
    const failed = await stage.playground.asModerator.slash('corpus reload');
    await failed.waitFor(({ text }) => text.includes('Something went wrong'));
    expect(failed.text).not.toContain('fire');
    stage.library.reload = usual;
  });

  it('is refused in servers that are no longer among those chosen for it', async () => {
    const report = await stage.playground.asModerator.slash('corpus gaps');
    const body = {
      content: 'x',
      components: [
        { type: 1, components: [{ type: 2, style: 4, label: 'Force', custom_id: 'v1:corpus:force' }] },
      ],
    };
    await stage.bot.client.rest.post(`/channels/${stage.playground.channelId}/messages`, { body });
    const message = stage.playground.asModerator.messages().at(-1);
    if (message === undefined) throw new Error('no message');
    expect(report.text).toContain('No unanswered questions');
    await stage.restart({ env: { DISCORD_GUILD_IDS: '123456789012345678' } });
    const refused = await stage.playground.asModerator.press(message, 'Force');
    expect(refused.text).toContain('cannot be changed from this server');
  });
});
