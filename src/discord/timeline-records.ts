import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CalendarDate } from '../corpus/article.ts';
import type { State } from '../state/state.ts';
import { isCalendarDate } from '../timeline/calendar.ts';

const DEFAULTS = {
  /** How long the buttons of a timeline work, in milliseconds. */
  ttl: 90 * 24 * 60 * 60 * 1000,
} as const;

const Day = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value));

const TimelineRecord = z.object({
  kind: z.literal('timeline'),
  /** Empty: everything. */
  topic: z.string(),
  from: Day.optional(),
  to: Day.optional(),
  order: z.enum(['date', 'importance']),
  /** Who asked. */
  by: z.string(),
  /** Names that were offered because nothing is about the topic. */
  names: z.array(z.string()),
});

/** What stands behind the buttons of a timeline: enough to make it again, also after a restart. */
export type TimelineRecord = z.infer<typeof TimelineRecord>;

/** @returns the key under which it was stored, 11 characters */
export async function saveTimeline(state: State, record: TimelineRecord): Promise<string> {
  const id = randomBytes(8).toString('base64url');
  await state.views.set(id, record, DEFAULTS.ttl);
  return id;
}

/** Absent when it has expired, was deleted, is no timeline, or was written by another version. */
export async function loadTimeline(state: State, id: string): Promise<TimelineRecord | undefined> {
  return TimelineRecord.safeParse(await state.views.get(id)).data;
}

/** Forgets a deleted timeline. */
export async function dropTimeline(state: State, id: string): Promise<void> {
  await state.views.delete(id);
}
