import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { openCorpusTools } from '../../src/discord/corpus/open-corpus-tools.ts';
import { checkCommands } from '../../src/discord/registration/check-commands.ts';
import { createLog } from '../../src/log.ts';
import { startPlayground } from '../../src/playground/index.ts';
import { openState } from '../../src/state/state.ts';
import { tinySnapshot } from '../discord/articles.ts';
import { handLibrary } from '../discord/hand-library.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

it('a bot whose Discord is killed and started again comes back, with its commands registered', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-reconnect-'));
  const first = await startPlayground();
  const { port, token } = first;
  const config = readConfig({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: first.apiUrl,
    DATA_DIR: dataDir,
    CORPUS_DIR: dataDir,
  });
  if (config.discord === undefined) throw new Error('no token');
  const state = openState(dataDir);
  const log = createLog({ level: 'silent' });
  const commands = checkCommands(COMMANDS);
  const library = handLibrary(() => tinySnapshot());
  const tools = await openCorpusTools({ config, library, state });
  const bot = await startBot({ discord: config.discord, config, state, commands, log, ...tools });

  // Killed in the middle of an answer.
  first.faults.delay(/^POST .*\/callback/, 5000);
  void first.asMember.slash('ask', { question: 'when was the bridge built' });
  await new Promise<void>((resolve) => bot.client.once('interactionCreate', () => resolve()));
  const lost = new Promise<void>((resolve) => bot.client.once('shardReconnecting', () => resolve()));
  await first.close();
  await lost;

  const back = new Promise<void>((resolve) => bot.client.once('shardReady', () => resolve()));
  const second = await startPlayground({ port, token });
  await back;
  await expect.poll(() => second.asModerator.commands().length, { timeout: 10_000 }).toBe(commands.length);
  const answer = await second.asMember.slash('ask', { question: 'when was the bridge built' });
  expect(answer.text).toContain('The bridge was built in 1842.');

  await bot.stop();
  await tools.keeper.close();
  await state.close();
  await second.close();
  rmSync(dataDir, { recursive: true });
});
