import type { ApiUser, Snowflake } from './api-types.ts';
import type { AllowedMentions } from './validate/message.ts';

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
  const mentioned = (sigil: string) =>
    new Set([...text.matchAll(new RegExp(`<@${sigil}(\\d+)>`, 'g'))].map((match) => match[1]));
  const users = mentioned('!?');
  const roles = mentioned('&');
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
  return text.replace(/```[\s\S]*?```/g, '').replace(/(`+)[^`][\s\S]*?\1/g, '');
}
