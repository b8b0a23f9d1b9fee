import { z } from 'zod';

/** What a process is told to do with an article, as a moderator would. */
export const Order = z.object({ step: z.enum(['add', 'change', 'remove']), article: z.number() });
export type Order = z.infer<typeof Order>;

/** What a process tells. */
export const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** It has asked a feed; what it took in. */
  z.object({ kind: z.literal('polled'), feed: z.string(), added: z.number() }),
  z.object({ kind: z.literal('done'), order: Order, error: z.string().optional() }),
  /** The version of the shared corpus, and a digest of the articles that it answers from. */
  z.object({ kind: z.literal('answers-from'), version: z.number(), digest: z.string() }),
]);
export type Told = z.infer<typeof Told>;

export const titleOf = (article: number) => `Ferry ${article}`;
