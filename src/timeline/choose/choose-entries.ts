import { LEAST_FITNESS } from '../events/date-index/date-columns.ts';
import { TIMELINE_DEFAULTS, type TimelineEntry } from '../tell/timeline-types.ts';
import { type PlaceOf, roomAt } from './spread-out.ts';
import type { Story, Telling } from './stories.ts';
import { type Stems, sharedStems } from './tale.ts';

/**
 * Chooses stories for the whole span, best first: each counts less beside one that is chosen already, and so does one
 * that could only be quoted out of an article that is quoted already.
 */
export function chooseEntries(stories: readonly Story[], placeOf: PlaceOf, limit: number): TimelineEntry[] {
  const { reach, crowded, damping } = TIMELINE_DEFAULTS;
  const neighbourhood = reach / Math.max(1, limit);
  const quoted: Quoted = { articles: new Map(), sentences: new Set(), tales: [], compared: new Map() };
  const good = stories.filter((story) => isTold(story) && !isInPassing(story));
  // Captions, tables and questions only where there is next to nothing else.
  const rest = new Set(
    (good.length >= TIMELINE_DEFAULTS.enough ? good : stories).map((story): Rival => {
      const alone = story.salience ** damping;
      return {
        story,
        alone,
        place: middleOf(story, placeOf),
        distance: Number.POSITIVE_INFINITY,
        worth: alone,
      };
    }),
  );
  const entries: TimelineEntry[] = [];
  while (entries.length < limit && rest.size > 0) {
    let best: { rival: Rival; quote: Telling; worth: number } | undefined;
    for (const rival of rest) {
      if (best && rival.worth <= best.worth) continue;
      const { quote, share } = quoteOf(rival.story, quoted);
      if (!best || rival.worth * share > best.worth) best = { rival, quote, worth: rival.worth * share };
    }
    if (!best) break;
    const { rival: chosen, quote, worth } = best;
    rest.delete(chosen);
    quoted.sentences.add(quote.sentence);
    quoted.tales.push(quote.tale.all);
    quoted.articles.set(quote.article, (quoted.articles.get(quote.article) ?? 0) + 1);
    entries.push(entryOf(chosen.story, quote, worth));
    for (const rival of rest) {
      const distance = Math.abs(rival.place - chosen.place);
      if (distance >= rival.distance) continue;
      rival.distance = distance;
      rival.worth = rival.alone * roomAt(distance, neighbourhood, crowded);
    }
  }
  return entries;
}

function isTold({ tellings }: Story): boolean {
  return tellings.some(({ fitness }) => fitness * 255 >= LEAST_FITNESS);
}

/** Nothing but the day of an article that names the topic once: no event of it. */
function isInPassing({ tellings }: Story): boolean {
  return tellings.every(
    ({ event, centred }) => event.basis === 'reported' && centred < TIMELINE_DEFAULTS.leastCentred,
  );
}

/** A story that is not chosen yet. */
interface Rival {
  readonly story: Story;
  /** What it is worth with nothing beside it, and where it lies. */
  readonly alone: number;
  readonly place: number;
  /** How near the nearest chosen one lies, and what that leaves of its worth. */
  distance: number;
  worth: number;
}

/** What is quoted already: how often each article, and which sentences. */
interface Quoted {
  readonly articles: Map<number, number>;
  readonly sentences: Set<number>;
  /** What the chosen quotes say. */
  readonly tales: Stems[];
  /** With how many of those a telling was compared, and whether it copies one: none is compared twice. */
  readonly compared: Map<Telling, { tales: number; copies: boolean }>;
}

function middleOf({ from, to }: Story, placeOf: PlaceOf): number {
  return placeOf((from + to) / 2);
}

/** The best quote of a story out of articles that are not quoted too often, and what is left of its worth. */
function quoteOf({ tellings }: Story, quoted: Quoted): { quote: Telling; share: number } {
  const { quotedArticle, quotedSentence } = TIMELINE_DEFAULTS;
  const { articles, sentences } = quoted;
  const [first] = tellings;
  if (!first) throw new RangeError('A story without a telling');
  let [quote, most] = [first, -1];
  let share = 1;
  for (const telling of tellings) {
    if (telling.event.from !== first.event.from || telling.event.to !== first.event.to) continue;
    let left = quotedArticle ** (articles.get(telling.article) ?? 0);
    if (telling.weight * left <= most) continue;
    if (sentences.has(telling.sentence) || isCopied(telling, quoted)) left *= quotedSentence;
    if (telling.weight * left <= most) continue;
    [quote, most, share] = [telling, telling.weight * left, left];
  }
  return { quote, share: share * Math.min(1, TIMELINE_DEFAULTS.poorQuote + quote.fitness) };
}

/** Does it say what a chosen quote says? */
function isCopied(telling: Telling, { tales, compared }: Quoted): boolean {
  const known = compared.get(telling) ?? { tales: 0, copies: false };
  while (!known.copies && known.tales < tales.length) {
    const tale = tales[known.tales++];
    known.copies = tale !== undefined && isCopy(tale, telling.tale.all);
  }
  compared.set(telling, known);
  return known.copies;
}

/** The same sentence but for a word or two, in another article. */
function isCopy(a: Stems, b: Stems): boolean {
  if (a.length < LEAST_COPIED || Math.min(a.length, b.length) < COPIED * Math.max(a.length, b.length))
    return false;
  return sharedStems(a, b).length >= COPIED * Math.max(a.length, b.length);
}

const COPIED = 0.85;
const LEAST_COPIED = 5;

function entryOf({ tellings, articles, conflicts }: Story, quote: Telling, salience: number): TimelineEntry {
  const sources = new Map([[quote.article, quote.event]]);
  for (const { article, event } of tellings) if (!sources.has(article)) sources.set(article, event);
  return { event: quote.event, sources: [...sources.values()], articles, salience, conflicts };
}
