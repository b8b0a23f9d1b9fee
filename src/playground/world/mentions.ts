import type { ApiUser, Snowflake } from '../shapes/message-shapes.ts';
import type { AllowedMentions } from '../validate/message.ts';

/** Who a message pings. */
export interface Pings {
  everyone: boolean;
  users: ApiUser[];
  roles: Snowflake[];
}

export interface PingContext {
  users: readonly ApiUser[];
  roles: readonly Snowflake[];
  /** Whether the author may ping everyone. */
  everyone: boolean;
  /** The author of the message that is replied to. */
  repliedTo?: ApiUser;
}

/**
 * Who would be pinged by a text. Without `allowed` everything is parsed, as Discord does.
 * Source: https://discord.com/developers/docs/resources/message#allowed-mentions-object
 *
 * @param texts The content or the text displays; embeds never ping.
 */
export function pings(
  texts: readonly string[],
  allowed: AllowedMentions | undefined,
  context: PingContext,
): Pings {
  const text = texts.map(withoutCode).join('\n');
  const parse = (kind: 'users' | 'roles' | 'everyone') => !allowed || (allowed.parse ?? []).includes(kind);
  const mentioned = (mention: RegExp) => new Set([...text.matchAll(mention)].map((match) => match[1]));
  const users = mentioned(/<@!?(\d+)>/g);
  const roles = mentioned(/<@&(\d+)>/g);
  const repliedUser = allowed ? allowed.replied_user === true : true;
  return {
    everyone: context.everyone && parse('everyone') && /@(?:everyone|here)\b/.test(text),
    users: context.users.filter(
      ({ id }) =>
        (users.has(id) && (parse('users') || (allowed?.users ?? []).includes(id))) ||
        (repliedUser && context.repliedTo?.id === id),
    ),
    roles: context.roles.filter(
      (id) => roles.has(id) && (parse('roles') || (allowed?.roles ?? []).includes(id)),
    ),
  };
}

/** Code spans and blocks do not ping. */
function withoutCode(text: string): string {
  let kept = '';
  let from = 0;
  let shortestOpen = Number.POSITIVE_INFINITY;
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    if (index < from) continue;
    // What closes nothing here closes nothing further on either.
    for (let length = Math.min(ticks.length, shortestOpen - 1); length > 0; length--) {
      const close = text.indexOf('`'.repeat(length), index + ticks.length + (length < 3 ? 1 : 0));
      if (close >= 0) {
        kept += text.slice(from, index);
        from = close + length;
        break;
      }
      shortestOpen = length;
    }
  }
  return kept + text.slice(from);
}
