import type { Answer } from '../../answer/answer.ts';
import { askedQuestion } from '../../answer/question/unwrap/normalise-question.ts';
import type { CommandContext } from '../command.ts';
import { dayOf } from '../replies/days.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { sendOrKeep } from '../replies/send-or-keep.ts';
import { note } from '../replies/view-parts.ts';
import { newView, saveView, type ViewRecord } from '../replies/view-records.ts';
import { answerView } from './answer-view.ts';
import { noteGap } from './gap-notes.ts';
import { narrowingText, readNarrowing, type TypedNarrowing } from './narrowed.ts';

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
  readonly narrowed?: TypedNarrowing;
}

/** Answers a question with a message. */
export async function answerQuestion(
  context: CommandContext,
  { question, private: isPrivate, quoted = false, narrowed: typed = {} }: AskedQuestion,
): Promise<void> {
  const words = askedQuestion(question, DEFAULTS.question);
  const read = await readNarrowing(context, typed, dayOf(context.now()));
  if (!read.ok) {
    await context.door.send(note(escapeMarkdown(read.message)), { private: true });
    return;
  }
  const narrowed = Object.keys(read.narrowing).length === 0 ? {} : { narrowed: read.narrowing };
  const record = newView(words, context.now(), { quoted, ...narrowed });
  const answer = await ask(context, record, () => context.door.defer({ private: isPrivate }));
  const viewId = saveView(context, record, { private: isPrivate });
  await sendOrKeep(context.door, isPrivate, (seen) =>
    answerView(answer, { viewId, index: 0, ...narrowingOf(context, record), ...seen }),
  );
  context.meter.answered(answer.kind === 'answer' ? answer.level : 'none');
  await remember(context, answer, record);
}

/** What moderators learn from a question: which passage it got, or that it got none. */
export async function remember(
  context: CommandContext,
  answer: Answer,
  { quoted = false, narrowed }: ViewRecord,
): Promise<void> {
  const { quotes, log, state } = context;
  try {
    if (answer.kind === 'answer') await quotes.add(answer.passages[0]);
    // What some articles do not answer, others may.
    else if (answer.reason !== 'empty' && !quoted && narrowed === undefined)
      await noteGap(context, answer.question, 'no-answer');
  } catch (err) {
    // That the database is away has been said, once.
    const level = state.trouble() === undefined ? 'error' : 'debug';
    log[level]({ err }, 'What was asked could not be remembered');
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
  return context.queue.run(() => {
    const { question, asked, narrowed } = record;
    const options = { top: DEFAULTS.passages, asked, ...(narrowed !== undefined && { narrowed }) };
    return context.library.current().ask(question, options);
  }, acknowledge);
}

/** What an answer says of how it was narrowed, for `answerView`. */
export function narrowingOf({ library }: CommandContext, { narrowed }: ViewRecord): { narrowed?: string } {
  const text = narrowingText(narrowed, library.current());
  return text === undefined ? {} : { narrowed: text };
}
