import type { Answer } from '../../answer/answer.ts';
import { passageMark } from '../../answer/passage/passage-mark.ts';
import { askedQuestion } from '../../answer/question/unwrap/normalise-question.ts';
import type { CommandContext } from '../command.ts';
import { dayOf } from '../replies/days.ts';
import { type Seen, sendOrKeep } from '../replies/send-or-keep.ts';
import { note } from '../replies/view-parts.ts';
import { newView, saveView, type ViewRecord } from '../replies/view-records.ts';
import { whoSees, whoSeesOf } from '../settings/who-sees.ts';
import { judgedAnswer } from '../votes/judged-order.ts';
import type { AnswerPlace } from './answer-marks.ts';
import { answerView } from './answer-view.ts';
import { answeringWords } from './answering-words.ts';
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
  /** Only the person is to see it; undefined: as the server does it. */
  readonly private?: boolean | undefined;
  /** The words are those of someone else's message: no gap is kept of them. */
  readonly quoted?: boolean;
  readonly narrowed?: TypedNarrowing;
  /** What was typed, when the question is what that was understood as. */
  readonly typed?: string;
}

/** Whoever asks, and where: by an interaction, or by a message. */
export type Asker = Omit<CommandContext, 'door'>;

/** Answers a question with a message. */
export async function answerQuestion(
  context: CommandContext,
  { question, private: asked, quoted = false, narrowed: options = {}, typed }: AskedQuestion,
): Promise<void> {
  const plain = askedQuestion(question, DEFAULTS.question);
  const read = await readNarrowing(context, options, dayOf(context.now()), context.words);
  if (!read.ok) {
    await context.door.send(note(read.message), { private: true });
    return;
  }
  const narrowed = Object.keys(read.narrowing).length === 0 ? {} : { narrowed: read.narrowing };
  const record = newView(plain, context.now(), {
    quoted,
    ...narrowed,
    ...(typed !== undefined && { typed: askedQuestion(typed, DEFAULTS.question) }),
  });
  const sight = whoSees(context, asked);
  const answer = await ask(context, record, () => context.door.defer(sight));
  const level = answer.kind === 'answer' ? answer.level : undefined;
  await sendOrKeep(context, whoSeesOf(context, sight, level), (seen) =>
    answerView(answer, placeOf(context, record, seen)),
  );
  context.meter.answered(answer.kind === 'answer' ? answer.level : 'none');
  await remember(context, answer, record);
}

/** What is learnt from a question: what the person may go on from, and which passage it got, or that it got none. */
export async function remember(
  context: Asker,
  answer: Answer,
  { question, quoted = false, narrowed }: ViewRecord,
): Promise<void> {
  const { quotes, log, state, conversations, user, channelIds } = context;
  const [channelId] = channelIds;
  try {
    if (!quoted && channelId !== undefined)
      await conversations.remember(user.id, channelId, { question, answer: answeringWords(answer) });
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
 * Answers the question of a record from the articles as they are now, in the order that the server's votes give.
 * @param acknowledge called when the answer will be late, before it is worked out
 */
export async function ask(
  {
    queue,
    library,
    recentAnswers,
    judgements,
    guildId,
    settings,
  }: Pick<Asker, 'queue' | 'library' | 'recentAnswers' | 'judgements' | 'guildId' | 'settings'>,
  record: ViewRecord,
  acknowledge?: () => Promise<void>,
): Promise<Answer> {
  const { question, asked, narrowed } = record;
  const options = { top: DEFAULTS.passages, asked, ...(narrowed !== undefined && { narrowed }) };
  const key = JSON.stringify([question, options]);
  const work = () => {
    const snapshot = library.current();
    return recentAnswers.of(snapshot, key, () => snapshot.ask(question, options));
  };
  const answer = recentAnswers.known(library.current(), key) ?? (await queue.run(work, acknowledge));
  if (guildId === null || !settings.feedback) return answer;
  return judgedAnswer(answer, (passage) => judgements.of(guildId, passageMark([passage]), question));
}

/** Where an answer stands for `answerView`: what its buttons need is kept. @param index the passage that is shown */
export function placeOf(
  context: Asker,
  record: ViewRecord,
  seen: Seen,
  { index = 0, viewId }: { readonly index?: number; readonly viewId?: string } = {},
): AnswerPlace {
  const { library, settings } = context;
  const narrowed = narrowingText(record.narrowed, library.current(), seen.words);
  return {
    viewId: viewId ?? saveView(context, record, { private: seen.private }),
    index,
    feedback: settings.feedback,
    ...seen,
    ...(narrowed !== undefined && { narrowed }),
    ...(record.typed !== undefined && { typed: record.typed }),
  };
}
