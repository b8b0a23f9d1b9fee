import type { Message } from 'discord.js';
import { answerQuestion, ask } from '../asking/answer-question.ts';
import type { CommandContext } from '../command.ts';
import { note } from '../replies/view-parts.ts';
import { newView, saveView } from '../replies/view-records.ts';
import { type FoundSource, foundSourcesView } from './found-sources.ts';
import { messageQuestions } from './message-questions.ts';
import { messageTexts } from './message-texts.ts';

/** Only who asked sees it. */
const ALONE = { private: true } as const;

/**
 * Looks for what the articles say about a message, forwarded or embedded words too: of a longer one sentence by sentence,
 * and which of them they do not speak of. Only who asked sees it.
 */
export async function findSources(context: CommandContext, message: Message): Promise<void> {
  const { whole, sentences, unread } = messageQuestions(messageTexts(message));
  if (whole === undefined && sentences.length === 0)
    return context.door.send(note(context.words.say('find.noWords')), { private: true });
  if (sentences.length < 2) return askWhole(context, whole ?? sentences[0] ?? '');
  await context.door.defer({ private: true });
  const found: FoundSource[] = [];
  for (const question of sentences) {
    const record = newView(question, context.now(), { quoted: true });
    const answer = await ask(context, record);
    found.push({ viewId: saveView(context, record, ALONE), answer });
  }
  const answers = found.flatMap(({ answer }) => (answer.kind === 'answer' ? [answer] : []));
  // What no sentence says alone, all of them may say together.
  if (answers.length === 0 && whole !== undefined) return askWhole(context, whole);
  await context.door.send(foundSourcesView(found, unread, context.words), ALONE);
  for (const answer of answers) await context.quotes.add(answer.passages[0]);
}

function askWhole(context: CommandContext, question: string): Promise<void> {
  return answerQuestion(context, { question, private: true, quoted: true });
}
