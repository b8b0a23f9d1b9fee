import type { Follow } from '../../state/feeds/follows.ts';
import { momentText, someLines } from '../quoting/view-lines.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { container, note, select, separator, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';

/** The command whose `press` handles the buttons of what followers are sent. */
export const FOLLOW_SCOPE = 'follow';

const DEFAULTS = { lines: 25, room: 3000 } as const;

/** What somebody follows, with a menu to stop one. @param notice one line of Markdown above it */
export function followingView(follows: readonly Follow[], words: Words, notice?: string): View {
  const head = notice === undefined ? [] : [notice];
  if (follows.length === 0) return note([...head, words.say('following.none')].join('\n'));
  const lines = follows.map((follow) => `- ${lineOf(follow, words)}`);
  const picks = follows.map(({ id, topic, channel }) => ({
    label: topic,
    value: id,
    ...(channel === undefined && { description: words.say('follow.where.direct') }),
  }));
  return {
    components: [
      container(undefined, [
        textDisplay([...head, `**${words.say('following.title')}**`].join('\n')),
        textDisplay(someLines(lines, DEFAULTS.lines, DEFAULTS.room, words)),
        separator(),
        select(words.say('following.stop'), formatCustomId(FOLLOW_SCOPE, 'drop'), picks),
      ]),
    ],
  };
}

/** `a direct message`, or the channel. */
export function whereWords({ channel }: Pick<Follow, 'channel'>, words: Words): string {
  return channel === undefined ? words.say('follow.where.direct') : `<#${channel}>`;
}

export function whenWords({ when }: Pick<Follow, 'when'>, words: Words): string {
  return words.say(`follow.when.${when}`);
}

function lineOf(follow: Follow, words: Words): string {
  const { topic, failing } = follow;
  return words.line(
    `**${escapeMarkdown(topic)}**`,
    whereWords(follow, words),
    whenWords(follow, words),
    ...(failing === undefined ? [] : [words.say('following.failing', { when: momentText(failing) })]),
  );
}
