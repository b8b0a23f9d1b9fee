import type { CommandContext } from '../command.ts';
import { subtext } from './escape-markdown.ts';
import { KEPT } from './view-records.ts';

/**
 * What the first reply in another language than English says: that quotes stay as they are. Once for a person, and once
 * for a server.
 */
export async function firstReplyNote(
  { state, people, user, guildId, words: own, publicWords, log }: CommandContext,
  isPrivate: boolean,
): Promise<string | undefined> {
  const words = isPrivate ? own : publicWords;
  if (words.language === 'en') return undefined;
  const who = isPrivate || guildId === null ? user.id : guildId;
  const key = people.keyFor(who, 'language', words.language);
  try {
    if ((await state.views.get(key)) !== undefined) return undefined;
    await state.views.set(key, true, KEPT.view);
  } catch (err) {
    log.error({ err }, 'It could not be looked up whether a language is new to somebody');
    return undefined;
  }
  return subtext(words.say('answer.english'));
}
