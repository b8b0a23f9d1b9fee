import { askedQuestion } from '../../answer/asked/normalise-question.ts';
import type { Answer } from '../../answer/types.ts';
import type { CommandContext } from '../command.ts';
import { sendOrKeep } from '../replies/send-or-keep.ts';
import { newView, saveView, type ViewRecord } from '../replies/view-records.ts';
import { answerView } from './answer-view.ts';
import { noteGap } from './gap-notes.ts';

const DEFAULTS = {
  /** How many passages can be paged through. */
  passages: 5,
  /** Characters of a question. */
  question: 1000,
} as const;

export interface AskedQuestion {
  readonly question: string;
  readonly private: boolean;
  /** The words are those of someone else's message: no gap is kept of them. */
  readonly quoted?: boolean;
}

/** Answers a question with a message. */
export async function answerQuestion(
  context: CommandContext,
  { question, private: isPrivate, quoted }: AskedQuestion,
): Promise<void> {
  const record = newView(askedQuestion(question, DEFAULTS.question), context.now(), quoted);
  const answer = await ask(context, record, () => context.door.defer({ private: isPrivate }));
  const viewId = saveView(context, record, { private: isPrivate });
  await sendOrKeep(context.door, isPrivate, (seen) => answerView(answer, { viewId, index: 0, ...seen }));
  context.meter.answered(answer.kind === 'answer' ? answer.level : 'none');
  await remember(context, answer, record);
}

/** What moderators learn from a question: which passage it got, or that it got none. */
export async function remember(
  context: CommandContext,
  answer: Answer,
  { quoted = false }: ViewRecord,
): Promise<void> {
  const { quotes, log } = context;
  try {
    if (answer.kind === 'answer') await quotes.add(answer.passages[0]);
    else if (answer.reason !== 'empty' && !quoted) await noteGap(context, answer.question, 'no-answer');
  } catch (err) {
    log.error({ err }, 'What was asked could not be remembered');
  }
}

/**
 * Answers the question of a record from the articles as they are now.
 * @param acknowledge called when the answer will be late, before it is worked out
 */
export async function ask(
  context: CommandContext,
  record: ViewRecord,
  acknowledge?: () => Promise<void>,
): Promise<Answer> {
  return context.queue.run(
    () => context.library.current().ask(record.question, { top: DEFAULTS.passages, asked: record.asked }),
    acknowledge,
  );
}
