import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../commands/index.ts';
import type { Config, DiscordConfig } from './config/config.ts';
import type { Keeper } from './corpus/keep/keeper.ts';
import { startBot } from './discord/bot.ts';
import type { LoginError } from './discord/connection/client.ts';
import { keepTrying } from './discord/connection/keep-trying.ts';
import { installShutdown } from './discord/connection/shutdown.ts';
import { openCorpusTools } from './discord/corpus/open-corpus-tools.ts';
import { checkCommands } from './discord/registration/check-commands.ts';
import {
  type Library,
  type LibraryStatus,
  openIndexFolder,
  openLibrary,
  type ReloadReport,
} from './library/index.ts';
import type { Log } from './log.ts';
import { EXIT, exitCodeOf } from './operate/exit-codes.ts';
import { type OpenedPlaces, openPlaces, type StateEvents } from './operate/state-place.ts';
import type { Watch } from './operate/watch.ts';
import { openPlayground, type Playground } from './playground/index.ts';
import type { SharedHome } from './shared/index.ts';
import { openToOthers } from './state/sqlite/private-files.ts';
import { StateError } from './state/state.ts';
import { createProgressBar } from './terminal/printing/progress-bar.ts';

/** What is undone when the program ends, the last opened first. */
type Closing = (() => unknown)[];

/** What a running bot has of its articles. */
interface Started {
  readonly library: Library;
  readonly keeper: Keeper;
}

/**
 * Opens corpus and state, connects to Discord or to a playground of our own, and runs until it is told to stop. What may
 * pass by itself (a full disk, a Discord or a database that is away) is waited for.
 * @param as demo: shows feeds and alerts in the playground, and leaves articles and state alone
 * @returns what the articles are read and changed with, for whoever embeds the bot; undefined when it was stopped meanwhile
 * @throws {LoginError} when Discord refuses the token
 * @throws {StateError} when the folder for state can never be used
 * @throws {HealthError} when the port for health can't be had
 */
export async function start(given: Config, log: Log, as?: 'demo'): Promise<Started | undefined> {
  const commands = checkCommands(COMMANDS);
  const closing: Closing = [];
  const demo = as === 'demo' ? await (await import('./demo.ts')).openDemo(given) : undefined;
  if (demo !== undefined) closing.push(demo.close);
  const { config } = demo ?? { config: given };
  const leaving = new AbortController();
  const close = async () => {
    watch?.stopping();
    leaving.abort();
    for (const step of closing) await step();
  };
  const watch = await openHealth(config, log, closing);
  const shutdown = installShutdown({ process, log, close });
  const { signal } = leaving;
  try {
    return await open();
  } catch (error) {
    if (!signal.aborted) throw error;
    return undefined;
  }

  async function open(): Promise<Started> {
    const { state, home } = await openPatiently(config, log, signal);
    warnOfOpenFiles(config, log);
    closing.unshift(() => state.close());
    if (home !== undefined) closing.unshift(() => home.release());
    const library = await openCorpus(config, home, log, closing);
    const tools = await openCorpusTools({
      config,
      library,
      state,
      openShared: home?.openKeeper,
      feedHome: home,
      guard: demo?.guard,
    });
    closing.unshift(() => tools.keeper.close());
    closing.unshift(() => tools.feedTools?.close());
    if (watch !== undefined)
      Object.assign(watch.watched, {
        library: () => library.status(),
        stateWritable: () => state.trouble() === undefined,
      });
    const onRefused = (err: LoginError) => {
      log.fatal(err.message);
      void shutdown(exitCodeOf(err) ?? EXIT.fault);
    };
    const { discord, playground } = await discordOf(config, closing);
    const bot = await startBot({
      discord,
      config,
      ...tools,
      state,
      commands,
      log,
      onRefused,
      signal,
      ...(watch !== undefined && { meter: watch.meter }),
    });
    if (watch !== undefined) watch.watched.bot = () => bot.status();
    closing.unshift(() => bot.stop());
    const { feedTools } = tools;
    if (playground !== undefined && feedTools !== undefined)
      await demo?.begin({ playground, bot, feedTools, state, log });
    return { library, keeper: tools.keeper };
  }
}

