import type { DiscordConfig } from '../../config/config.ts';

/** Where the corpus is kept: only there can it be seen whole or changed, apart from the application's owner. */
export type Home =
  /** Named in the configuration. */
  | { readonly kind: 'named'; readonly guildId: string }
  /** Nothing is named, and the bot is in this server only. */
  | { readonly kind: 'only'; readonly guildId: string }
  /** Nothing is named that tells one server from the others. */
  | { readonly kind: 'none' };

/**
 * Finds the home. A permission in any other server proves nothing: anyone can make a server and invite a public bot.
 * @param servers ids of the servers that the bot is in now
 */
export function findHome(
  discord: Pick<DiscordConfig, 'homeGuildId' | 'guildIds' | 'shards'>,
  servers: readonly string[],
): Home {
  const { homeGuildId, guildIds } = discord;
  if (homeGuildId !== undefined) return { kind: 'named', guildId: homeGuildId };
  const [first, ...others] = guildIds;
  if (first !== undefined && others.length === 0) return { kind: 'named', guildId: first };
  // One of several processes knows its own servers only: that it has one proves nothing.
  if (knowsSomeOnly(discord)) return { kind: 'none' };
  const candidates = first === undefined ? servers : servers.filter((id) => guildIds.includes(id));
  const [only, second] = candidates;
  return only === undefined || second !== undefined ? { kind: 'none' } : { kind: 'only', guildId: only };
}

/** Whether this process has the servers of some of the bot's connections only. */
export function knowsSomeOnly({ shards }: Pick<DiscordConfig, 'shards'>): boolean {
  return shards !== undefined && shards.last - shards.first + 1 < shards.total;
}

/** Whether a server is the home. */
export function isHome(home: Home, guildId: string | null): boolean {
  return home.kind !== 'none' && home.guildId === guildId;
}

/** The server whose unanswered questions are kept: that of somebody who may read them. Undefined: none. */
export function gapsPlace(home: Home, guildId: string | null): string | undefined {
  if (guildId === null) return undefined;
  return home.kind === 'none' || home.guildId === guildId ? guildId : undefined;
}
