import { z } from 'zod';

/** Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Intents that have to be enabled for an application first; here they are not. */
export const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;

/** All bits that mean something. */
export const ALL_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;

export const GATEWAY_LIMITS = {
  /** Milliseconds between heartbeats. */
  heartbeat: 41_250,
  /** Messages of a client in `window` milliseconds. */
  messages: 120,
  window: 60_000,
  /** Events kept for a resumption. */
  replay: 1000,
} as const;

export const frame = z.object({ op: z.int(), d: z.unknown() });

export const identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  properties: z.record(z.string(), z.unknown()),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).optional(),
});

export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

export interface Event {
  op: 0;
  s: number;
  t: string;
  d: unknown;
}
