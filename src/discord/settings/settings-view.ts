import {
  type APIActionRowComponent,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { type KeptSettings, LANGUAGES, type SettingName } from '../../state/server-settings.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { subtext } from '../replies/escape-markdown.ts';
import { clip } from '../replies/fit-text.ts';
import { container, type Pick, select, separator, textDisplay, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { LANGUAGE_NAMES } from '../words/languages.ts';
import type { Words } from '../words/words.ts';

/** The command whose `press` handles the menus. */
export const SETTINGS_SCOPE = 'settings';

/** Pauses to choose from, in seconds. */
const PAUSES = [0, 5, 10, 30, 60, 300] as const;

/** Where somebody can write: text, voice, announcements, stages, forums, media. */
const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

/** What stands above and below the settings, as Markdown. */
export interface SettingsNotes {
  /** That a change was overtaken. */
  readonly notice?: string | undefined;
  /** Who changed something last. */
  readonly last?: string | undefined;
}

/** The settings of a server as they are, each with a menu to change it. Every menu knows the state that it shows. */
export function settingsView(kept: KeptSettings, words: Words, { notice, last }: SettingsNotes = {}): View {
  const { settings, marks } = kept;
  const id = (name: SettingName) => formatCustomId(SETTINGS_SCOPE, 'set', name, marks[name]);
  const menu = (name: SettingName, picks: readonly Pick[], chosen: string): APIComponentInContainer[] => {
    const label = words.say(`settings.${name}`);
    return [textDisplay(`**${label}**`), select(label, id(name), picks, chosen)];
  };
  const foot = [words.say('settings.foot'), ...(last === undefined ? [] : [last])];
  return {
    components: [
      container(undefined, [
        textDisplay(
          [...(notice === undefined ? [] : [notice]), `## ${words.say('settings.title')}`].join('\n'),
        ),
        ...menu(
          'visibility',
          [
            {
              label: words.say('settings.visibility.public'),
              value: 'public',
              description: words.say('settings.visibility.public.about'),
            },
            {
              label: words.say('settings.visibility.private'),
              value: 'private',
              description: words.say('settings.visibility.private.about'),
            },
          ],
          settings.visibility,
        ),
        textDisplay(`**${words.say('settings.channels')}**`),
        channelSelect(words.say('settings.channels.none'), id('channels'), settings.channels),
        ...menu(
          'sure',
          (['weak', 'likely', 'strong'] as const).map((value) => ({
            label: words.say(`settings.sure.${value}`),
            value,
            description: words.say(`settings.sure.${value}.about`),
          })),
          settings.sure,
        ),
        ...menu(
          'cooldown',
          PAUSES.map((seconds) => ({ label: pauseText(seconds, words), value: String(seconds) })),
          String(settings.cooldown),
        ),
        ...menu(
          'mentions',
          (['on', 'off'] as const).map((value) => ({
            label: words.say(`settings.mentions.${value}`),
            value,
            description: words.say(`settings.mentions.${value}.about`),
          })),
          settings.mentions ? 'on' : 'off',
        ),
        ...menu(
          'feedback',
          (['on', 'off'] as const).map((value) => ({
            label: words.say(`settings.feedback.${value}`),
            value,
          })),
          settings.feedback ? 'on' : 'off',
        ),
        ...menu(
          'language',
          LANGUAGES.map((value) => ({ label: LANGUAGE_NAMES[value], value })),
          settings.language,
        ),
        separator(),
        textDisplay(foot.map(subtext).join('\n')),
      ]),
    ],
  };
}

function pauseText(seconds: number, words: Words): string {
  if (seconds === 0) return words.say('settings.cooldown.none');
  return seconds < 60
    ? words.say('count.seconds', { count: seconds })
    : words.say('count.minutes', { count: seconds / 60 });
}

/** None to 25 channels; none means all. */
function channelSelect(
  placeholder: string,
  customId: string,
  chosen: readonly string[],
): APIActionRowComponent<APIChannelSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.ChannelSelect,
        custom_id: customId,
        placeholder: clip(placeholder, LIMITS.placeholder),
        channel_types: CHANNELS,
        min_values: 0,
        max_values: LIMITS.selectOptions,
        default_values: chosen.map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
      },
    ],
  };
}
