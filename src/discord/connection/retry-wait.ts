import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/**
 * How long to wait before a request to Discord is worth another try, in milliseconds; 0: nobody says. Undefined: never,
 * since Discord understood it and refuses it. Anything but an answer is taken for a network that will come back.
 */
export function waitForDiscord(error: unknown): number | undefined {
  if (error instanceof RateLimitError) return Math.max(error.retryAfter, error.timeToReset, 0);
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return error.status >= 400 && error.status < 500 ? undefined : 0;
  return 0;
}

/** What went wrong with a request to Discord that is worth another try, as a sentence without its full stop. */
export function failureText(error: unknown): string {
  if (error instanceof RateLimitError) return 'Discord asks to wait: it was asked too often (429)';
  if (error instanceof HTTPError) return `Discord is in trouble (${error.status})`;
  const reason = error instanceof Error ? error.message : String(error);
  return `Discord could not be reached (${reason}). Check the network, and DISCORD_API_URL if it is set`;
}
