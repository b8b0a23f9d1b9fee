import { closeNames } from '../../timeline/events/close-names.ts';
import { lookUpTimeline } from '../../timeline/look-up.ts';
import { TIMELINE_DEFAULTS } from '../../timeline/tell/timeline-types.ts';
import type { CommandContext } from '../command.ts';
import type { TimelineRecord } from './timeline-records.ts';
import type { ShownTimeline } from './timeline-view.ts';

const DEFAULTS = {
  /** Close names that are offered; a row of buttons. */
  names: 5,
} as const;

/**
 * Makes the timeline of a record from the corpus as it is now.
 * @param acknowledge called when it will take longer, before the work is done
 */
export async function lookUp(
  { library, dateIndexes, queue }: Pick<CommandContext, 'library' | 'dateIndexes' | 'queue'>,
  record: TimelineRecord,
  acknowledge?: () => Promise<void>,
): Promise<ShownTimeline> {
  const snapshot = library.current();
  const ready = dateIndexes.ready(snapshot);
  // The first timeline after a start or a reload reads the dates of all articles.
  if (ready === undefined) await acknowledge?.();
  const index = ready ?? (await dateIndexes.of(snapshot));
  return queue.run(
    () => {
      const { topic, from, to, order } = record;
      const { limit } = TIMELINE_DEFAULTS;
      const found = lookUpTimeline(snapshot, index, { topic, from, to, limit, order, reported: true });
      const names = found.sentences === 0 ? closeNames(snapshot, topic, DEFAULTS.names) : [];
      return { found, topic, from, to, order, names };
    },
    ready === undefined ? undefined : acknowledge,
  );
}
