import {
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  GatewayIntentBits,
  type Interaction,
  ApplicationCommandType as Kind,
  LabelBuilder,
  type MessageComponentInteraction,
  MessageFlags,
  ApplicationCommandOptionType as Option,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Playground } from '../../src/playground/playground-types.ts';

/** A bot with one command for everything that the page can show. */
export interface PageBot {
  client: Client<true>;
  /** Lets the answer of `/slow` out, and the suggestions for "later". */
  release: () => void;
}

/** What a page must never run, in every place where a bot can put a text. */
export const HOSTILE = '<img src=x onerror="window.stolen=1"><script>window.stolen=1</script>';

/** 2 × 1 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGNk+M/wn4GBgQEADQQC/9C4Hd8AAAAASUVORK5CYII=',
  'base64',
);

const COMMANDS = [
  {
    name: 'echo',
    description: 'Says it again',
    options: [
      {
        type: Option.String,
        name: 'text',
        description: 'What to say',
        required: true,
        autocomplete: true,
        maxLength: 50,
      },
      { type: Option.Boolean, name: 'loud', description: 'In capitals' },
      { type: Option.Attachment, name: 'file', description: 'Something to send back' },
    ],
  },
  { name: 'card', description: 'Shows every component' },
  { name: 'secret', description: 'Only for you' },
  { name: 'slow', description: 'Thinks for a while' },
  { name: 'silent', description: 'Never answers' },
  { name: 'hostile', description: 'Tries to break the page' },
  {
    name: 'corpus',
    description: 'For moderators',
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    options: [{ type: Option.Subcommand, name: 'reload', description: 'Reads the articles again' }],
  },
  { type: Kind.Message, name: 'Quote it' },
] as const;

/** Logs a real discord.js client in and registers the commands. */
export async function startPageBot(playground: Playground): Promise<PageBot> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: playground.apiUrl } });
  client.on('interactionCreate', (interaction) => {
    answer(interaction, released).catch((error: unknown) => client.emit('error', new Error(String(error))));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(playground.token);
  const online = await ready;
  await online.application.commands.set([...COMMANDS]);
  return { client: online, release };
}

async function answer(interaction: Interaction, released: Promise<void>): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const words = ['apple pie', 'apple juice', 'pear'].filter((word) => word.startsWith(typed));
    if (typed === 'later') await released;
    await interaction.respond(words.map((name) => ({ name, value: `value:${name}` })));
    if (typed === 'later' && interaction.channel?.isSendable()) await interaction.channel.send('Suggested.');
  } else if (interaction.isChatInputCommand()) await slash(interaction, released);
  else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`> ${interaction.targetMessage.content}`);
  } else if (interaction.isMessageComponent()) await component(interaction);
  else if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const file = fields.getUploadedFiles('file')?.first()?.name ?? 'no file';
    await interaction.reply(
      `Thank you: ${fields.getTextInputValue('why')}, ${fields.getStringSelectValues('kind').join()}, ${file}`,
    );
  }
}

async function slash(interaction: ChatInputCommandInteraction, released: Promise<void>): Promise<void> {
  switch (interaction.commandName) {
    case 'echo':
      return echo(interaction);
    case 'card':
      await interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: card(),
        files: [picture(), table()],
      });
      return;
    case 'secret':
      await interaction.reply({ content: 'Do not tell.', flags: MessageFlags.Ephemeral });
      return;
    case 'slow':
      await interaction.deferReply();
      await released;
      await interaction.editReply('At last.');
      return;
    case 'corpus':
      await interaction.reply('The articles are read again.');
      return;
    case 'hostile':
      await interaction.reply({
        content: `${HOSTILE} [click](javascript:window.stolen=1) **${HOSTILE}**`,
        embeds: [
          {
            title: HOSTILE,
            description: HOSTILE,
            fields: [{ name: HOSTILE, value: HOSTILE }],
            footer: { text: HOSTILE },
          },
        ],
        components: [row(button('hostile', ButtonStyle.Danger, HOSTILE.slice(0, 80)))],
      });
      return;
  }
}

async function echo(interaction: ChatInputCommandInteraction): Promise<void> {
  const text = interaction.options.getString('text', true);
  const file = interaction.options.getAttachment('file');
  await interaction.reply({
    content: interaction.options.getBoolean('loud') ? text.toUpperCase() : text,
    files: file
      ? [{ attachment: Buffer.from(await (await fetch(file.url)).arrayBuffer()), name: file.name }]
      : [],
    components: [
      row(
        button('again', ButtonStyle.Primary, 'Again'),
        button('report', ButtonStyle.Danger, 'Report'),
        button('closed', ButtonStyle.Secondary, 'Closed', true),
        link('Source', 'https://example.org/'),
      ),
      row({
        type: ComponentType.StringSelect,
        customId: 'pick',
        placeholder: 'Pick one',
        options: [
          { label: 'First', value: '1', description: 'The one before' },
          { label: 'Second', value: '2' },
        ],
      }),
    ],
  });
}

async function component(interaction: MessageComponentInteraction): Promise<void> {
  if (interaction.customId === 'again') {
    await interaction.update(`${interaction.message.content} again`);
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply(`You picked ${interaction.values.join()}.`);
  } else if (interaction.customId === 'report') {
    await interaction.showModal({
      customId: 'report-form',
      title: 'Report',
      components: [
        new LabelBuilder()
          .setLabel('Why?')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph).setMinLength(5),
          ),
        label('What kind?', {
          type: ComponentType.StringSelect,
          customId: 'kind',
          options: [
            { label: 'Wrong quote', value: 'quote' },
            { label: 'Wrong source', value: 'source' },
          ],
        }),
        label('A file', { type: ComponentType.FileUpload, customId: 'file', required: false }),
      ],
    });
  }
}

const row = <Children extends readonly unknown[]>(...components: Children) =>
  ({ type: ComponentType.ActionRow, components }) as const;
const button = (
  customId: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger,
  label: string,
  disabled = false,
) => ({ type: ComponentType.Button, customId, style, label, disabled }) as const;
const link = (label: string, url: string) =>
  ({ type: ComponentType.Button, style: ButtonStyle.Link, label, url }) as const;
const label = <Child>(text: string, component: Child) =>
  ({ type: ComponentType.Label, label: text, component }) as const;
const picture = () => ({ attachment: PNG, name: 'dot.png' });
const table = () => ({ attachment: Buffer.from('a,b\n'), name: 'table.csv' });

function card() {
  const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;
  return [
    {
      type: ComponentType.Container,
      accentColor: 0xff0000,
      components: [
        text('## A heading\n> A quote, **in part bold**.'),
        {
          type: ComponentType.Section,
          components: [text('With a picture')],
          accessory: {
            type: ComponentType.Thumbnail,
            media: { url: 'attachment://dot.png' },
            description: 'A dot',
          },
        },
        { type: ComponentType.Separator },
        {
          type: ComponentType.Section,
          components: [text('With a button')],
          accessory: button('open', ButtonStyle.Secondary, 'Open'),
        },
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: 'attachment://dot.png' }, description: 'Dots' }],
        },
        { type: ComponentType.File, file: { url: 'attachment://table.csv' } },
      ],
    },
  ] as const;
}
