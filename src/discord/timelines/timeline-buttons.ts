import { subtext } from '../replies/escape-markdown.ts';
import { seenBy } from '../replies/send-or-keep.ts';
import { shareOnce } from '../replies/share.ts';
import { createPressHandler, type Press } from '../routing/press.ts';
import type { Words } from '../words/words.ts';
import { drawnTimeline } from './drawn-timeline.ts';
import { exportView, pictureView } from './timeline-files.ts';
import { lookUp } from './timeline-lookup.ts';
import { timelineMark } from './timeline-pages.ts';
import { dropTimeline, loadTimeline, saveTimeline, type TimelineRecord } from './timeline-records.ts';
import { undatedView } from './timeline-undated.ts';
import { type ShownTimeline, type TimelinePlace, timelineTitle, timelineView } from './timeline-view.ts';

/** The asker and moderators turn the page for everyone; others get a copy of their own. */
async function turnPage(press: Press, record: TimelineRecord): Promise<void> {
  const { context, viewId, mine } = press;
  const shown = await lookUp(context, record, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const seen = seenBy(context, mine ? press.private : true);
  const place = { ...seen, ...placeOf(press, shown, seen.words) };
  if (mine) return context.door.update(timelineView(shown, { ...place, viewId }));
  const copyId = saveTimeline(context, record, seen);
  await context.door.send(timelineView(shown, { ...place, viewId: copyId }), seen);
}

/** Looks up one of the names that were offered instead of the topic that nothing is about. */
async function takeName(press: Press, record: TimelineRecord): Promise<void> {
  const { context, mine } = press;
  const topic = record.names[press.index] ?? record.topic;
  const asked = { ...record, topic };
  const shown = await lookUp(context, asked, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const seen = seenBy(context, mine ? press.private : true);
  const viewId = saveTimeline(context, { ...asked, names: [...shown.names] }, seen);
  const view = timelineView(shown, { viewId, page: 0, ...seen });
  if (!mine) return context.door.send(view, seen);
  await context.door.update(view);
  if (!press.private) await dropTimeline(context.state, press.viewId);
}

/** Posts a private timeline for everyone. */
async function share(press: Press, record: TimelineRecord): Promise<void> {
  const { context, messageId } = press;
  await shareOnce(context, messageId, async () => {
    const shown = await lookUp(context, record);
    const words = context.publicWords;
    const { page, notice: changed } = placeOf(press, shown, words);
    const by = subtext(words.say('answer.sharedBy', { person: `<@${context.user.id}>` }));
    const notice = [by, ...(changed === undefined ? [] : [changed])].join('\n');
    const seen = seenBy(context, false, notice);
    return timelineView(shown, { viewId: saveTimeline(context, record, seen), page, ...seen });
  });
}

/** Drawing takes longer than Discord waits on a busy machine, so it is acknowledged first. */
async function sendPicture(press: Press, record: TimelineRecord): Promise<void> {
  const { context, viewId } = press;
  const seen = seenBy(context, press.private || !press.mine);
  await context.door.defer(seen);
  const drawn = await drawnTimeline(context, record, seen.words);
  await context.door.send(pictureView(drawn, { viewId, ...seen }), seen);
}

async function sendFiles(press: Press, record: TimelineRecord): Promise<void> {
  const { context, viewId } = press;
  const seen = seenBy(context, press.private || !press.mine);
  await context.door.defer(seen);
  const shown = await lookUp(context, record);
  const view = exportView(shown.found.timeline, timelineTitle(shown, seen.words), { viewId, ...seen });
  await context.door.send(view, seen);
}

async function listUndated({ context, viewId }: Press, record: TimelineRecord): Promise<void> {
  const { found } = await lookUp(context, record, () => context.door.defer({ private: true }));
  await context.door.send(undatedView(found.undated, viewId, 0, context.words), { private: true });
}

async function turnUndated({ context, viewId, index }: Press, record: TimelineRecord): Promise<void> {
  const { found } = await lookUp(context, record, () => context.door.deferUpdate());
  await context.door.update(undatedView(found.undated, viewId, index, context.words));
}

async function remove({ context, viewId }: Press, action: string): Promise<void> {
  await context.door.remove();
  if (action === 'delete') await dropTimeline(context.state, viewId);
}

/** The page that was asked for, unless the timeline has become another one meanwhile. */
function placeOf(press: Press, shown: ShownTimeline, words: Words): Pick<TimelinePlace, 'page' | 'notice'> {
  const changed = timelineMark(shown.found.timeline.entries) !== press.mark;
  return {
    page: changed ? 0 : press.index,
    ...(changed && { notice: subtext(words.say('answer.changed')) }),
  };
}

/** Handles the buttons and the select of a timeline. */
export const pressTimeline = createPressHandler<TimelineRecord>({
  load: ({ state }, viewId) => loadTimeline(state, viewId),
  actions: new Map([
    ['page', turnPage],
    ['jump', turnPage],
    ['topic', takeName],
    ['share', share],
    ['picture', sendPicture],
    ['file', sendFiles],
    ['undated', listUndated],
    ['turn', turnUndated],
  ]),
  removals: ['delete', 'discard'],
  remove,
  expired: 'timeline.expired',
  notYours: 'timeline.notYours',
});
