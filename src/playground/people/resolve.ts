import type { ApiAttachment, ApiMember, ApiMessage, ApiUser, Snowflake } from '../shapes/message-shapes.ts';
import { memberOf, membersOf } from '../world/actors.ts';
import { channelObject, type GuildFacts, guildRoles, inChannel } from '../world/guild.ts';
import type { World } from '../world/world.ts';

/** The objects behind the ids in an interaction, `data.resolved`. */
interface Resolved {
  users?: Record<Snowflake, ApiUser>;
  members?: Record<Snowflake, Omit<ApiMember, 'user'>>;
  roles?: Record<Snowflake, unknown>;
  channels?: Record<Snowflake, unknown>;
  messages?: Record<Snowflake, ApiMessage>;
  attachments?: Record<Snowflake, ApiAttachment>;
}

/** Collects what an interaction refers to. */
export interface Resolver {
  /**
   * Adds an object, by the type of the option that names it: 6 a user, 7 a channel, 8 a role, 9 a user or a role,
   * 11 an attachment. Returns false when there is no such object.
   */
  add(optionType: number, id: Snowflake): boolean;
  addMessage(message: ApiMessage): void;
  /** `{resolved}` to spread, or nothing when nothing was added. */
  result(): { resolved?: Resolved };
}

/**
 * @param guild Where the interaction is.
 * @param takeUpload Claims a file that a user has uploaded.
 */
export function createResolver(
  { actors }: World,
  guild: GuildFacts,
  takeUpload: (id: Snowflake) => ApiAttachment | undefined,
): Resolver {
  const resolved: Resolved = {};

  function addUser(id: Snowflake): boolean {
    const actor = [actors.bot, ...membersOf(actors, guild)].find((one) => one.user.id === id);
    if (!actor) return false;
    const { user, ...member } = memberOf(actor, guild);
    resolved.users = { ...resolved.users, [id]: user };
    resolved.members = { ...resolved.members, [id]: member };
    return true;
  }

  function addRole(id: Snowflake): boolean {
    const role = guildRoles(guild).find((one) => one.id === id);
    if (role) resolved.roles = { ...resolved.roles, [id]: role };
    return role !== undefined;
  }

  return {
    add(optionType, id) {
      switch (optionType) {
        case 6:
          return addUser(id);
        case 7: {
          const there = inChannel(guild, id);
          if (there === undefined) return false;
          resolved.channels = { ...resolved.channels, [id]: channelObject(there) };
          return true;
        }
        case 8:
          return addRole(id);
        case 9:
          return addUser(id) || addRole(id);
        case 11: {
          const attachment = takeUpload(id);
          if (!attachment) return false;
          resolved.attachments = { ...resolved.attachments, [id]: { ...attachment, ephemeral: true } };
          return true;
        }
        default:
          return false;
      }
    },
    addMessage(message) {
      resolved.messages = { ...resolved.messages, [message.id]: message };
    },
    result: () => (Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}
