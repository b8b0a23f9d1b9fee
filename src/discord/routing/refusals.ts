import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { WordKey } from '../words/languages.ts';

/** The title of a thread, or of a post in a forum, was blocked; discord-api-types has no name for it. */
const TITLE_BLOCKED = 200_001;

const RULES: ReadonlyMap<number | string, RefusalKey> = new Map<number, RefusalKey>([
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration, 'refusal.autoMod'],
  [TITLE_BLOCKED, 'refusal.title'],
  [RESTJSONErrorCodes.MissingPermissions, 'refusal.post'],
  [RESTJSONErrorCodes.MissingAccess, 'refusal.see'],
]);

type RefusalKey = Extract<WordKey, `refusal.${string}`>;

/** Whose rule kept a message out, as a sentence for the person; undefined when it failed for another reason. */
export function refusalOf(error: unknown): RefusalKey | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return RULES.get(error.code) ?? (error.status === 403 ? 'refusal.forbidden' : undefined);
}
