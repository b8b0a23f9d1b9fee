import { z } from 'zod';

/** What the process with the Discord is told. */
export const Order = z.discriminatedUnion('kind', [
  /** The members do so many things at once, the first of which has this number, at this time. */
  z.object({ kind: z.literal('step'), now: z.number(), first: z.number(), count: z.number() }),
  z.object({ kind: z.literal('end') }),
]);
export type Order = z.infer<typeof Order>;

/** What it tells. */
export const Told = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    token: z.string(),
    apiUrl: z.string(),
    guildId: z.string(),
  }),
  z.object({
    kind: z.literal('done'),
    /** How many of which kind were done, and what went wrong. */
    done: z.record(z.string(), z.number()),
    failed: z.array(z.string()),
  }),
]);
export type Told = z.infer<typeof Told>;
