import type { ApiUser } from '../shapes/message-shapes.ts';
import type { Actors } from './actors.ts';
import { IDS } from './guild.ts';

/** What the owner of the bot's application has set in the developer portal. */
export interface ApplicationSettings {
  /** Anybody may invite the bot; Discord's default for a new application. */
  readonly botPublic: boolean;
  /** Owned by a team, in which the owner is; the moderator was invited to it and has not accepted. */
  readonly team: boolean;
}

const MEMBERSHIP = { invited: 1, accepted: 2 } as const;

/**
 * The application, as in `GET /applications/@me`.
 * Source: https://discord.com/developers/docs/resources/application, https://discord.com/developers/docs/topics/teams
 */
export function applicationObject(
  { bot, owner, moderator }: Actors,
  { botPublic, team }: ApplicationSettings,
  guilds: number,
) {
  return {
    id: IDS.application,
    name: bot.user.username,
    icon: null,
    description: '',
    bot_public: botPublic,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: guilds,
    bot: bot.user,
    owner: team ? teamUser() : owner.user,
    team: team ? teamObject(owner.user, moderator.user) : null,
    integration_types_config: { '0': {} },
  };
}

/** Discord shows a team as a user of its own. */
function teamUser(): ApiUser {
  return {
    id: IDS.team,
    username: `team${IDS.team}`,
    global_name: null,
    discriminator: '0000',
    avatar: null,
  };
}

function teamObject(owner: ApiUser, invited: ApiUser) {
  const member = (user: ApiUser, state: number, role: string) => ({
    team_id: IDS.team,
    user,
    membership_state: state,
    role,
    permissions: ['*'],
  });
  return {
    id: IDS.team,
    name: 'The owners',
    icon: null,
    owner_user_id: owner.id,
    members: [member(owner, MEMBERSHIP.accepted, 'admin'), member(invited, MEMBERSHIP.invited, 'developer')],
  };
}
