import { z } from 'zod';
import type { State } from '../../state/state.ts';
import { KeptDay } from '../replies/days.ts';
import { dropView, type Shown, saveOnce, type ViewContext } from '../replies/view-records.ts';

const TimelineRecord = z.object({
  kind: z.literal('timeline'),
  /** Empty: everything. */
  topic: z.string(),
  from: KeptDay.optional(),
  to: KeptDay.optional(),
  order: z.enum(['date', 'importance']),
  /** Names that were offered because nothing is about the topic. */
  names: z.array(z.string()),
});

/** What stands behind the buttons of a timeline: enough to make it again, also after a restart. */
export type TimelineRecord = z.infer<typeof TimelineRecord>;

/** Keeps what the buttons of one more message need. @returns the key under which it was stored, 22 characters */
export function saveTimeline(context: ViewContext, record: TimelineRecord, shown: Shown): string {
  const { topic, from = '', to = '', order } = record;
  return saveOnce(context, ['timeline', topic, from, to, order], record, shown);
}

/** Absent when it has expired, was deleted, is no timeline, or was written by another version. */
export async function loadTimeline(state: State, id: string): Promise<TimelineRecord | undefined> {
  return TimelineRecord.safeParse(await state.views.get(id)).data;
}

/** Forgets a deleted timeline. */
export async function dropTimeline(state: State, id: string): Promise<void> {
  await dropView(state, id);
}
