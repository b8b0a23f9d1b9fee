import { loadFonts, renderPng, timelineSvg } from '../../timeline/picture/png.ts';
import { shareOnce } from '../replies/share.ts';
import { createPressHandler, type Press } from '../routing/press.ts';
import { exportView, pictureView } from './timeline-files.ts';
import { lookUp } from './timeline-lookup.ts';
import { timelineMark } from './timeline-pages.ts';
import { dropTimeline, loadTimeline, saveTimeline, type TimelineRecord } from './timeline-records.ts';
import { undatedView } from './timeline-undated.ts';
import { type ShownTimeline, type TimelinePlace, timelineTitle, timelineView } from './timeline-view.ts';

const EXPIRED = 'These buttons no longer work: the timeline is too old, or it was deleted. Please ask again.';
const CHANGED = '-# The articles have changed since this was asked; this is what they say now.';
const NOT_YOURS = 'Only the person who asked, or a moderator, can delete this.';

/** The asker and moderators turn the page for everyone; others get a copy of their own. */
async function turnPage(press: Press, record: TimelineRecord): Promise<void> {
  const { context, viewId, mine } = press;
  const shown = await lookUp(context, record, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const place = placeOf(press, shown);
  if (mine) {
    await context.door.update(timelineView(shown, { ...place, viewId, private: press.private }));
    return;
  }
  const copyId = saveTimeline(context, record, { private: true });
  await context.door.send(timelineView(shown, { ...place, viewId: copyId, private: true }), {
    private: true,
  });
}

/** Looks up one of the names that were offered instead of the topic that nothing is about. */
async function takeName(press: Press, record: TimelineRecord): Promise<void> {
  const { context, mine } = press;
  const topic = record.names[press.index] ?? record.topic;
  const asked = { ...record, topic };
  const shown = await lookUp(context, asked, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const visibility = { private: mine ? press.private : true };
  const viewId = saveTimeline(context, { ...asked, names: [...shown.names] }, visibility);
  const view = timelineView(shown, { viewId, page: 0, ...visibility });
  if (!mine) return context.door.send(view, visibility);
  await context.door.update(view);
  if (!press.private) await dropTimeline(context.state, press.viewId);
}

/** Posts a private timeline for everyone. */
async function share(press: Press, record: TimelineRecord): Promise<void> {
  const { context, messageId } = press;
  await shareOnce(context, messageId, async () => {
    const shown = await lookUp(context, record);
    const { page, notice: changed } = placeOf(press, shown);
    const notice = [`-# Shared by <@${context.user.id}>`, ...(changed === undefined ? [] : [changed])].join(
      '\n',
    );
    const viewId = saveTimeline(context, record, { private: false });
    return timelineView(shown, { viewId, page, private: false, notice });
  });
}

/** Drawing takes longer than Discord waits on a busy machine, so it is acknowledged first. */
async function sendPicture(press: Press, record: TimelineRecord): Promise<void> {
  const { context, viewId } = press;
  const visibility = { private: press.private || !press.mine };
  await context.door.defer(visibility);
  const shown = await lookUp(context, record);
  const title = timelineTitle(shown);
  const fonts = await loadFonts();
  const picture = timelineSvg(shown.found.timeline, title, fonts);
  const png = await renderPng(picture, fonts);
  await context.door.send(pictureView(png, picture, title, { viewId, ...visibility }), visibility);
}

async function sendFiles(press: Press, record: TimelineRecord): Promise<void> {
  const { context, viewId } = press;
  const visibility = { private: press.private || !press.mine };
  await context.door.defer(visibility);
  const shown = await lookUp(context, record);
  const view = exportView(shown.found.timeline, timelineTitle(shown), { viewId, ...visibility });
  await context.door.send(view, visibility);
}

async function listUndated({ context, viewId }: Press, record: TimelineRecord): Promise<void> {
  const { found } = await lookUp(context, record, () => context.door.defer({ private: true }));
  await context.door.send(undatedView(found.undated, viewId, 0), { private: true });
}

async function turnUndated({ context, viewId, index }: Press, record: TimelineRecord): Promise<void> {
  const { found } = await lookUp(context, record, () => context.door.deferUpdate());
  await context.door.update(undatedView(found.undated, viewId, index));
}

async function remove({ context, viewId }: Press, action: string): Promise<void> {
  await context.door.remove();
  if (action === 'delete') await dropTimeline(context.state, viewId);
}

/** The page that was asked for, unless the timeline has become another one meanwhile. */
function placeOf(press: Press, shown: ShownTimeline): Pick<TimelinePlace, 'page' | 'notice'> {
  const changed = timelineMark(shown.found.timeline.entries) !== press.mark;
  return { page: changed ? 0 : press.index, ...(changed && { notice: CHANGED }) };
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
  expired: EXPIRED,
  notYours: NOT_YOURS,
});
