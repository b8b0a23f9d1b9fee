import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** The title of a thread, or of a post in a forum, was blocked; discord-api-types has no name for it. */
const TITLE_BLOCKED = 200_001;

const WORDS: ReadonlyMap<number | string, string> = new Map<number, string>([
  [
    RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
    'This server’s AutoMod did not let it through: something in it is against a rule that this server’s moderators have set.',
  ],
  [
    TITLE_BLOCKED,
    'This server’s AutoMod did not let it through: something in a title is against a rule that this server’s moderators have set.',
  ],
  [
    RESTJSONErrorCodes.MissingPermissions,
    'This server does not let me post in this channel. Its moderators can allow me to (Send Messages).',
  ],
  [
    RESTJSONErrorCodes.MissingAccess,
    'This server does not let me see this channel. Its moderators can allow me to (View Channel).',
  ],
]);

const FORBIDDEN = 'Discord does not let me post it in this channel.';

/** Whose rule kept a message out, in a sentence for the person; undefined when it failed for another reason. */
export function refusalText(error: unknown): string | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return WORDS.get(error.code) ?? (error.status === 403 ? FORBIDDEN : undefined);
}
