import type { Watched } from './process-metrics.ts';

/**
 * What keeps the bot from answering, in the order in which it is mended.
 * @param stopping whether it has been told to end
 * @returns a clause each; empty: it answers
 */
export function waitingFor({ library, bot }: Watched, stopping: boolean): string[] {
  if (stopping) return ['it is being stopped'];
  if (library === undefined) return ['the articles are being read'];
  if (bot === undefined) return ['Discord has not let it in yet'];
  const { shards } = bot();
  const away = shards.filter(({ ready }) => !ready).map(({ id }) => id);
  if (shards.length > 0 && away.length === 0) return [];
  return [`the connection to Discord is being made again (shard ${away.join(', ') || '0'})`];
}
