import type { Follow, Story, Told } from '../state/feeds/follows.ts';
import { ALERT_DEFAULTS } from './alert-defaults.ts';
import { furtherTerms, sameStory } from './stories.ts';

/** An article that speaks of the topic that is followed. */
export interface Telling {
  /** Of its file. */
  readonly path: string;
  readonly terms: readonly string[];
  /** It tells of many things: what it says of this topic is seldom new. */
  readonly isRoundUp?: boolean;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * What becomes of new articles about a topic: a story that was told is not told again; as many as an hour may have are
 * to be sent, the others wait for the digest. The same articles a second time change nothing.
 * @param now milliseconds since 1970
 */
export function planStories(
  { when }: Pick<Follow, 'when'>,
  before: Told,
  tellings: readonly Telling[],
  now: number,
): Told {
  const stories = before.stories.map((story) => ({ ...story, paths: [...story.paths] }));
  const sent = before.sent.filter((at) => now - at < HOUR);
  let room = ALERT_DEFAULTS.perHour - sent.length - stories.filter(({ state }) => state === 'sending').length;
  for (const { path, terms, isRoundUp } of tellings) {
    if (stories.some(({ paths }) => paths.includes(path))) continue;
    const known = sameStory(stories, terms, now, isRoundUp);
    if (known !== undefined) {
      const at = stories.findIndex(({ paths }) => paths[0] === known.paths[0]);
      stories[at] = { ...known, paths: [...known.paths, path], more: furtherTerms(known, terms) };
      continue;
    }
    const state = when === 'now' && room > 0 ? 'sending' : 'waiting';
    if (state === 'sending') room--;
    stories.push({ at: now, paths: [path], terms: [...terms], state });
  }
  const kept = trimmed(stories, now);
  const isWaiting = kept.some(({ state }) => state === 'waiting');
  const digest = isWaiting ? (before.digest ?? nextDigest(when, now)) : undefined;
  return { stories: kept, sent, ...(digest !== undefined && { digest }) };
}

/** What was sent is remembered as told. @param path of the story's first article */
export function markTold(before: Told, path: string, now: number): Told {
  const stories = before.stories.map((story) =>
    story.paths[0] === path ? { ...story, state: 'told' as const } : story,
  );
  return { ...before, stories, sent: [...before.sent, now] };
}

/** A digest was sent: nothing waits any more. */
export function markDigest({ stories, sent }: Told, now: number): Told {
  const told = stories.map((story) =>
    story.state === 'waiting' ? { ...story, state: 'told' as const } : story,
  );
  return { stories: told, sent: [...sent, now] };
}

/** When the next digest is due: what did not fit into an hour comes after one, the others in the morning. */
export function nextDigest(when: Follow['when'], now: number): number {
  if (when === 'now') return now + HOUR;
  const morning = Math.floor(now / DAY) * DAY + ALERT_DEFAULTS.digestHour * HOUR;
  const next = morning > now ? morning : morning + DAY;
  if (when === 'daily') return next;
  const untilMonday = (8 - new Date(next).getUTCDay()) % 7;
  return next + untilMonday * DAY;
}

/** Old stories that were told are forgotten; of those that wait, the oldest of very many. */
function trimmed(stories: readonly Story[], now: number): Story[] {
  const waiting = stories.filter(({ state }) => state !== 'told').slice(-ALERT_DEFAULTS.waiting);
  const told = stories
    .filter(({ state, at }) => state === 'told' && now - at <= ALERT_DEFAULTS.story)
    .slice(-ALERT_DEFAULTS.stories);
  return [...waiting, ...told].sort((a, b) => a.at - b.at);
}