/** Health and numbers, when a port for them is set; there from the first moment to the last. */
async function openHealth({ health }: Config, log: Log, closing: Closing): Promise<Watch | undefined> {
  if (health === undefined) return undefined;
  // Most have no use for it, and what counts for it takes its share of memory.
  const { openWatch } = await import('./operate/watch.ts');
  const watch = await openWatch({ ...health, log });
  closing.push(() => watch.server.close());
  log.info({ url: watch.server.url }, 'Health is served');
  return watch;
}

/**
 * Opens what is kept, in a folder or in a database; waits for what may pass.
 * @throws {StateError} when waiting is of no use; the signal's reason
 */
function openPatiently(config: Config, log: Log, signal: AbortSignal): Promise<OpenedPlaces> {
  return keepTrying(() => openPlaces(config, stateEvents(log)), {
    what: (error) => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error)),
    waitFor: (error) => (error instanceof StateError && error.mayPass ? 0 : undefined),
    now: () => Date.now(),
    log,
    signal,
  });
}

/** What the log is told of the state. */
function stateEvents(log: Log): StateEvents {
  return {
    onIdleError: (err) => log.debug({ err }, 'A connection was lost'),
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
async function openCorpus(
  config: Config,
  home: SharedHome | undefined,
  log: Log,
  closing: Closing,
): Promise<Library> {
  const onCacheError = (err: unknown) =>
    log.warn({ err }, 'The cache of the corpus is of no use; reading it anew');
  const cache = openIndexFolder(config.dataDir, { create: true, onError: onCacheError });
  if (cache !== undefined) closing.unshift(() => cache.close());
  const events = {
    onReload: (report: ReloadReport) =>
      log.info({ after: report.after, ms: report.ms }, 'The corpus has changed'),
    onError: (err: unknown) => log.error({ err }, 'What has changed in the corpus could not be taken over'),
  };
  const onShareError = (err: unknown) =>
    log.warn({ err }, 'What is new could not be shared among the processes; this one indexes it itself');
  const bar = createProgressBar(process.stderr, () => performance.now());
  let waiting = true;
  const meanwhile = {
    onWhole: ({ articles, sentences }: LibraryStatus) =>
      log.info({ articles, sentences }, 'All articles answer now'),
    onError: (err: unknown) =>
      log.error({ err }, 'Not all articles could be indexed; "/corpus reload" tries again'),
  };
  const open = () =>
    openLibrary({
      corpus: home?.folder ?? config.corpus,
      prepare: true,
      followLinks: config.followLinks,
      onProgress: (progress) => waiting && bar.update(progress),
      onCacheError,
      ...(cache === undefined ? {} : { cache }),
      ...(home && { share: home.share(onShareError) }),
      ...(config.corpusWatch && home === undefined && { watch: events }),
      // What processes share is the index of the whole.
      ...(home === undefined && { meanwhile }),
    });
  const library =
    home === undefined || cache === undefined
      ? await open()
      : await home.withIndex(cache, open, onCacheError);
  waiting = false;
  bar.stop();
  const { articles, toIndex } = library.status();
  if (toIndex !== undefined)
    log.info({ articles, toIndex }, 'The first articles answer; the others are being indexed');
  const followed = home?.follow(library, events) ?? library;
  closing.unshift(() => followed.close());
  if (home?.files === 0)
    log.warn(
      'The database holds no articles yet. To put those of CORPUS_DIR there: npm run -s footnote -- migrate folder-to-postgres',
    );
  const errors = library.current().problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    log.warn({ errors }, 'Some articles could not be read; "npm run -s footnote -- check" lists them');
  return followed;
}

/** Without a token the bot runs against a Discord on this machine, which anyone here can try in a browser. */
async function discordOf(
  { discord, playgroundPort }: Config,
  closing: Closing,
): Promise<{ readonly discord: DiscordConfig; readonly playground?: Playground }> {
  if (discord !== undefined) return { discord };
  const { playground, moved } = await openPlayground({ port: playgroundPort, secondGuild: true });
  closing.unshift(() => playground.close());
  const why = moved ? ` (port ${playgroundPort} is taken; set PLAYGROUND_PORT to choose another)` : '';
  process.stdout.write(
    `\nFootnote's playground is at ${playground.url}${why}\n` +
      'Open it in a browser and type /ask. For the real Discord, put DISCORD_TOKEN into .env (see the README).\n\n',
  );
  const { token, guildId: homeGuildId, apiUrl } = playground;
  return { playground, discord: { token, guildIds: [], homeGuildId, apiUrl } };
}
