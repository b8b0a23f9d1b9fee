import type { FeedReport } from '../../../feeds/discovery/inspect-feed.ts';
import type { FeedRecord, FeedStatus } from '../../../state/feeds/feed-records.ts';
import { momentText, someLines } from '../../quoting/view-lines.ts';
import { escapeMarkdown, subtext } from '../../replies/escape-markdown.ts';
import { clip, oneLine, textRoom } from '../../replies/fit-text.ts';
import { linkAddress } from '../../replies/links.ts';
import {
  button,
  buttonRows,
  container,
  note,
  separator,
  textDisplay,
  type View,
} from '../../replies/view-parts.ts';
import { formatCustomId } from '../../routing/custom-id.ts';
import type { Words } from '../../words/words.ts';
import { CORPUS_SCOPE } from '../views/reload-view.ts';

const DEFAULTS = { title: 120, entry: 100, error: 200, url: 300, listed: 25 } as const;

const DAY = 24 * 60 * 60 * 1000;

/** What a feed brings. @param key what saves it; absent: it is followed already */
export function feedPreview({ url, feed, latest, gap }: FeedReport, words: Words, key?: string): View {
  const address = linkAddress(url, DEFAULTS.url);
  const whole = latest.filter((entry) => entry.whole).length;
  const head = `**${escapeMarkdown(clip(oneLine(feed.title) || url, DEFAULTS.title))}**${address === undefined ? '' : `\n<${address}>`}`;
  const facts = [
    words.say('feed.entries', { count: feed.entries.length }),
    words.say('feed.whole', { count: whole, all: latest.length }),
    ...(gap === undefined
      ? []
      : [words.say('feed.gap', { hours: Math.max(1, Math.round(gap / (DAY / 24))) })]),
  ];
  const entries = latest.map(({ title, published }) => {
    const name = escapeMarkdown(clip(oneLine(title), DEFAULTS.entry)) || '…';
    return `- ${published === undefined ? name : `${name} (${escapeMarkdown(clip(oneLine(published), 40))})`}`;
  });
  const body = facts.map((fact) => `- ${fact}`).join('\n');
  return {
    components: [
      container(undefined, [
        textDisplay(head),
        textDisplay(body),
        ...(entries.length === 0
          ? []
          : [textDisplay(someLines(entries, latest.length, textRoom(head, body) - 100, words))]),
        ...(key === undefined
          ? []
          : [
              separator(),
              ...buttonRows([
                button(words.say('feed.follow'), formatCustomId(CORPUS_SCOPE, 'feedsave', key), {
                  style: 'main',
                }),
              ]),
            ]),
      ]),
    ],
  };
}

/** The feeds, and how it goes with each. @param now milliseconds since 1970 */
export function feedList(
  rows: readonly { readonly feed: FeedRecord; readonly status: FeedStatus }[],
  words: Words,
  now: number,
): View {
  if (rows.length === 0) return note(words.say('feed.none'));
  const lines = rows.map(({ feed, status }) => lineOf(feed, status, words, now));
  const head = `**${words.say('feed.list', { count: rows.length })}**`;
  return {
    components: [
      container(undefined, [
        textDisplay(head),
        textDisplay(someLines(lines, DEFAULTS.listed, textRoom(head) - 100, words)),
      ]),
    ],
  };
}

function lineOf({ title, name, paused }: FeedRecord, status: FeedStatus, words: Words, now: number): string {
  const { success, error, arrivals } = status;
  const week = arrivals.filter((at) => now - at < 7 * DAY).length;
  const state = [
    ...(paused === undefined ? [] : [words.say(paused === 'gone' ? 'feed.isGone' : 'feed.isPaused')]),
    success === undefined
      ? words.say('feed.never')
      : words.say('feed.success', { when: momentText(success) }),
    words.say('feed.week', { count: week }),
  ];
  const wrong =
    error === undefined
      ? ''
      : `\n  ${subtext(`${momentText(error.at)}: ${escapeMarkdown(clip(oneLine(error.message), DEFAULTS.error))}`)}`;
  return `- **${escapeMarkdown(clip(oneLine(title) || name, DEFAULTS.title))}** (\`${name}\`) · ${words.line(...state)}${wrong}`;
}
