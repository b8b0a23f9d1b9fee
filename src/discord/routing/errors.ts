import { randomBytes } from 'node:crypto';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../../log.ts';
import type { InteractionOutcome } from '../meter.ts';
import type { Door } from '../replies/reply.ts';
import { note } from '../replies/view-parts.ts';
import type { Words } from '../words/words.ts';
import { refusalOf } from './refusals.ts';

/** The interaction or its message is gone, or somebody was faster: nothing can be said, and nothing is broken. */
const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Whether an error says that the interaction can no longer be answered. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

/**
 * Runs the handler of one interaction; never rejects. What goes wrong is written to the log under a short id, and the
 * user is told that id and nothing else; of a refusal by a rule of the server they are told whose it was.
 * @param what what the log should know about the interaction
 * @returns how it ended
 */
export async function withErrorBoundary(
  {
    log,
    ...person
  }: { readonly log: Log; readonly door?: Door | undefined; readonly words?: Words | undefined },
  what: Readonly<Record<string, unknown>>,
  work: () => Promise<void>,
): Promise<InteractionOutcome> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (isGone(error)) {
      log.warn({ ...what, err: error }, 'The interaction could no longer be answered');
      return 'gone';
    }
    const refusal = refusalOf(error);
    if (refusal !== undefined) {
      log.warn({ ...what, err: error }, 'Discord refused a message by a rule of the server');
      await tell((words) => words.say(refusal));
      return 'refused';
    }
    const errorId = randomBytes(3).toString('hex');
    log.error({ ...what, errorId, err: error }, 'An interaction failed');
    await tell((words) => words.say('error.fault', { id: errorId }), errorId);
    return 'failed';
  }

  async function tell(text: (words: Words) => string, errorId?: string): Promise<void> {
    const { door, words } = person;
    if (door === undefined || words === undefined) return;
    try {
      await door.send(note(text(words)), { private: true });
    } catch (second) {
      log.warn(
        { ...what, ...(errorId !== undefined && { errorId }), err: second },
        'The user could not be told',
      );
    }
  }
}
