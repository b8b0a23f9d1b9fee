import {
  ComponentType,
  type APIModalInteractionResponseCallbackData as Modal,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { answerQuestion, ask } from '../asking/answer-question.ts';
import { answeringWords } from '../asking/answering-words.ts';
import type { CommandContext, Use } from '../command.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { clip } from '../replies/fit-text.ts';
import { note } from '../replies/view-parts.ts';
import { loadView } from '../replies/view-records.ts';
import { mayAsk } from '../routing/spend-budget.ts';
import type { Words } from '../words/words.ts';

const FIELD = 'question';

const DEFAULTS = {
  /** Characters that can be typed. */
  question: 300,
} as const;

/** The form for a question that goes on from an answer. @param customId from `formatCustomId` */
export function followUpForm(customId: string, words: Words): Modal {
  return {
    custom_id: customId,
    title: clip(words.say('followUp.title'), LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: clip(words.say('followUp.label'), LIMITS.modalTitle),
        description: clip(words.say('followUp.hint'), LIMITS.choiceText),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Short,
          required: true,
          min_length: 1,
          max_length: DEFAULTS.question,
        },
      },
    ],
  };
}

/** The form was sent: answers what it means after the question that its answer was to. */
export async function submitFollowUp(
  context: CommandContext,
  { interaction, args: [viewId = ''] }: Use<ModalSubmitInteraction>,
): Promise<void> {
  const { door, words, library, state } = context;
  const record = await loadView(state, viewId);
  if (record === undefined) return door.send(note(words.say('answer.expired')), { private: true });
  if (!(await mayAsk(context))) return;
  const typed = interaction.fields.getTextInputValue(FIELD);
  const answer = answeringWords(await ask(context, record));
  const meant = library.understand({ question: record.question, answer }, typed);
  if (meant.kind === 'lost') return door.send(note(words.say('followUp.lost')), { private: true });
  const isPrivate = interaction.message?.flags.has('Ephemeral') === true;
  await answerQuestion(context, {
    ...(meant.kind === 'own' ? { question: typed } : { question: meant.question, typed }),
    ...(isPrivate && { private: true }),
    ...(record.quoted === true && { quoted: true }),
  });
}
