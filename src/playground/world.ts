import type { ApiCommand, ApiMessage, Snowflake } from './api-types.ts';
import type { Deadlines } from './deadlines.ts';
import type { FileStore } from './files.ts';
import type { Actor } from './guild.ts';
import type { Role } from './protocol.ts';
import { compareSnowflakes } from './snowflake.ts';

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
  | { type: 'commands' }
  | { type: 'bot'; online: boolean };

/** The state of the little Discord: who, which messages, which commands. Rules live elsewhere. */
export interface World {
  now(): number;
  makeId(): Snowflake;
  readonly deadlines: Deadlines;
  readonly actors: Readonly<Record<Role | 'bot', Actor>>;
  readonly files: FileStore;
  /** The bot's commands by id, global ones and the guild's. */
  readonly commands: Map<Snowflake, ApiCommand>;
  message(id: Snowflake): StoredMessage | undefined;
  /** Adds a message, or replaces the one with its id. */
  putMessage(stored: StoredMessage): void;
  removeMessage(id: Snowflake): void;
  /** What a user sees, oldest first. */
  visibleTo(userId: Snowflake): StoredMessage[];
  emit(event: WorldEvent): void;
  /** Returns the end of the subscription. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

/** Messages kept; older ones are forgotten together with their files. */
const MESSAGES_KEPT = 1000;

export interface WorldOptions extends Pick<World, 'now' | 'makeId' | 'deadlines' | 'actors' | 'files'> {}

/** An empty channel. */
export function createWorld(options: WorldOptions): World {
  const messages = new Map<Snowflake, StoredMessage>();
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
    commands: new Map(),
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
    visibleTo(userId) {
      return [...messages.values()]
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
