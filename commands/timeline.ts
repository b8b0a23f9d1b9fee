import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { COSTS } from '../src/discord/routing/question-budget.ts';
import { answerTimeline } from '../src/discord/timelines/show-timeline.ts';
import { pressTimeline } from '../src/discord/timelines/timeline-buttons.ts';
import { TIMELINE_SCOPE } from '../src/discord/timelines/timeline-view.ts';

const MAX_SUGGESTIONS = 25;

/** `/timeline [topic] [from] [to] [order] [private]` */
export const timeline = {
  kind: 'slash',
  scope: TIMELINE_SCOPE,
  cost: COSTS.question,
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'timeline',
    description: 'Shows what the articles say happened, when, in their own words',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'A person, a place or a thing; leave it out for everything',
        max_length: 300,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'from',
        description: 'The first day: 2011, June 2021, 5 March 2021, last year',
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'to',
        description: 'The last day: 2011, June 2021, 5 March 2021, last year',
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'order',
        description: 'By date, or the most important first',
        choices: [
          { name: 'by date', value: 'date' },
          { name: 'by importance', value: 'importance' },
        ],
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show it to you only; you can share it afterwards',
      },
    ],
  },
  run: (context, { options }) =>
    answerTimeline(context, {
      topic: options.getString('topic') ?? '',
      from: options.getString('from') ?? undefined,
      to: options.getString('to') ?? undefined,
      order: options.getString('order') === 'importance' ? 'importance' : 'date',
      private: options.getBoolean('private') ?? false,
    }),
  press: pressTimeline,
  complete: async ({ library, dateIndexes }, interaction) => {
    const snapshot = library.current();
    // Whoever types a topic will want the dates in a moment.
    if (dateIndexes.ready(snapshot) === undefined) void dateIndexes.of(snapshot).catch(() => undefined);
    const names = snapshot.names(interaction.options.getFocused(), MAX_SUGGESTIONS);
    return names.map(({ name }) => ({ name, value: name }));
  },
} satisfies Command;
