import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { CommandContext, Services } from '../command.ts';
import { note, type View } from '../replies/view-parts.ts';
import type { WordKey } from '../words/languages.ts';
import { isHome } from './home.ts';

/**
 * What someone may do with the corpus where they are now. `homeless`: they own the application, and no server is named
 * as the home of the corpus.
 */
export type CorpusAccess = 'granted' | 'homeless' | Refusal;
type Refusal = 'not-you' | 'not-here' | 'no-home';

const REFUSALS = {
  'not-you': 'access.notYou',
  'not-here': 'access.notHere',
  'no-home': 'access.noHome',
} as const satisfies Record<Refusal, WordKey>;

/** What the rule depends on; every kind of interaction has it. */
type Asking = Pick<Interaction, 'guildId' | 'memberPermissions'> & { readonly user: { readonly id: string } };

/**
 * The one rule for everything that shows the corpus whole or changes it: commands, suggestions, buttons and forms. Who
 * may manage the server that is the corpus's home is let in, and the application's owner or team. It counts what Discord
 * says of the person now, not when the button was sent.
 */
export async function corpusAccess(
  { home, owners }: Pick<Services, 'home' | 'owners'>,
  { guildId, memberPermissions, user }: Asking,
): Promise<CorpusAccess> {
  const at = home();
  const atHome = isHome(at, guildId);
  if (atHome && (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false)) return 'granted';
  if (await owners.has(user.id)) return at.kind === 'none' ? 'homeless' : 'granted';
  if (atHome) return 'not-you';
  return at.kind === 'none' ? 'no-home' : 'not-here';
}

/** Whether the rule lets someone in. */
export function isLetIn(access: CorpusAccess): access is 'granted' | 'homeless' {
  return access === 'granted' || access === 'homeless';
}

/** Whether someone may look after the corpus here; if not, they are told. */
export async function mayKeepCorpus(context: CommandContext, asking: Asking): Promise<boolean> {
  const access = await corpusAccess(context, asking);
  if (isLetIn(access)) return true;
  await context.door.send(note(context.words.say(REFUSALS[access])), { private: true });
  return false;
}

/** What an owner is told who looks after a corpus without a home. @param guildId where they are */
export function homelessNote({ guildId, words }: Pick<CommandContext, 'guildId' | 'words'>): View {
  const setting = `\`HOME_GUILD_ID=${guildId}\``;
  const example =
    guildId === null ? words.say('access.homelessDirect') : words.say('access.homelessHere', { setting });
  return note(words.say('access.homeless', { example }));
}
