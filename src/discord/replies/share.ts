import { DiscordAPIError, HTTPError } from 'discord.js';
import type { CommandContext } from '../command.ts';
import { isGone } from '../routing/errors.ts';
import { refusalOf } from '../routing/refusals.ts';
import { whoSees, whyText } from '../settings/who-sees.ts';
import { note, type View } from './view-parts.ts';

/**
 * Posts what only one person sees for everyone, once, and only then takes the private message's place. When Discord
 * refuses, the private message and its button stay, and the person is told whose rule it was.
 * @param messageId of the private message
 * @param make works out what is posted; the press has been acknowledged by then
 */
export async function shareOnce(
  context: CommandContext,
  messageId: string,
  make: () => Promise<View>,
): Promise<void> {
  const { door, claims, log, words } = context;
  const why = whyText(whoSees(context, false), context, words);
  if (why !== undefined) return door.send(note(why), { private: true });
  const claim = `share-${messageId}`;
  await door.deferUpdate();
  if (!(await claims.take(claim))) {
    await door.send(note(words.say('share.once')), { private: true });
    return;
  }
  try {
    if (!(await post(context, await make()))) {
      await claims.release(claim);
      return;
    }
  } catch (error) {
    await claims.release(claim);
    throw error;
  }
  try {
    await door.update(note(words.say('share.done')));
  } catch (error) {
    // It is posted; that the button is still there does no harm, since it can be pressed once only.
    if (!isGone(error)) log.warn({ err: error }, 'A shared answer could not be marked as shared');
  }
}

/** @returns whether it is known to be posted; if not, the person has been told why */
async function post({ door, log, words }: CommandContext, view: View): Promise<boolean> {
  try {
    await door.send(view, { private: false });
    return true;
  } catch (err) {
    const refusal = refusalOf(err);
    if (refusal === undefined && !isUnanswered(err)) throw err;
    log.warn({ err }, 'An answer could not be shared');
    const text =
      refusal === undefined ? words.say('share.unsure') : `${words.say(refusal)} ${words.say('share.kept')}`;
    await door.send(note(text), { private: true });
    return false;
  }
}

/** Whether the request may have been carried out all the same: no answer came, or one of a server in trouble. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  return error instanceof Error && 'code' in error && !(error instanceof DiscordAPIError);
}
