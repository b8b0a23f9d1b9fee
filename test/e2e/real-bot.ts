import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../commands/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { CorpusTools } from '../../src/discord/command.ts';
import { openCorpusTools } from '../../src/discord/corpus/open-corpus-tools.ts';
import { checkCommands } from '../../src/discord/registration/check-commands.ts';
import { type Library, openLibrary } from '../../src/library/index.ts';
import { createLog } from '../../src/log.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/index.ts';
import { openState, type State } from '../../src/state/state.ts';
import { tools as languageTools, sentenceEnds } from '../language.ts';

/** The whole bot as it is shipped, over a copy of the articles that it is shipped with. */
export interface RealBot {
  readonly playground: Playground;
  readonly bot: Bot;
  readonly library: Library;
  readonly state: State;
  /** A folder of its own, with a copy of `corpus/`. */
  readonly corpus: string;
  /** The folder of the state. */
  readonly dataDir: string;
  /** Parsed lines of the log. */
  readonly lines: Record<string, unknown>[];
  /** Brings the articles and the state back to how they were at the start. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param env extra environment variables, such as GAPS_DAYS
 * @param replaced tools in place of the usual ones
 * @param discord how the Discord is
 */
export async function startRealBot(
  env: Readonly<Record<string, string>> = {},
  replaced: Partial<CorpusTools> = {},
  discord: PlaygroundOptions = {},
): Promise<RealBot> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-e2e-'));
  const corpus = join(folder, 'corpus');
  cpSync('corpus', corpus, { recursive: true });
  const playground = await startPlayground(discord);
  const config = readConfig({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DISCORD_GUILD_IDS: playground.guildId,
    CORPUS_DIR: corpus,
    DATA_DIR: join(folder, 'data'),
    ...env,
  });
  if (config.discord === undefined) throw new Error('no token');
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ level: 'debug', to: { write: (line) => void lines.push(JSON.parse(line)) } });
  const library = await openLibrary({ corpus, prepare: true }, languageTools, sentenceEnds);
  const state = openState(config.dataDir);
  const commands = checkCommands(COMMANDS);
  const tools = { ...(await openCorpusTools({ config, library, state })), ...replaced };
  const bot = await startBot({ discord: config.discord, config, state, commands, log, ...tools });
  return {
    playground,
    bot,
    library,
    state,
    corpus,
    dataDir: config.dataDir,
    lines,
    async reset() {
      rmSync(corpus, { recursive: true });
      cpSync('corpus', corpus, { recursive: true });
      await library.reload({ confirmed: true });
      await Promise.all([
        state.gaps.clear(),
        state.audit.clear(),
        state.settings.clear(),
        state.views.clear(),
      ]);
      playground.requests.length = 0;
      lines.length = 0;
    },
    async close() {
      await bot.stop();
      await tools.keeper.close();
      await library.close();
      await state.close();
      await playground.close();
      rmSync(folder, { recursive: true });
    },
  };
}
