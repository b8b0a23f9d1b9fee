import type { ApiMember, ApiUser, Snowflake } from '../shapes/message-shapes.ts';
import type { Role } from '../shapes/page-protocol.ts';
import { EVERYBODY, MODERATOR, PERMISSION as P } from '../shapes/permission-bits.ts';
import { FIRST_GUILD, type GuildFacts, IDS, SECOND_GUILD } from './guild.ts';

/** Somebody: a person or the bot. */
export interface Actor {
  role: Role | 'bot';
  user: ApiUser;
  permissions: bigint;
}

/** A person, who is in one server at a time. */
export interface Member extends Actor {
  role: Role;
  guild: GuildFacts;
  /** The same in whichever channel they are. */
  own: OwnFacts;
}

interface OwnFacts {
  /** The language of their client, as Discord names it. */
  locale: string;
  /** They installed the application for themselves. */
  installed: boolean;
}

/** Everybody there is; the bot is in every server that has invited it. */
export type Actors = Readonly<Record<Role, Member>> & { readonly bot: Actor };

function user(id: Snowflake, username: string, name: string): ApiUser {
  return { id, username, global_name: name, discriminator: '0', avatar: null };
}

function newcomer(): OwnFacts {
  return { locale: 'en-US', installed: false };
}

/** One of the first server's members, who may do what everybody may. */
export function createMember(id: Snowflake, username: string, name = username): Member {
  return {
    role: 'member',
    user: user(id, username, name),
    permissions: EVERYBODY,
    guild: FIRST_GUILD,
    own: newcomer(),
  };
}

/** The bot and the four people. */
export function createActors(): Actors {
  return {
    bot: {
      role: 'bot',
      user: {
        ...user(IDS.bot, 'Footnote', 'Footnote'),
        global_name: null,
        discriminator: '0001',
        bot: true,
      },
      permissions: EVERYBODY | P.mentionEveryone,
    },
    member: createMember(IDS.member, 'mia', 'Mia'),
    moderator: {
      role: 'moderator',
      user: user(IDS.moderator, 'morgan', 'Morgan'),
      permissions: MODERATOR,
      guild: FIRST_GUILD,
      own: newcomer(),
    },
    owner: {
      role: 'owner',
      user: user(IDS.owner, 'olga', 'Olga'),
      permissions: MODERATOR | P.administrator,
      guild: FIRST_GUILD,
      own: newcomer(),
    },
    stranger: {
      role: 'stranger',
      user: user(IDS.stranger, 'sven', 'Sven'),
      permissions: MODERATOR | P.administrator,
      guild: SECOND_GUILD,
      own: newcomer(),
    },
  };
}

/** Whether a server is somebody's: the one that they are in, or another one that they own. */
export function isIn({ guild: own, user: { id } }: Member, guild: GuildFacts): boolean {
  return own.id === guild.id || guild.ownerId === id;
}

/** The people of a server, without the bot. */
export function membersOf(actors: Actors, guild: GuildFacts): Member[] {
  const { member, moderator, owner, stranger } = actors;
  return [member, moderator, owner, stranger].filter((one) => isIn(one, guild));
}

/** Far from the ids of all others. */
const FIRST_PASSER_BY = 1_410_000_000_000_000_000n;

/** Another user without permissions of their own in the same place; the same number is the same one. */
export function passerBy({ guild }: Member, number: number): Member {
  return { ...createMember(String(FIRST_PASSER_BY + BigInt(number)), `guest${number}`), guild };
}

/** The bot and everybody who shares a server with it. */
export function usersOf(actors: Actors, guild: GuildFacts): ApiUser[] {
  return [actors.bot, ...membersOf(actors, guild)].map((actor) => actor.user);
}

/** The member object of an interaction, with computed permissions. */
export function memberOf(actor: Actor, guild: GuildFacts): ApiMember {
  const manages = (actor.permissions & P.manageGuild) !== 0n;
  return {
    user: actor.user,
    nick: null,
    avatar: null,
    roles: manages ? [guild.moderatorRole] : [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    permissions: String(actor.permissions),
  };
}

/** Gives somebody a permission, or takes it. */
export function permit(actor: Actor, permission: bigint, allowed: boolean): void {
  const others = actor.permissions & ~permission;
  actor.permissions = allowed ? others | permission : others;
}
