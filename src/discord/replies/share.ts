import { DiscordAPIError, HTTPError } from 'discord.js';
import type { CommandContext } from '../command.ts';
import { isGone } from '../routing/errors.ts';
import { refusalText } from '../routing/refusals.ts';
import { note, type View } from './view-parts.ts';

const SHARED = 'Shared with the channel.';
const ONCE = 'This has been shared already.';
const KEPT = 'It is not shared; what you have here stays as it is.';
const UNSURE =
  'Discord did not confirm that it was posted. Look into the channel; if it is not there, press Share again.';

/**
 * Posts what only one person sees for everyone, once, and only then takes the private message's place. When Discord
 * refuses, the private message and its button stay, and the person is told whose rule it was.
 * @param messageId of the private message
 * @param make works out what is posted; the press has been acknowledged by then
 */
export async function shareOnce(
  context: Pick<CommandContext, 'door' | 'claims' | 'log'>,
  messageId: string,
  make: () => Promise<View>,
): Promise<void> {
  const { door, claims, log } = context;
  const claim = `share-${messageId}`;
  await door.deferUpdate();
  if (!(await claims.take(claim))) {
    await door.send(note(ONCE), { private: true });
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
    await door.update(note(SHARED));
  } catch (error) {
    // It is posted; that the button is still there does no harm, since it can be pressed once only.
    if (!isGone(error)) log.warn({ err: error }, 'A shared answer could not be marked as shared');
  }
}

/** @returns whether it is known to be posted; if not, the person has been told why */
async function post({ door, log }: Pick<CommandContext, 'door' | 'log'>, view: View): Promise<boolean> {
  try {
    await door.send(view, { private: false });
    return true;
  } catch (err) {
    const refusal = refusalText(err);
    if (refusal === undefined && !isUnanswered(err)) throw err;
    log.warn({ err }, 'An answer could not be shared');
    await door.send(note(refusal === undefined ? UNSURE : `${refusal} ${KEPT}`), { private: true });
    return false;
  }
}

/** Whether the request may have been carried out all the same: no answer came, or one of a server in trouble. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  return error instanceof Error && 'code' in error && !(error instanceof DiscordAPIError);
}
