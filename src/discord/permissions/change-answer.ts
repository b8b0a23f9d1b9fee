import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

const MODERATOR = [PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageGuild] as const;

/** Whether somebody's permissions, where they are now, are a moderator's. */
export function isModerator(permissions: Readonly<PermissionsBitField> | null): boolean {
  return permissions?.any(MODERATOR) ?? false;
}

/** Somebody who presses a button. */
interface Presser {
  readonly id: string;
  /** May manage messages or the server, where they are now. */
  readonly moderator: boolean;
}

/**
 * The one rule for the buttons that change an answer for everyone (turn its page, delete it): who asked may, and
 * moderators may. What one person sees alone is theirs.
 * @param asker the id of who asked, as Discord keeps it with the message
 */
export function mayChange(
  who: Presser,
  { private: isPrivate, asker }: { readonly private: boolean; readonly asker: string | undefined },
): boolean {
  return isPrivate || who.moderator || who.id === asker;
}
