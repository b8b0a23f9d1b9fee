import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config/config.ts';
import type { FetchOptions } from '../../src/corpus/links/fetch-page.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Command, CorpusTools } from '../../src/discord/command.ts';
import { openCorpusTools } from '../../src/discord/corpus/open-corpus-tools.ts';
import type { Meter } from '../../src/discord/meter.ts';
import { checkCommands } from '../../src/discord/registration/check-commands.ts';
import type { Snapshot } from '../../src/library/index.ts';
import { createLog } from '../../src/log.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/index.ts';
import { createServerSettings, type KeptSettings } from '../../src/state/server-settings.ts';
import { openState, type State } from '../../src/state/state.ts';
import { tinySnapshot } from './articles.ts';
import { type HandLibrary, handLibrary } from './hand-library.ts';

export interface StageOptions {
  readonly commands?: readonly Command[];
  /** Extra environment variables, such as DISCORD_GUILD_IDS. */
  readonly env?: Record<string, string>;
  /** Called when Discord ends the connection for good. */
  readonly onRefused?: (error: Error) => void;
  /** Told what the bot does. */
  readonly meter?: Meter;
  /** How the Discord is; only for the first start. */
  readonly discord?: PlaygroundOptions;
  /** For feeds: which addresses may be fetched from. */
  readonly feedGuard?: FetchOptions['guard'];
  /** A Discord that is there already, which another stage shares; whoever is closed last closes it too. */
  readonly playground?: Playground;
}

/** The real bot in front of a Discord on loopback, with everything that a test may want to look at or change. */
export interface Stage {
  readonly playground: Playground;
  readonly state: State;
  /** The folder of state and corpus. */
  readonly dataDir: string;
  readonly bot: Bot;
  /** Parsed lines of the log. */
  readonly lines: Record<string, unknown>[];
  /** Milliseconds since 1970; only what is injected follows it. */
  clock: number;
  snapshot: Snapshot;
  /** What it holds is `snapshot`; its `reload` can be replaced. */
  readonly library: HandLibrary;
  /** What is kept with the corpus, as the bot got it. */
  readonly tools: CorpusTools;
  /** The settings of the first server, as they are kept. */
  settings(): Promise<KeptSettings>;
  restart(options?: StageOptions): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const playground = options.playground ?? (await startPlayground(options.discord));
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-stage-'));
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ level: 'debug', to: { write: (line) => void lines.push(JSON.parse(line)) } });
  let clock = Date.UTC(2021, 7, 9);
  const library = handLibrary(() => stage.snapshot);
  let { state, bot, tools } = await start(options);
  const stage: Stage = {
    playground,
    dataDir,
    lines,
    get clock() {
      return clock;
    },
    set clock(now) {
      clock = now;
    },
    snapshot: tinySnapshot(),
    library,
    get tools() {
      return tools;
    },
    get state() {
      return state;
    },
    get bot() {
      return bot;
    },
    settings: () => createServerSettings({ state }).read(playground.guildId),
    async restart(again = options) {
      await leave();
      ({ state, bot, tools } = await start(again));
    },
    async close() {
      await leave();
      await playground.close();
      rmSync(dataDir, { recursive: true });
    },
  };
  return stage;

  async function leave() {
    await bot.stop();
    await tools.keeper.close();
    await tools.feedTools?.close();
    await state.close();
  }

  async function start({
    commands = checkCommands(COMMANDS),
    env = {},
    onRefused,
    meter,
    feedGuard,
  }: StageOptions) {
    const config = readConfig({
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      DATA_DIR: dataDir,
      CORPUS_DIR: dataDir,
      ...env,
    });
    if (config.discord === undefined) throw new Error('no token');
    const opened = openState(dataDir);
    const now = () => clock;
    const given = await openCorpusTools({
      config,
      library,
      state: opened,
      now,
      ...(feedGuard !== undefined && { guard: feedGuard }),
    });
    const started = await startBot({
      discord: config.discord,
      config,
      ...given,
      state: opened,
      commands,
      log,
      now,
      ...(onRefused !== undefined && { onRefused }),
      ...(meter !== undefined && { meter }),
    });
    return { state: opened, bot: started, tools: given };
  }
}
