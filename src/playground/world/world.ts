import type { ApiCommand, ApiMessage, Snowflake } from '../shapes/message-shapes.ts';
import { compareSnowflakes } from '../shapes/snowflake.ts';
import type { Actors } from './actors.ts';
import type { ApplicationSettings } from './application.ts';
import type { FileStore } from './attached-files.ts';
import type { Deadlines } from './deadlines.ts';
import type { GuildFacts } from './guild.ts';

/** A message and who can see it. */
export interface StoredMessage {
  message: ApiMessage;
  /** The only user who sees an ephemeral message. */
  onlyFor?: Snowflake;
  /** A deferred answer that never came. */
  unanswered?: boolean;
}

/** Something changed. */
export type WorldEvent =
  | { type: 'message' | 'messageUpdate' | 'messageDelete' | 'messageUnanswered'; stored: StoredMessage }
  | { type: 'commands' | 'newspaper' }
  | { type: 'bot'; online: boolean }
  | { type: 'guildJoined' | 'guildLeft'; guild: GuildFacts };

/** The state of the little Discord: who, which messages, which commands. Rules live elsewhere. */
export interface World {
  now(): number;
  makeId(): Snowflake;
  readonly deadlines: Deadlines;
  readonly actors: Actors;
  readonly application: ApplicationSettings;
  /** The servers that the bot is in, by id. */
  readonly guilds: ReadonlyMap<Snowflake, GuildFacts>;
  readonly files: FileStore;
  /** The bot's commands by id, global ones and the guilds'. */
  readonly commands: Map<Snowflake, ApiCommand>;
  message(id: Snowflake): StoredMessage | undefined;
  /** Adds a message, or replaces the one with its id. */
  putMessage(stored: StoredMessage): void;
  removeMessage(id: Snowflake): void;
  /** What a user sees in a channel, oldest first. */
  visibleTo(userId: Snowflake, channelId: Snowflake): StoredMessage[];
  /** The bot was invited to a server. */
  joinGuild(guild: GuildFacts): void;
  /** The bot was thrown out of a server; the commands that it has there go with it. */
  leaveGuild(id: Snowflake): void;
  emit(event: WorldEvent): void;
  /** Returns the end of the subscription. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

/** Messages kept; older ones are forgotten together with their files. */
const MESSAGES_KEPT = 1000;

export interface WorldOptions
  extends Pick<World, 'now' | 'makeId' | 'deadlines' | 'actors' | 'files' | 'application'> {
  /** The servers that have invited the bot. */
  guilds: readonly GuildFacts[];
}

/** Empty channels. */
export function createWorld(options: WorldOptions): World {
  const messages = new Map<Snowflake, StoredMessage>();
  const guilds = new Map(options.guilds.map((guild) => [guild.id, guild]));
  const commands = new Map<Snowflake, ApiCommand>();
  const listeners = new Set<(event: WorldEvent) => void>();

  function emit(event: WorldEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function forget(stored: StoredMessage): void {
    messages.delete(stored.message.id);
    for (const { id } of stored.message.attachments) options.files.remove(id);
    emit({ type: 'messageDelete', stored });
  }

  return {
    ...options,
    guilds,
    commands,
    message: (id) => messages.get(id),
    putMessage(stored) {
      const known = messages.has(stored.message.id);
      messages.set(stored.message.id, stored);
      emit({ type: known ? 'messageUpdate' : 'message', stored });
      if (messages.size <= MESSAGES_KEPT) return;
      const [oldest] = messages.values();
      if (oldest) forget(oldest);
    },
    removeMessage(id) {
      const stored = messages.get(id);
      if (stored) forget(stored);
    },
    joinGuild(guild) {
      guilds.set(guild.id, guild);
      emit({ type: 'guildJoined', guild });
      emit({ type: 'commands' });
    },
    leaveGuild(id) {
      const guild = guilds.get(id);
      if (!guild) return;
      guilds.delete(id);
      for (const command of commands.values()) if (command.guild_id === id) commands.delete(command.id);
      emit({ type: 'guildLeft', guild });
      emit({ type: 'commands' });
    },
    visibleTo(userId, channelId) {
      return [...messages.values()]
        .filter(({ message }) => message.channel_id === channelId)
        .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === userId)
        .sort((a, b) => compareSnowflakes(a.message.id, b.message.id));
    },
    emit,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
