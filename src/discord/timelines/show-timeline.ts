import { readSpan } from '../../timeline/resolve/asked-span.ts';
import type { CommandContext } from '../command.ts';
import { dayOf } from '../replies/days.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { sendOrKeep } from '../replies/send-or-keep.ts';
import { note } from '../replies/view-parts.ts';
import { lookUp } from './timeline-lookup.ts';
import { saveTimeline, type TimelineRecord } from './timeline-records.ts';
import { timelineView } from './timeline-view.ts';

/** What `/timeline` was asked for, as typed. */
export interface TimelineQuestion {
  readonly topic: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order: 'date' | 'importance';
  readonly private: boolean;
}

/** Answers with a timeline. */
export async function answerTimeline(context: CommandContext, asked: TimelineQuestion): Promise<void> {
  const span = readSpan(asked.from, asked.to, dayOf(context.now()));
  if (!span.ok) {
    await context.door.send(note(escapeMarkdown(span.message)), { private: true });
    return;
  }
  const visibility = { private: asked.private };
  const record: TimelineRecord = {
    kind: 'timeline',
    topic: asked.topic.trim(),
    ...(span.from !== undefined && { from: span.from }),
    ...(span.to !== undefined && { to: span.to }),
    order: asked.order,
    names: [],
  };
  const shown = await lookUp(context, record, () => context.door.defer(visibility));
  const viewId = saveTimeline(context, { ...record, names: [...shown.names] }, visibility);
  await sendOrKeep(context.door, asked.private, (seen) => timelineView(shown, { viewId, page: 0, ...seen }));
}
