import { readSpan } from '../../timeline/resolve/asked-span.ts';
import type { CommandContext } from '../command.ts';
import { spanProblem } from '../quoting/span-problem.ts';
import { dayOf } from '../replies/days.ts';
import { sendOrKeep } from '../replies/send-or-keep.ts';
import { note } from '../replies/view-parts.ts';
import { whoSees } from '../settings/who-sees.ts';
import { lookUp } from './timeline-lookup.ts';
import { saveTimeline, type TimelineRecord } from './timeline-records.ts';
import { timelineView } from './timeline-view.ts';

/** What `/timeline` was asked for, as typed. */
export interface TimelineQuestion {
  readonly topic: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order: 'date' | 'importance';
  /** Only the person is to see it; undefined: as the server does it. */
  readonly private?: boolean | undefined;
}

/** Answers with a timeline. */
export async function answerTimeline(context: CommandContext, asked: TimelineQuestion): Promise<void> {
  const span = readSpan(asked.from, asked.to, dayOf(context.now()));
  if (!span.ok) {
    await context.door.send(note(spanProblem(span, asked, context.words)), { private: true });
    return;
  }
  const sight = whoSees(context, asked.private);
  const record: TimelineRecord = {
    kind: 'timeline',
    topic: asked.topic.trim(),
    ...(span.from !== undefined && { from: span.from }),
    ...(span.to !== undefined && { to: span.to }),
    order: asked.order,
    names: [],
  };
  const shown = await lookUp(context, record, () => context.door.defer(sight));
  const kept = { ...record, names: [...shown.names] };
  await sendOrKeep(context, sight, (seen) =>
    timelineView(shown, { viewId: saveTimeline(context, kept, seen), page: 0, ...seen }),
  );
}
