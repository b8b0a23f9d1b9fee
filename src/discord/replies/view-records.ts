import { z } from 'zod';
import type { Log } from '../../log.ts';
import type { People } from '../../state/person-tags.ts';
import type { State } from '../../state/state.ts';
import { dayOf, KeptDay } from './days.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long something is kept, in milliseconds; what `/help` and the README say is made of these. */
export const KEPT = {
  /** The buttons of a message that everyone sees. */
  view: 90 * DAY,
  /** Those of one that only one person sees: Discord itself forgets such a message sooner. */
  privateView: DAY,
  vote: 180 * DAY,
} as const;

/** A narrowing as it is kept behind the buttons of an answer. */
const KeptNarrowing = z.object({
  article: z.string().optional(),
  publisher: z.string().optional(),
  from: KeptDay.optional(),
  to: KeptDay.optional(),
  sure: z.boolean().optional(),
});

const ViewRecord = z.object({
  question: z.string(),
  /** The day that "this week" in the question counts from. */
  asked: KeptDay,
  /** The words are those of someone else's message, and are used for nothing but the buttons. */
  quoted: z.boolean().optional(),
  narrowed: KeptNarrowing.optional(),
  /** What was typed, when the question is what that was understood as. */
  typed: z.string().optional(),
});

const Counted = z.object({ messages: z.number() });
const Vote = z.object({ helpful: z.boolean() });

/** What stands behind the buttons of an answer: enough to answer again, also after a restart. Not who asked. */
export type ViewRecord = z.infer<typeof ViewRecord>;

/** Where views are kept, and for whom. */
export interface ViewContext {
  readonly log: Log;
  readonly state: State;
  readonly people: People;
  readonly user: { readonly id: string };
}

export interface Shown {
  /** Only one person sees the message. */
  readonly private: boolean;
}

/** A question that is asked now. @param now milliseconds since 1970 @param rest as in `ViewRecord` */
export function newView(
  question: string,
  now: number,
  { quoted = false, narrowed, typed }: Pick<ViewRecord, 'quoted' | 'narrowed' | 'typed'> = {},
): ViewRecord {
  return ViewRecord.parse({
    question,
    asked: dayOf(now),
    ...(quoted && { quoted }),
    ...(narrowed !== undefined && { narrowed }),
    ...(typed !== undefined && { typed }),
  });
}

/**
 * Keeps what the buttons of one more message need. However many messages of one person show the same, it is kept once,
 * until the last of them is deleted. Nobody has to wait for it, or to do without their answer because of it.
 * @returns the key of what is kept, 22 characters
 */
export function saveView(context: ViewContext, record: ViewRecord, shown: Shown): string {
  const { question, asked, narrowed, typed } = record;
  const parts = [narrowed, typed].flatMap((part) => (part === undefined ? [] : [JSON.stringify(part)]));
  return saveOnce(context, ['ask', question, asked, ...parts], record, shown);
}

/**
 * As `saveView`, for other kinds of message.
 * @param identity what makes two of them the same
 */
export function saveOnce(
  { state, people, user, log }: ViewContext,
  identity: readonly string[],
  record: object,
  { private: isPrivate }: Shown,
): string {
  const key = people.keyFor(user.id, isPrivate ? 'private' : 'public', ...identity);
  keep().catch((err: unknown) => log.error({ err }, 'What the buttons of a message need could not be kept'));
  return key;

  async function keep(): Promise<void> {
    const { messages } = Counted.safeParse(await state.views.get(key)).data ?? { messages: 0 };
    const ttl = isPrivate ? KEPT.privateView : KEPT.view;
    // Not as one step with what was read: the buttons must work at once, also while the state can't be written.
    await state.views.set(key, { ...record, messages: messages + 1 }, ttl);
  }
}

/** Absent when it has expired, was deleted, or was written by another version. */
export async function loadView(state: State, id: string): Promise<ViewRecord | undefined> {
  return ViewRecord.safeParse(await state.views.get(id)).data;
}

/** Forgets a deleted message, and with the last one of the same what was kept for them. */
export async function dropView(state: State, id: string): Promise<void> {
  const value = await state.views.get(id);
  const { messages } = Counted.safeParse(value).data ?? { messages: 1 };
  if (messages <= 1 || typeof value !== 'object') await state.views.delete(id);
  else await state.views.set(id, { ...value, messages: messages - 1 }, KEPT.view);
}

/**
 * Keeps one vote per person and answer, a later one in place of an earlier one.
 * @returns what the same person said of the same answer before; undefined when nothing
 */
export async function saveVote(
  { state, people, user }: ViewContext,
  viewId: string,
  vote: {
    question?: string;
    helpful: boolean;
    passage: number;
    at: number;
    /** The server. */
    place?: string;
    /** The signature of the passage. */
    mark?: string;
  },
): Promise<boolean | undefined> {
  const key = people.keyFor(user.id, 'vote', viewId);
  const before = Vote.safeParse(await state.feedback.get(key)).data;
  await state.feedback.set(key, vote, KEPT.vote);
  return before?.helpful;
}
