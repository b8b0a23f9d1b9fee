import { randomBytes } from 'node:crypto';
import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { ALERT_DEFAULTS } from '../../alerts/alert-defaults.ts';
import type { Follow } from '../../state/feeds/follows.ts';
import type { CommandContext } from '../command.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { note } from '../replies/view-parts.ts';
import { whenWords, whereWords } from './following-view.ts';

/** `/follow topic [channel] [when]`: members are told in direct messages, moderators can have a channel told. */
export async function followTopic(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { door, words, follows, library, user } = context;
  const { options } = interaction;
  const topic = oneLine(options.getString('topic', true)).slice(0, ALERT_DEFAULTS.topic);
  const channel = options.getChannel('channel');
  const refusal =
    library.terms(topic).length === 0
      ? words.say('follow.empty')
      : channel === null
        ? undefined
        : channelRefusal(context, interaction, channel.id);
  if (refusal !== undefined) return door.send(note(refusal), { private: true });
  await door.defer({ private: true });
  const follow: Follow = {
    id: randomBytes(8).toString('hex'),
    owner: user.id,
    ...(channel !== null && context.guildId !== null && { guild: context.guildId, channel: channel.id }),
    topic,
    when: whenOf(options.getString('when')),
    since: context.now(),
    language: (channel === null ? words : context.publicWords).language,
  };
  const problem = boundsProblem(await follows.list(), follow, context);
  if (problem !== undefined) return door.update(note(problem));
  await follows.save(follow);
  await door.update(note(confirmation(context, follow)));
}

function channelRefusal(
  { words, user, guildId }: CommandContext,
  { memberPermissions, appPermissions, channelId }: ChatInputCommandInteraction,
  channel: string,
): string | undefined {
  if (guildId === null || !(user.moderator || memberPermissions?.has(PermissionFlagsBits.ManageGuild)))
    return words.say('follow.moderators');
  // Of other channels Discord says only when something is posted there.
  const mayPost = channel !== channelId || appPermissions.has(PermissionFlagsBits.SendMessages);
  return mayPost ? undefined : words.say('follow.cannotPost', { channel: `<#${channel}>` });
}

function whenOf(typed: string | null): Follow['when'] {
  return typed === 'daily' || typed === 'weekly' ? typed : 'now';
}

/** One person, and the channels of one server, follow so many topics, and none twice in the same place. */
function boundsProblem(
  all: readonly Follow[],
  { topic, owner, guild, channel }: Follow,
  { words }: CommandContext,
): string | undefined {
  const same = (one: string) => one.toLowerCase() === topic.toLowerCase();
  const there = all.filter((one) =>
    guild === undefined ? one.channel === undefined && one.owner === owner : one.guild === guild,
  );
  if (there.some((one) => one.channel === channel && same(one.topic)))
    return words.say('follow.again', { topic: escapeMarkdown(topic) });
  const most = guild === undefined ? ALERT_DEFAULTS.perPerson : ALERT_DEFAULTS.perServer;
  return there.length >= most ? words.say('follow.tooMany', { count: most }) : undefined;
}

function confirmation({ words, library }: CommandContext, follow: Follow): string {
  const { sentences, didYouMean } = library.current().sentencesAbout(follow.topic);
  const lines = [
    words.say('follow.done', {
      topic: escapeMarkdown(follow.topic),
      where: whereWords(follow, words),
      when: whenWords(follow, words),
    }),
    subtext(words.say('follow.known', { count: sentences.length })),
    ...(didYouMean === undefined
      ? []
      : [
          subtext(
            words.say('answer.didYouMean', { question: escapeMarkdown(clip(oneLine(didYouMean), 100)) }),
          ),
        ]),
  ];
  return lines.join('\n');
}
