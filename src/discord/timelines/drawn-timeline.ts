import { loadFonts, renderPng, timelineSvg } from '../../timeline/picture/png.ts';
import type { CommandContext } from '../command.ts';
import type { Words } from '../words/words.ts';
import type { DrawnTimeline } from './drawn.ts';
import { lookUp } from './timeline-lookup.ts';
import type { TimelineRecord } from './timeline-records.ts';
import { timelineTitle } from './timeline-view.ts';
import { timelineWords } from './timeline-words.ts';

/** Draws the timeline of a record, in the words of a language; of those who want the same at once, for all of them. */
export function drawnTimeline(
  context: Pick<CommandContext, 'library' | 'dateIndexes' | 'queue' | 'recentPictures'>,
  record: TimelineRecord,
  words: Words,
): Promise<DrawnTimeline> {
  const { topic, from, to, order } = record;
  const key = JSON.stringify([topic, from, to, order, words.language]);
  return context.recentPictures.of(context.library.current(), key, async () => {
    const shown = await lookUp(context, record);
    const title = timelineTitle(shown, words);
    const fonts = await loadFonts();
    const picture = timelineSvg(shown.found.timeline, title, fonts, 'dark', timelineWords(words));
    return { png: await renderPng(picture, fonts), alt: picture.alt, title };
  });
}
