import {
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { z } from 'zod';
import {
  LANGUAGES,
  SETTING_NAMES,
  type SettingChange,
  type SettingName,
} from '../../state/server-settings.ts';
import type { CommandContext, Use } from '../command.ts';
import { momentText } from '../quoting/view-lines.ts';
import { note } from '../replies/view-parts.ts';
import { type SettingsNotes, settingsView } from './settings-view.ts';

/** The action of the audit log. */
const ACTION = 'settings';

/** What the values of a menu mean; what no menu offers was made up by a client. */
const CHOSEN: Readonly<Record<SettingName, z.ZodType<SettingChange['value'], readonly string[]>>> = {
  visibility: first(z.enum(['public', 'private'])),
  channels: z.array(z.string().regex(/^\d{1,20}$/)).max(25),
  mentions: first(z.enum(['on', 'off']).transform((value) => value === 'on')),
  cooldown: first(
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  ),
  sure: first(z.enum(['weak', 'likely', 'strong'])),
  feedback: first(z.enum(['on', 'off']).transform((value) => value === 'on')),
  language: first(z.enum(LANGUAGES)),
};

function first<T extends SettingChange['value']>(value: z.ZodType<T, string>) {
  return z.tuple([value]).transform(([one]) => one);
}

/** `/settings` */
export async function showSettings(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const guildId = await managed(context, interaction);
  if (guildId === undefined) return;
  const kept = await context.serverSettings.read(guildId);
  await context.door.send(settingsView(kept, context.words, await lastChange(context, guildId)), {
    private: true,
  });
}

/** Something was chosen in a menu of `/settings`. */
export async function changeSetting(
  context: CommandContext,
  { interaction, args: [name = '', mark = ''] }: Use<MessageComponentInteraction>,
): Promise<void> {
  const guildId = await managed(context, interaction);
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  const named = z.enum(SETTING_NAMES).safeParse(name).data;
  const value = named === undefined ? undefined : CHOSEN[named].safeParse(values).data;
  if (guildId === undefined) return;
  const { serverSettings, door, audit, user, words } = context;
  let notice: string | undefined;
  if (named !== undefined && value !== undefined) {
    const change = { name: named, value, by: user.id, seen: Number(mark) };
    const outcome = await serverSettings.change(guildId, change);
    if (outcome.kind === 'overtaken')
      notice = words.say('settings.overtaken', { person: `<@${outcome.by}>` });
    if (outcome.kind === 'changed')
      await audit.append({ by: user.id, action: ACTION, what: `${named}: ${textOf(value)}`, place: guildId });
  }
  const kept = await serverSettings.read(guildId);
  await door.update(settingsView(kept, words, { notice, ...(await lastChange(context, guildId)) }));
}

/** The server, if the person may manage it; otherwise they are told. Counts what Discord says of them now. */
async function managed(
  { door, words }: CommandContext,
  { guildId, memberPermissions }: Pick<Interaction, 'guildId' | 'memberPermissions'>,
): Promise<string | undefined> {
  if (guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return guildId;
  await door.send(note(words.say('settings.notYou')), { private: true });
  return undefined;
}

async function lastChange({ audit, words }: CommandContext, guildId: string): Promise<SettingsNotes> {
  const [last] = await audit.recent(1, { place: guildId });
  const name = SETTING_NAMES.find((one) => last?.what.startsWith(`${one}:`));
  if (last === undefined || name === undefined) return {};
  const what = words.say(`settings.${name}`);
  return {
    last: words.say('settings.lastChange', { what, person: `<@${last.by}>`, when: momentText(last.at) }),
  };
}

function textOf(value: SettingChange['value']): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'object' ? value.map((id) => `<#${id}>`).join(' ') || 'all' : String(value);
}
