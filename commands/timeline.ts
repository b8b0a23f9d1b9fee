import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { EVERYWHERE } from '../src/discord/registration/places.ts';
import { COSTS } from '../src/discord/routing/question-budget.ts';
import { answerTimeline } from '../src/discord/timelines/show-timeline.ts';
import { pressTimeline } from '../src/discord/timelines/timeline-buttons.ts';
import { TIMELINE_SCOPE } from '../src/discord/timelines/timeline-view.ts';
import { commandText, nameText } from '../src/discord/words/command-texts.ts';

const MAX_SUGGESTIONS = 25;

/** `/timeline [topic] [from] [to] [order] [private]` */
export const timeline = {
  kind: 'slash',
  scope: TIMELINE_SCOPE,
  cost: COSTS.question,
  data: {
    type: ApplicationCommandType.ChatInput,
    ...commandText('command.timeline'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.timeline.topic'),
        max_length: 300,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.timeline.from'),
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.timeline.to'),
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...commandText('command.timeline.order'),
        choices: [
          { ...nameText('command.timeline.order.date'), value: 'date' },
          { ...nameText('command.timeline.order.importance'), value: 'importance' },
        ],
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...commandText('command.timeline.private'),
      },
    ],
  },
  run: (context, { options }) =>
    answerTimeline(context, {
      topic: options.getString('topic') ?? '',
      from: options.getString('from') ?? undefined,
      to: options.getString('to') ?? undefined,
      order: options.getString('order') === 'importance' ? 'importance' : 'date',
      private: options.getBoolean('private') ?? undefined,
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
