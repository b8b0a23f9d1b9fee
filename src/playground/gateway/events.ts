import { type Actor, channelObject, guildObject, IDS, memberOf } from '../guild.ts';
import { INTENT } from './protocol.ts';

/** An event and the intent without which it is not sent. */
export interface OutgoingEvent {
  name: string;
  data: unknown;
  intent: number;
}

/** What a client gets after it identified: READY, then its guild. */
export function readyEvents(
  bot: Actor,
  sessionId: string,
  resumeAddress: string,
  shard: readonly [number, number],
): OutgoingEvent[] {
  const ready = {
    v: 10,
    user: { ...bot.user, mfa_enabled: false, verified: true, email: null, flags: 0 },
    user_settings: {},
    guilds: [{ id: IDS.guild, unavailable: true }],
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
  const { permissions: _, ...member } = memberOf(bot);
  const guild = {
    ...guildObject(),
    joined_at: member.joined_at,
    large: false,
    unavailable: false,
    member_count: 3,
    voice_states: [],
    members: [member],
    channels: [channelObject()],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    application_command_counts: {},
  };
  // A shard holds the guilds whose id, without its lower 22 bits, leaves the shard's number when divided.
  const holdsGuild = Number((BigInt(IDS.guild) >> 22n) % BigInt(shard[1])) === shard[0];
  return [
    { name: 'READY', data: holdsGuild ? ready : { ...ready, guilds: [] }, intent: 0 },
    ...(holdsGuild ? [{ name: 'GUILD_CREATE', data: guild, intent: INTENT.guilds }] : []),
  ];
}
