import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { CommandContext, Services } from '../command.ts';
import { note, type View } from '../replies/view-parts.ts';
import { isHome } from './home.ts';

/**
 * What someone may do with the corpus where they are now. `homeless`: they own the application, and no server is named
 * as the home of the corpus.
 */
export type CorpusAccess = 'granted' | 'homeless' | Refusal;
type Refusal = 'not-you' | 'not-here' | 'no-home';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'not-you': 'Only people who may manage the server can look after the articles.',
  'not-here': 'The articles cannot be changed from this server: they are looked after in another one.',
  'no-home':
    'I am in several servers, and none of them is named as the home of the articles: until then only the owner of this bot can look after them. Whoever runs me can name one with HOME_GUILD_ID.',
};

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
  await context.door.send(note(REFUSALS[access]), { private: true });
  return false;
}

/** What an owner is told who looks after a corpus without a home. @param guildId where they are */
export function homelessNote(guildId: string | null): View {
  const example = guildId === null ? 'the server’s id' : `\`HOME_GUILD_ID=${guildId}\` for this one`;
  return note(
    `I am in several servers, and none of them is named as the home of the articles. You can do this because you own this bot; moderators cannot. To let those of one server, put its id into .env (${example}) and restart me.`,
  );
}
