/** Close codes after which Discord would refuse every further try, and what to do about it. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [
    4004,
    'Discord refused the token. Copy a new one from the developer portal (Bot → Reset Token) into DISCORD_TOKEN.',
  ],
  [4010, 'Discord refused the shard. Start one process per bot.'],
  [
    4011,
    'The bot has grown, and Discord demands more connections for it. Restart it: it opens as many as Discord asks for at its start.',
  ],
  [4012, 'Discord no longer speaks this version of its protocol. Update Footnote.'],
  [4013, 'Discord refused the intents. Update Footnote.'],
  [4014, 'Discord refused the intents. Allow the bot in the developer portal.'],
]);

/** Why a connection was closed, for a person who reads the log. */
const REASONS: ReadonlyMap<number, string> = new Map([
  [1000, 'Discord closed it'],
  [1001, 'Discord went away'],
  [1006, 'the connection broke'],
  [4000, 'Discord had an error'],
  [4007, 'Discord lost count of the events'],
  [4008, 'Discord was sent too much at once'],
  [4009, 'the session was too old'],
  [4200, 'the connection is to be renewed'],
]);

/** The bot was turned away for good; `code` as in the table of Discord's close codes. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';
  readonly code: number;

  constructor(code: number) {
    super(refusalOf(code) ?? `Discord closed the connection with ${code}`);
    this.code = code;
  }
}

/** What to do when Discord closed with this code for good; undefined: it is worth another try. */
export function refusalOf(code: number): string | undefined {
  return REFUSALS.get(code);
}

export function reasonOf(code: number): string {
  return `${REASONS.get(code) ?? 'Discord closed it'} (${code})`;
}
