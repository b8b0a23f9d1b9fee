import { type Actors, memberOf, membersOf } from '../world/actors.ts';
import { type GuildFacts, guildObject, IDS, placesOf } from '../world/guild.ts';
import { INTENT } from './protocol.ts';

/** An event and the intent without which it is not sent. */
export interface OutgoingEvent {
  name: string;
  data: unknown;
  intent: number;
}

/** A shard's number, and how many there are. */
export type Shard = readonly [number: number, shards: number];

/** A shard holds the guilds whose id, without its lower 22 bits, leaves the shard's number when divided. */
export function holdsGuild([number, shards]: Shard, guildId: string): boolean {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards)) === number;
}

/** What a client gets after it identified: READY, then the guilds of its shard. */
export function readyEvents(
  actors: Actors,
  guilds: readonly GuildFacts[],
  { sessionId, resumeAddress, shard }: { sessionId: string; resumeAddress: string; shard: Shard },
): OutgoingEvent[] {
  const held = guilds.filter(({ id }) => holdsGuild(shard, id));
  const ready = {
    v: 10,
    user: { ...actors.bot.user, mfa_enabled: false, verified: true, email: null, flags: 0 },
    user_settings: {},
    guilds: held.map(({ id }) => ({ id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: resumeAddress,
    session_type: 'normal',
    shard,
    application: { id: IDS.application, flags: 0 },
    private_channels: [],
    presences: [],
    relationships: [],
    guild_join_requests: [],
    _trace: [],
  };
  return [{ name: 'READY', data: ready, intent: 0 }, ...held.map((guild) => guildCreate(actors, guild))];
}

/** A guild becomes known: after READY, or because the bot was invited. */
export function guildCreate(actors: Actors, guild: GuildFacts): OutgoingEvent {
  const { permissions: _, ...member } = memberOf(actors.bot, guild);
  const data = {
    ...guildObject(guild),
    joined_at: member.joined_at,
    large: false,
    unavailable: false,
    member_count: membersOf(actors, guild).length + 1,
    voice_states: [],
    members: [member],
    ...placesOf(guild),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    application_command_counts: {},
  };
  return { name: 'GUILD_CREATE', data, intent: INTENT.guilds };
}
