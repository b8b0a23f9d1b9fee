import { type Guild, PermissionFlagsBits } from 'discord.js';
import type { Services } from '../command.ts';
import { postIn } from '../replies/reply.ts';
import { note } from '../replies/view-parts.ts';
import { languageOf } from '../words/words.ts';

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages] as const;

/**
 * Says hello in the channel that a server has for such things, once, if the bot may write there. Never rejects: that a
 * server is not greeted is no harm.
 */
export async function welcome({ state, dictionary, log }: Services, guild: Guild): Promise<void> {
  try {
    const { systemChannel, preferredLocale, members } = guild;
    const me = members.me ?? (await members.fetchMe());
    if (systemChannel?.permissionsFor(me).has(NEEDED) !== true) return;
    let isFirst = false;
    await state.update('settings', `welcomed-${guild.id}`, (present) => {
      isFirst = present === undefined;
      return isFirst ? { value: true } : undefined;
    });
    if (isFirst)
      await postIn(systemChannel, note(dictionary[languageOf(preferredLocale, 'en')].say('welcome')));
  } catch (err) {
    log.warn({ err, guild: guild.id }, 'A server could not be greeted');
  }
}
