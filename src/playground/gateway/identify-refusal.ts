import type { z } from 'zod';
import { ALL_INTENTS, CLOSE, type identify, PRIVILEGED } from './protocol.ts';

/** The close code with which an identification is refused, if it is. @param needed how many shards there must be */
export function identifyRefusal(
  body: z.infer<typeof identify> | undefined,
  token: string,
  needed: number,
): number | undefined {
  if (!body) return CLOSE.decodeError;
  if (body.token !== token) return CLOSE.authenticationFailed;
  if (body.intents & ~ALL_INTENTS) return CLOSE.invalidIntents;
  if (body.intents & PRIVILEGED) return CLOSE.disallowedIntents;
  const [shard, shards] = body.shard ?? [0, 1];
  if (shard >= shards) return CLOSE.invalidShard;
  return shards < needed ? CLOSE.shardingRequired : undefined;
}
