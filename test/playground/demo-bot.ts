import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  ApplicationCommandOptionType as Option,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** A bot that shows every kind of answer; `what` chooses one. */
export async function demo(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const also = interaction.options.getString('what') ?? '';
    await interaction.respond(
      ['apple', 'apricot', 'pear'].flatMap((name) =>
        name.startsWith(typed) ? [{ name: `${name} ${also}`.trim(), value: name }] : [],
      ),
    );
  } else if (interaction.isChatInputCommand()) {
    switch (interaction.options.getString('what')) {
      case 'plain':
        await interaction.reply('**hello**');
        break;
      case 'private':
        await interaction.reply({ content: 'only you', flags: MessageFlags.Ephemeral });
        break;
      case 'deferred':
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply('done');
        await interaction.followUp('and in public');
        break;
      case 'file': {
        const given = interaction.options.getAttachment('file', true);
        const text = await (await fetch(given.url)).text();
        await interaction.reply({
          content: `${given.name}: ${given.size} bytes, ${given.contentType}`,
          files: [{ attachment: Buffer.from(text.toUpperCase()), name: 'loud.txt', description: 'louder' }],
        });
        break;
      }
      case 'buttons':
        await interaction.reply({
          content: 'pick',
          components: [
            new ActionRowBuilder<ButtonBuilder>().addComponents(
              new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
              new ButtonBuilder().setCustomId('quiet').setLabel('Quiet').setStyle(ButtonStyle.Secondary),
              new ButtonBuilder().setCustomId('form').setLabel('Form').setStyle(ButtonStyle.Success),
              new ButtonBuilder()
                .setCustomId('off')
                .setLabel('Off')
                .setStyle(ButtonStyle.Danger)
                .setDisabled(),
              new ButtonBuilder().setURL('https://example.org').setLabel('Link').setStyle(ButtonStyle.Link),
            ),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
              new StringSelectMenuBuilder()
                .setCustomId('colour')
                .setPlaceholder('Colours')
                .setMaxValues(2)
                .addOptions(['red', 'green', 'blue'].map((name) => ({ label: name, value: name }))),
            ),
          ],
        });
        break;
      case 'form':
        await interaction.showModal(form());
        break;
      case 'ping':
        await interaction.reply('<@1400000000000000006>');
        break;
      case 'silent ping':
        await interaction.reply({ content: '<@1400000000000000006>', allowedMentions: { parse: [] } });
        break;
      case 'gone':
        await interaction.reply('soon gone');
        await interaction.deleteReply();
        break;
      default:
        await interaction.reply(`count ${interaction.options.getInteger('count')}`);
    }
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: interaction.values.join(' and '), components: [] });
  } else if (interaction.isButton()) {
    if (interaction.customId === 'more') await interaction.update('more');
    else if (interaction.customId === 'form') await interaction.showModal(form());
    else {
      await interaction.deferUpdate();
      await interaction.editReply('quietly changed');
    }
  } else if (interaction.isModalSubmit()) {
    const name = interaction.fields.getTextInputValue('name');
    if (interaction.isFromMessage()) await interaction.update(`hello ${name}`);
    else await interaction.reply(`hello ${name}`);
  } else if (interaction.isMessageContextMenuCommand()) {
    const { author, content } = interaction.targetMessage;
    await interaction.reply({
      content: `${author.username} wrote ${content}`,
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isUserContextMenuCommand()) {
    await interaction.reply(`this is ${interaction.targetUser.displayName}`);
  }
}

const form = () =>
  new ModalBuilder()
    .setCustomId('who')
    .setTitle('Who are you?')
    .addComponents(
      new ActionRowBuilder<TextInputBuilder>().addComponents(
        new TextInputBuilder()
          .setCustomId('name')
          .setLabel('Name')
          .setStyle(TextInputStyle.Short)
          .setMinLength(2)
          .setMaxLength(10),
      ),
    );

/** The commands of the bot. */
export const COMMANDS = [
  {
    name: 'show',
    description: 'Shows one kind of answer',
    options: [
      { type: Option.String as const, name: 'what', description: 'Which' },
      { type: Option.String as const, name: 'fruit', description: 'Completes', autocomplete: true },
      { type: Option.Integer as const, name: 'count', description: 'How many', minValue: 1, maxValue: 5 },
      { type: Option.Attachment as const, name: 'file', description: 'A file' },
    ],
  },
  { name: 'secret', description: 'For moderators', defaultMemberPermissions: 0x20n },
  {
    name: 'must',
    description: 'Needs it',
    options: [{ type: Option.String as const, name: 'it', description: 'it', required: true, minLength: 3 }],
  },
  {
    name: 'tree',
    description: 'Has branches',
    options: [
      {
        type: Option.SubcommandGroup as const,
        name: 'left',
        description: 'left',
        options: [
          {
            type: Option.Subcommand as const,
            name: 'leaf',
            description: 'leaf',
            options: [{ type: Option.Integer as const, name: 'count', description: 'n' }],
          },
        ],
      },
      { type: Option.Subcommand as const, name: 'right', description: 'right' },
    ],
  },
  { name: 'Who wrote this', type: 3 as const },
  { name: 'Who is it', type: 2 as const },
];
