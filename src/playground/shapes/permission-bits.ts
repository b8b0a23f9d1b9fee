/** Bits of Discord's permissions: https://discord.com/developers/docs/topics/permissions */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useApplicationCommands: 1n << 31n,
  /** Answers of applications that only a person has installed are seen by others. */
  useExternalApps: 1n << 50n,
} as const;

const P = PERMISSION;
/** What a plain member may do. */
export const EVERYBODY =
  P.viewChannel |
  P.sendMessages |
  P.embedLinks |
  P.attachFiles |
  P.readMessageHistory |
  P.useApplicationCommands |
  P.useExternalApps;
/** What a moderator may do. */
export const MODERATOR = EVERYBODY | P.manageGuild | P.manageMessages | P.mentionEveryone;
/** Whoever administers a server may do this too. */
export const USES_APPS = P.useExternalApps | P.administrator;
