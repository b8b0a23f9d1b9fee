import type { DiscordConfig } from '../../config/config.ts';
import type { Log } from '../../log.ts';
import type { Home } from './home.ts';
import type { ApplicationFacts } from './owners.ts';

export interface HomeReport {
  readonly home: Home;
  /** The servers that the bot is in. */
  readonly servers: readonly { readonly id: string; readonly name: string }[];
  /** Undefined when Discord did not say. */
  readonly application: ApplicationFacts | undefined;
  readonly guildIds: DiscordConfig['guildIds'];
  /** There may be others, in other processes. */
  readonly someOnly: boolean;
}

const UNTICK =
  'or untick "Public Bot" at https://discord.com/developers/applications → your application → Bot, so that nobody else can invite it';
/** Servers that are listed by name. */
const LISTED = 20;

/** Writes to the log where the corpus is kept, and what whoever runs the bot had better do about it. */
export function announceHome({ home, servers, application, guildIds, someOnly }: HomeReport, log: Log): void {
  const isPublic = application?.botPublic ?? false;
  if (home.kind === 'named') {
    const server = servers.find(({ id }) => id === home.guildId);
    if (server !== undefined) log.info({ home: server }, 'The articles are looked after in this server');
    else if (!someOnly) log.warn({ home: home.guildId }, NOT_THERE);
    return;
  }
  if (home.kind === 'only') {
    const server = servers.find(({ id }) => id === home.guildId);
    log.info({ home: server }, 'The articles are looked after in the only server that I am in');
    if (isPublic)
      log.warn(
        `Anyone can invite this bot: it is public, and no home is named. Once it is in a second server, only its owner can look after the articles. Set HOME_GUILD_ID=${home.guildId}, ${UNTICK}.`,
      );
    return;
  }
  if (servers.length > 1 || someOnly) {
    const why = guildIds.length > 1 ? 'DISCORD_GUILD_IDS names several' : 'none is named as their home';
    log.warn(
      { servers: servers.slice(0, LISTED) },
      `The bot is in ${someOnly ? 'several' : servers.length} servers and ${why}: only its owner can look after the articles. Set HOME_GUILD_ID to the id of the server whose moderators may.`,
    );
    return;
  }
  if (isPublic)
    log.warn(
      `Anyone can invite this bot: it is public, and no home is named. Set HOME_GUILD_ID to the id of your server, ${UNTICK}.`,
    );
}

const NOT_THERE =
  'The server named as the home of the articles has not invited the bot, so nobody but its owner can look after them. Invite it there, or correct HOME_GUILD_ID or DISCORD_GUILD_IDS.';
