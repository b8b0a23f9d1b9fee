import {
  type APIApplicationCommand,
  ApplicationCommandType,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import type { State } from '../../state/state.ts';
import type { Command } from '../command.ts';
import { normaliseCommand } from './normalise-command.ts';

export interface RegisterOptions {
  readonly rest: REST;
  /** Absent: asked of Discord. */
  readonly applicationId?: string;
  /** Servers that get the commands at once; empty: they are registered for all servers. */
  readonly guildIds: readonly string[];
  /** Servers that get the commands for keepers of the corpus. */
  readonly corpusGuilds: readonly string[];
  readonly commands: readonly Command[];
  /** Remembers which servers have commands of their own, so that stale ones can be removed later. */
  readonly settings: State['settings'];
  readonly log: Log;
}

/** Names of the commands, by what happened to them; `where` is `global` or a server's id. */
export interface Registered {
  readonly where: string;
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: readonly string[];
}

const SETTING = 'registered-guilds';

/** Commands that Discord makes itself, to open an app's activity; they are none of ours. */
const ENTRY_POINT = ApplicationCommandType.PrimaryEntryPoint;

/**
 * Makes Discord's list of commands equal to ours, and writes only what differs: in the servers named, or globally, and
 * those for keepers of the corpus only where there can be any;
 * what was registered in the other place before is removed, since it would show every command twice.
 * @throws {Error} naming the server when the bot may not register there, after all others have been done
 */
export async function registerCommands(options: RegisterOptions): Promise<Registered[]> {
  const { rest, guildIds, corpusGuilds, commands, settings, log } = options;
  const applicationId = options.applicationId ?? (await ownApplicationId(rest));
  const before = z.array(z.string()).safeParse(await settings.get(SETTING)).data ?? [];
  const named = [...new Set([...guildIds, ...corpusGuilds])];
  const left = before.filter((id) => !named.includes(id));
  const forAll = commands.filter(({ forKeepers }) => forKeepers !== true).map(({ data }) => data);
  const forKeepers = commands.filter((command) => command.forKeepers === true).map(({ data }) => data);
  const wanted = (id: string) => [
    ...(guildIds.includes(id) ? forAll : []),
    ...(corpusGuilds.includes(id) ? forKeepers : []),
  ];

  const results = [await syncScope(rest, globalScope(applicationId), guildIds.length === 0 ? forAll : [])];
  const failures: string[] = [];
  const registered: string[] = [];
  for (const id of [...named, ...left]) {
    try {
      results.push(await syncScope(rest, guildScope(applicationId, id), wanted(id)));
      if (named.includes(id)) registered.push(id);
    } catch (error) {
      if (!isNoAccess(error)) throw error;
      if (named.includes(id)) failures.push(id);
    }
  }
  await settings.set(SETTING, registered);
  for (const result of results) log.info(result, 'Commands registered');
  if (failures.length > 0) {
    const link = `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands`;
    throw new Error(
      `The bot may not register commands in ${failures.join(', ')}. Invite it there (${link}), or take the id out of DISCORD_GUILD_IDS and HOME_GUILD_ID.`,
    );
  }
  return results;
}

interface Scope {
  readonly where: string;
  readonly all: `/${string}`;
  readonly one: (commandId: string) => `/${string}`;
}

function globalScope(applicationId: string): Scope {
  return {
    where: 'global',
    all: Routes.applicationCommands(applicationId),
    one: (id) => Routes.applicationCommand(applicationId, id),
  };
}

function guildScope(applicationId: string, guildId: string): Scope {
  return {
    where: guildId,
    all: Routes.applicationGuildCommands(applicationId, guildId),
    one: (id) => Routes.applicationGuildCommand(applicationId, guildId, id),
  };
}

async function syncScope(
  rest: REST,
  { where, all, one }: Scope,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<Registered> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = RemoteCommands.parse(await rest.get(all, { query })).filter(
    ({ type }) => type !== ENTRY_POINT,
  );
  const key = ({ type, name }: { type?: number | undefined; name: string }) =>
    `${type ?? ApplicationCommandType.ChatInput}:${name}`;
  const byKey = new Map(present.map((command) => [key(command), command]));
  const global = where === 'global';
  const created: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const body of wanted) {
    const old = byKey.get(key(body));
    byKey.delete(key(body));
    const mine = normaliseCommand(body, global);
    const same = old !== undefined && JSON.stringify(normaliseCommand(old, global)) === JSON.stringify(mine);
    // Posting a name that exists overwrites the whole command; a PATCH would keep the fields that we have dropped.
    if (!same) await rest.post(all, { body: mine });
    (old === undefined ? created : same ? unchanged : changed).push(body.name);
  }
  for (const stale of byKey.values()) await rest.delete(one(stale.id));
  return { where, created, changed, deleted: [...byKey.values()].map(({ name }) => name), unchanged };
}

const RemoteCommands = z.array(
  z.looseObject({ id: z.string(), name: z.string(), type: z.number().optional() }) satisfies z.ZodType<
    Pick<APIApplicationCommand, 'id' | 'name'>
  >,
);

async function ownApplicationId(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
}

function isNoAccess(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  );
}
