import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServerSettings, SERVER_SETTINGS_DEFAULTS } from '../../src/state/server-settings.ts';
import { openState, type State } from '../../src/state/state.ts';

describe('settings of a server', () => {
  let folder: string;
  let state: State;
  let clock = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footnote-settings-'));
    state = openState(folder);
    clock = 1000;
  });
  afterEach(async () => {
    await state.close();
    rmSync(folder, { recursive: true });
  });
  const open = () => createServerSettings({ state, now: () => clock });
  const seen = { by: '1', seen: 0 };

  it('are the defaults until somebody changes them, and in direct messages', async () => {
    const settings = open();
    expect(await settings.of('7')).toEqual(SERVER_SETTINGS_DEFAULTS);
    await settings.change('7', { name: 'visibility', value: 'private', ...seen });
    expect(await settings.of('7')).toMatchObject({ visibility: 'private', cooldown: 0 });
    expect([await settings.of('8'), await settings.of(null)]).toEqual(
      Array(2).fill(SERVER_SETTINGS_DEFAULTS),
    );
  });

  it('are seen by other processes within two seconds', async () => {
    const [here, there] = [open(), open()];
    await there.of('7');
    await here.change('7', { name: 'cooldown', value: 30, ...seen });
    expect((await there.of('7')).cooldown).toBe(0);
    clock += 1000;
    expect((await there.of('7')).cooldown).toBe(30);
  });

  it('keep what two moderators change at once; the second to change the same one is told', async () => {
    const settings = open();
    const outcomes = await Promise.all([
      settings.change('7', { name: 'language', value: 'fr', by: '1', seen: 0 }),
      settings.change('7', { name: 'mentions', value: true, by: '2', seen: 0 }),
      settings.change('7', { name: 'language', value: 'de', by: '2', seen: 0 }),
      settings.change('7', { name: 'language', value: 'fr', by: '2', seen: 0 }),
    ]);
    expect(outcomes).toEqual([
      { kind: 'changed' },
      { kind: 'changed' },
      { kind: 'overtaken', by: '1' },
      { kind: 'same' },
    ]);
    const { settings: now, marks } = await settings.read('7');
    expect([now.language, now.mentions, marks.language, marks.cooldown]).toEqual(['fr', true, 1000, 0]);
  });

  it('go on as they were when they can’t be read, and as at the beginning when they make no sense', async () => {
    const errors: unknown[] = [];
    const settings = Object.assign(Object.create(state.settings), {
      getMany: () => Promise.reject(new Error('gone')),
    });
    const broken = createServerSettings({
      state: { ...state, settings },
      onError: (error) => errors.push(error),
    });
    expect([await broken.of('7'), errors.length]).toEqual([SERVER_SETTINGS_DEFAULTS, 1]);
    await state.settings.set('server-7-sure', { value: 'perhaps', by: '1', at: 5 });
    await state.settings.set('server-7-channels', 'nonsense');
    expect(await open().of('7')).toEqual(SERVER_SETTINGS_DEFAULTS);
  });
});
