import { parseDay } from '../calendar.ts';
import { TIMELINE_DEFAULTS, type TimelineEntry } from '../timeline-types.ts';
import { Crowding, type PlaceOf } from './spread-out.ts';
import type { Story, Telling } from './stories.ts';

/**
 * Chooses stories for the whole span, best first: each counts less beside one that is chosen already, and so does one
 * that could only be quoted out of an article that is quoted already.
 */
export function chooseEntries(stories: readonly Story[], placeOf: PlaceOf, limit: number): TimelineEntry[] {
  const { reach, crowded, damping } = TIMELINE_DEFAULTS;
  const crowding = new Crowding(reach / Math.max(1, limit), crowded);
  const quoted = new Map<number, number>();
  const sentences = new Set<number>();
  const rest = new Map(stories.map((story) => [story, middleOf(story, placeOf)] as const));
  const entries: TimelineEntry[] = [];
  while (entries.length < limit && rest.size > 0) {
    let best: { story: Story; place: number; quote: Telling; worth: number } | undefined;
    for (const [story, place] of rest) {
      const alone = story.salience ** damping * crowding.room(place);
      if (best && alone <= best.worth) continue;
      const { quote, share } = quoteOf(story, quoted, sentences);
      if (!best || alone * share > best.worth) best = { story, place, quote, worth: alone * share };
    }
    if (!best) break;
    const { story, place, quote, worth } = best;
    rest.delete(story);
    crowding.add(place);
    sentences.add(quote.sentence);
    quoted.set(quote.article, (quoted.get(quote.article) ?? 0) + 1);
    entries.push(entryOf(story, quote, worth));
  }
  return entries;
}

function middleOf({ tellings }: Story, placeOf: PlaceOf): number {
  const event = tellings[0]?.event;
  return event ? placeOf((parseDay(event.from) + parseDay(event.to)) / 2) : 0;
}

/** The best quote of a story out of articles that are not quoted too often, and what is left of its worth. */
function quoteOf(
  { tellings }: Story,
  quoted: ReadonlyMap<number, number>,
  sentences: ReadonlySet<number>,
): { quote: Telling; share: number } {
  const { quotedArticle, quotedSentence } = TIMELINE_DEFAULTS;
  const [first] = tellings;
  if (!first) throw new RangeError('A story without a telling');
  let [quote, most] = [first, -1];
  let share = 1;
  for (const telling of tellings) {
    if (telling.event.from !== first.event.from || telling.event.to !== first.event.to) continue;
    const left =
      quotedArticle ** (quoted.get(telling.article) ?? 0) *
      (sentences.has(telling.sentence) ? quotedSentence : 1);
    if (telling.weight * left <= most) continue;
    [quote, most, share] = [telling, telling.weight * left, left];
  }
  return { quote, share: share * Math.min(1, TIMELINE_DEFAULTS.poorQuote + quote.fitness) };
}

function entryOf({ tellings, articles, conflicts }: Story, quote: Telling, salience: number): TimelineEntry {
  const sources = new Map([[quote.article, quote.event]]);
  for (const { article, event } of tellings) if (!sources.has(article)) sources.set(article, event);
  return { event: quote.event, sources: [...sources.values()], articles, salience, conflicts };
}
