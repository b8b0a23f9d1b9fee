import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CalendarDate } from '../corpus/article.ts';
import type { State } from '../state/state.ts';
import { isCalendarDate } from '../timeline/calendar.ts';

const DEFAULTS = {
  /** How long the buttons of an answer work, in milliseconds. */
  viewTtl: 90 * 24 * 60 * 60 * 1000,
  /** How long a vote is kept, in milliseconds. */
  feedbackTtl: 180 * 24 * 60 * 60 * 1000,
} as const;

const ViewRecord = z.object({
  question: z.string(),
  /** The day that "this week" in the question counts from. */
  asked: z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value)),
  /** Who asked. */
  by: z.string(),
});

const Vote = z.object({ helpful: z.boolean() });

/** What stands behind the buttons of an answer: enough to answer again, also after a restart. */
export type ViewRecord = z.infer<typeof ViewRecord>;

/** A question that is asked now. @param now milliseconds since 1970 */
export function newView(question: string, by: string, now: number): ViewRecord {
  return ViewRecord.parse({ question, by, asked: new Date(now).toISOString().slice(0, 10) });
}

/** @returns the key under which it was stored, 11 characters */
export async function saveView(state: State, record: ViewRecord): Promise<string> {
  const id = randomBytes(8).toString('base64url');
  await state.views.set(id, record, DEFAULTS.viewTtl);
  return id;
}

/** Absent when it has expired, was deleted, or was written by another version. */
export async function loadView(state: State, id: string): Promise<ViewRecord | undefined> {
  return ViewRecord.safeParse(await state.views.get(id)).data;
}

/** Forgets a deleted answer. */
export async function dropView(state: State, id: string): Promise<void> {
  await state.views.delete(id);
}

/**
 * Keeps one vote per person and answer, a later one in place of an earlier one. No name is stored: the key is a
 * digest that cannot be led back once the answer's own key is gone.
 * @returns what the same person said of the same answer before; undefined when nothing
 */
export async function saveVote(
  state: State,
  vote: { viewId: string; userId: string; question: string; helpful: boolean; passage: number; at: number },
): Promise<boolean | undefined> {
  const { viewId, userId, ...value } = vote;
  const key = createHash('sha256').update(`${viewId}:${userId}`).digest('base64url');
  const before = Vote.safeParse(await state.feedback.get(key)).data;
  await state.feedback.set(key, value, DEFAULTS.feedbackTtl);
  return before?.helpful;
}
