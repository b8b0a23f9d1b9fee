import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../commands/index.ts';
import type { Config, DiscordConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { checkCommands } from './discord/check-commands.ts';
import type { LoginError } from './discord/client.ts';
import { openCorpusTools } from './discord/open-corpus-tools.ts';
import { installShutdown } from './discord/shutdown.ts';
import { type Library, openLibrary } from './library.ts';
import type { Log } from './log.ts';
import { openPlayground } from './playground/open.ts';
import { openBlockStore } from './state/block-store.ts';
import { openToOthers } from './state/private-files.ts';
import { openState, type StateOptions } from './state/state.ts';
import { createProgressBar } from './terminal/progress.ts';

/** What is undone when the program ends, the last opened first. */
type Closing = (() => unknown)[];

/**
 * Opens corpus and state, connects to Discord or to a playground of our own, and runs until it is told to stop.
 * @throws {LoginError} when Discord refuses the token
 * @throws {StateError} when the folder for state can't be used
 */
export async function start(config: Config, log: Log): Promise<void> {
  const commands = checkCommands(COMMANDS);
  const closing: Closing = [];
  const state = openState(config.dataDir, stateEvents(log));
  warnOfOpenFiles(config, log);
  closing.unshift(() => state.close());
  const library = await openCorpus(config, log, closing);
  const tools = await openCorpusTools({ config, library, state });
  closing.unshift(() => tools.keeper.close());
  const close = async () => {
    for (const step of closing) await step();
  };
  const shutdown = installShutdown({ process, log, close });
  const onRefused = (err: LoginError) => {
    log.fatal(err.message);
    void shutdown(1);
  };
  const discord = config.discord ?? (await playgroundDiscord(config, closing));
  // While Discord is waited for there is no bot yet to be stopped.
  const leaving = new AbortController();
  closing.unshift(() => leaving.abort());
  try {
    const { signal } = leaving;
    const bot = await startBot({ discord, config, ...tools, state, commands, log, onRefused, signal });
    closing.unshift(() => bot.stop());
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
  }
}

/** What the log is told of the state. */
function stateEvents(log: Log): StateOptions {
  return {
    onError: (err) => log.error({ err }, 'State failed'),
    onTrouble: (trouble, err) => {
      if (trouble === undefined) log.info('State can be written again; what waited has been kept');
      else
        log.error(
          { err },
          `State cannot be written: ${trouble.why}. Answers go on; what is to be kept waits in memory`,
        );
    },
    onBadRow: (key) => log.warn({ key }, 'A row of the state is no JSON; it is passed over'),
    onLost: (entries) => log.error({ entries }, 'State could not be written before the end'),
  };
}

/** Secrets and state are nobody else's on this machine. */
function warnOfOpenFiles({ dataDir }: Config, log: Log): void {
  const files = existsSync(dataDir) ? readdirSync(dataDir).map((name) => join(dataDir, name)) : [];
  const open = openToOthers(['.env', dataDir, ...files]);
  if (open.length > 0)
    log.warn(`Other users of this machine can read ${open.join(', ')}. Run: chmod go= ${open.join(' ')}`);
}

/** Reads the corpus, from the last run's cache as far as nothing has changed, and watches it when that is wanted. */
async function openCorpus(config: Config, log: Log, closing: Closing): Promise<Library> {
  const onCacheError = (err: unknown) =>
    log.warn({ err }, 'The cache of the corpus is of no use; reading it anew');
  const cache = openBlockStore(config.dataDir, { create: true, onError: onCacheError });
  if (cache !== undefined) closing.unshift(() => cache.close());
  const bar = createProgressBar(process.stderr, () => performance.now());
  const library = await openLibrary({
    corpus: config.corpus,
    prepare: true,
    followLinks: config.followLinks,
    onProgress: bar.update,
    onCacheError,
    ...(cache === undefined ? {} : { cache }),
    ...(config.corpusWatch && {
      watch: {
        onReload: (report) => log.info({ after: report.after, ms: report.ms }, 'The corpus has changed'),
        onError: (err) => log.error({ err }, 'Watching the corpus failed'),
      },
    }),
  });
  bar.stop();
  closing.unshift(() => library.close());
  const errors = library.current().problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    log.warn({ errors }, 'Some articles could not be read; "npm run -s footnote -- check" lists them');
  return library;
}

/** Without a token the bot runs against a Discord on this machine, which anyone here can try in a browser. */
async function playgroundDiscord(config: Config, closing: Closing): Promise<DiscordConfig> {
  const { playground, moved } = await openPlayground({ port: config.playgroundPort, secondGuild: true });
  closing.unshift(() => playground.close());
  const why = moved ? ` (port ${config.playgroundPort} is taken; set PLAYGROUND_PORT to choose another)` : '';
  process.stdout.write(
    `\nFootnote's playground is at ${playground.url}${why}\n` +
      'Open it in a browser and type /ask. For the real Discord, put DISCORD_TOKEN into .env (see the README).\n\n',
  );
  return {
    token: playground.token,
    guildIds: [],
    homeGuildId: playground.guildId,
    apiUrl: playground.apiUrl,
  };
}
