import { existsSync } from 'node:fs';
import { COMMANDS } from '../commands/index.ts';
import { type Config, ConfigError, type DiscordConfig, readConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { checkCommands } from './discord/check-commands.ts';
import { LoginError } from './discord/client.ts';
import { installShutdown } from './discord/shutdown.ts';
import { openLibrary } from './library.ts';
import { createLog, type Log } from './log.ts';
import { openPlayground } from './playground/open.ts';
import { openState, StateError } from './state/state.ts';
import { createProgressBar } from './terminal/progress.ts';

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  await start(config, createLog({ level: config.logLevel, secrets: [config.discord?.token ?? ''] }));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof LoginError || error instanceof StateError)) throw error;
  process.stderr.write(`footnote: ${error.message}\n`);
  process.exit(1);
}

/** Opens corpus and state, connects to Discord or to a playground of our own, and runs until it is told to stop. */
async function start(config: Config, log: Log): Promise<void> {
  const commands = checkCommands(COMMANDS);
  const bar = createProgressBar(process.stderr, () => performance.now());
  const library = await openLibrary({ corpus: config.corpus, onProgress: bar.update });
  bar.stop();
  const state = openState(config.dataDir, { onError: (err) => log.error({ err }, 'State failed') });
  const closing = [() => state.close(), () => library.close()];
  const close = async () => {
    for (const step of closing) await step();
  };
  const shutdown = installShutdown({ process, log, close });
  const onRefused = (err: LoginError) => {
    log.fatal(err.message);
    void shutdown(1);
  };
  const discord = config.discord ?? (await playgroundDiscord(config, closing));
  const bot = await startBot({ discord, config, library, state, commands, log, onRefused });
  closing.unshift(() => bot.stop());
}

/** Without a token the bot runs against a Discord on this machine, which anyone here can try in a browser. */
async function playgroundDiscord(config: Config, closing: (() => unknown)[]): Promise<DiscordConfig> {
  const { playground, moved } = await openPlayground({ port: config.playgroundPort });
  closing.unshift(() => playground.close());
  const why = moved ? ` (port ${config.playgroundPort} is taken; set PLAYGROUND_PORT to choose another)` : '';
  process.stdout.write(
    `\nFootnote's playground is at ${playground.url}${why}\n` +
      'Open it in a browser and type /ask. For the real Discord, put DISCORD_TOKEN into .env (see the README).\n\n',
  );
  return { token: playground.token, guildIds: [playground.guildId], apiUrl: playground.apiUrl };
}
