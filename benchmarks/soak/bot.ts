import { join } from 'node:path';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { startBot } from '../../src/discord/bot.ts';
import { openCorpusTools } from '../../src/discord/corpus/open-corpus-tools.ts';
import { checkCommands } from '../../src/discord/registration/check-commands.ts';
import { openIndexFolder, openLibrary } from '../../src/library/index.ts';
import { createLog } from '../../src/log.ts';
import { createMeter } from '../../src/operate/bot-metrics.ts';
import { createNumbers, type Watched } from '../../src/operate/process-metrics.ts';
import { openState } from '../../src/state/state.ts';

const WARNING = 40;

export interface SoakBotOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly guildId: string;
  /** Holds `corpus`; the state goes beside it. */
  readonly folder: string;
  /** Told the words of each line of the log from warnings on. */
  readonly warn: (words: string) => void;
}

/** The whole bot, put together as `src/start.ts` does, but for what ends the process. */
export async function openBot({ token, apiUrl, guildId, folder, warn }: SoakBotOptions) {
  const config = readConfig({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: apiUrl,
    HOME_GUILD_ID: guildId,
    CORPUS_DIR: join(folder, 'corpus'),
    DATA_DIR: join(folder, 'data'),
    CORPUS_FEEDS: 'yes',
  });
  if (config.discord === undefined) throw new Error('no token');
  const log = createLog({
    level: 'warn',
    to: {
      write(line) {
        const { level, msg } = JSON.parse(line);
        if (level >= WARNING) warn(String(msg));
      },
    },
  });
  const state = openState(config.dataDir, {
    onError: (err) => log.error({ err }, 'State failed'),
    onTrouble: (trouble) => log.error(`State cannot be written: ${trouble?.why ?? 'now it can'}`),
    onLost: (entries) => log.error(`${entries} entries of the state are lost`),
  });
  const cache = openIndexFolder(config.dataDir, {
    create: true,
    onError: (err) => log.warn({ err }, 'The index is of no use'),
  });
  const library = await openLibrary({
    corpus: config.corpus,
    prepare: true,
    followLinks: false,
    ...(cache !== undefined && { cache }),
  });
  const tools = await openCorpusTools({ config, library, state });
  const watched: Watched = {
    library: () => library.status(),
    stateWritable: () => state.trouble() === undefined,
  };
  const { registry, refresh } = createNumbers(watched);
  const meter = createMeter(registry, () => performance.now() / 1000);
  const bot = await startBot({
    discord: config.discord,
    config,
    ...tools,
    state,
    commands: checkCommands(COMMANDS),
    log,
    meter,
  });
  watched.bot = () => bot.status();
  return {
    /** As Prometheus reads them. */
    async metrics(): Promise<string> {
      refresh();
      return registry.metrics();
    },
    async close(): Promise<void> {
      await bot.stop();
      await tools.feedTools?.close();
      await tools.keeper.close();
      await library.close();
      cache?.close();
      await state.close();
    },
  };
}
