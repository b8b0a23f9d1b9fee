import { type Client, Status } from 'discord.js';

/** How the bot does at this moment. */
export interface BotStatus {
  readonly shards: readonly ShardState[];
  readonly servers: number;
  /** Interactions and messages being worked on. */
  readonly open: number;
  /** Questions that wait for their turn. */
  readonly queued: number;
}

export interface ShardState {
  readonly id: number;
  readonly ready: boolean;
  /** Round trip to Discord in milliseconds; -1 as long as it is not known. */
  readonly ping: number;
}

/** The client's connections to Discord, in the order of their ids. */
export function shardStates({ ws }: Pick<Client, 'ws'>): ShardState[] {
  return ws.shards
    .map(({ id, status, ping }) => ({ id, ready: status === Status.Ready, ping }))
    .sort((a, b) => a.id - b.id);
}
