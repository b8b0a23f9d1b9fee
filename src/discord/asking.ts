import { type MessageComponentInteraction, MessageFlags, MessageFlagsBitField } from 'discord.js';
import { askedQuestion } from '../answer/asked/normalise-question.ts';
import type { Answer } from '../answer/types.ts';
import type { CommandContext, Use } from './command.ts';
import { noteGap } from './gap-notes.ts';
import { note } from './layout.ts';
import { sendOrKeep } from './send-or-keep.ts';
import { shareOnce } from './share.ts';
import { dropView, loadView, newView, saveView, saveVote, type ViewRecord } from './view-records.ts';
import { answerMark, answerView, shownPassages, signature } from './views/answer.ts';
import { contextView } from './views/context.ts';

const DEFAULTS = {
  /** How many passages can be paged through. */
  passages: 5,
  /** Characters of a question. */
  question: 1000,
} as const;

const EXPIRED = 'These buttons no longer work: the answer is too old, or it was deleted. Please ask again.';
const CHANGED = '-# The articles have changed since this was asked; this is what they say now.';
const CONTEXT_GONE =
  'The articles have changed since this was asked, and this passage is no longer among the answers. Please ask again.';

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
async function remember(
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

/** Handles the buttons of an answer. */
export async function pressAnswer(
  context: CommandContext,
  { interaction, action, args }: Use<MessageComponentInteraction>,
): Promise<void> {
  const [viewId = '', index = '0', mark = ''] = args;
  const record = await loadView(context.state, viewId);
  const press: Press = {
    context,
    viewId,
    index: Number.parseInt(index, 10) || 0,
    mark,
    messageId: interaction.message.id,
    private: new MessageFlagsBitField(interaction.message.flags).has(MessageFlags.Ephemeral),
    asker: interaction.message.interactionMetadata?.user.id,
  };
  if (action === 'delete') return remove(press);
  const act = ACTIONS.get(action);
  if (record === undefined || act === undefined) {
    await context.door.send(note(EXPIRED), { private: true });
    return;
  }
  await act(press, record);
}

interface Press {
  readonly context: CommandContext;
  readonly viewId: string;
  readonly index: number;
  /** The signature of what the button was made for. */
  readonly mark: string;
  /** The message that the button sits on. */
  readonly messageId: string;
  /** Whether the message that the button sits on is seen by one person only. */
  readonly private: boolean;
  readonly asker: string | undefined;
}

const ACTIONS: ReadonlyMap<string, (press: Press, record: ViewRecord) => Promise<void>> = new Map([
  ['page', turnPage],
  ['context', showContext],
  ['show', showAnswer],
  ['suggest', askSuggestion],
  ['share', share],
  ['up', (press, record) => vote(press, record, true)],
  ['down', (press, record) => vote(press, record, false)],
]);

/** The asker and moderators turn the page for everyone; others get a copy of their own. */
async function turnPage(press: Press, record: ViewRecord): Promise<void> {
  const { context, viewId } = press;
  const mine = mayChange(press);
  const answer = await ask(context, record, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const changed = answerMark(answer) !== press.mark;
  const place = { index: changed ? 0 : press.index, ...(changed && { notice: CHANGED }) };
  if (mine) {
    await context.door.update(answerView(answer, { ...place, viewId, private: press.private }));
    return;
  }
  const copyId = saveView(context, record, { private: true });
  await context.door.send(answerView(answer, { ...place, viewId: copyId, private: true }), { private: true });
}

async function showContext({ context, mark }: Press, record: ViewRecord): Promise<void> {
  const answer = await ask(context, record, () => context.door.defer({ private: true }));
  const passage = shownPassages(answer).find((candidate) => signature([candidate]) === mark);
  await context.door.send(passage === undefined ? note(CONTEXT_GONE) : contextView(passage), {
    private: true,
  });
}

/** The whole answer to one of several questions that a message shows in short. */
async function showAnswer({ context, viewId }: Press, record: ViewRecord): Promise<void> {
  const answer = await ask(context, record, () => context.door.defer({ private: true }));
  await context.door.send(answerView(answer, { viewId, index: 0, private: true }), { private: true });
}

/** Asks the question that was suggested, in place of the one that was misspelt. */
async function askSuggestion(press: Press, record: ViewRecord): Promise<void> {
  const { context } = press;
  const { didYouMean } = await ask(context, record, () => context.door.deferUpdate());
  if (didYouMean === undefined) {
    await context.door.send(note(CONTEXT_GONE), { private: true });
    return;
  }
  const suggested = { ...record, question: didYouMean };
  const answer = await ask(context, suggested);
  const mine = mayChange(press);
  const visibility = { private: mine ? press.private : true };
  const viewId = saveView(context, suggested, visibility);
  const view = answerView(answer, { viewId, index: 0, ...visibility });
  if (!mine) await context.door.send(view, visibility);
  else {
    await context.door.update(view);
    if (!press.private) await dropView(context.state, press.viewId);
  }
  await remember(context, answer, suggested);
}

/** Posts a private answer for everyone. */
async function share(press: Press, record: ViewRecord): Promise<void> {
  const { context, index, mark, messageId } = press;
  await shareOnce(context, messageId, async () => {
    const answer = await ask(context, record);
    const changed = answerMark(answer) !== mark;
    const notice = [`-# Shared by <@${context.user.id}>`, ...(changed ? [CHANGED] : [])].join('\n');
    const viewId = saveView(context, record, { private: false });
    return answerView(answer, { viewId, index: changed ? 0 : index, private: false, notice });
  });
}

async function vote(
  { context, viewId, index }: Press,
  { question, quoted = false }: ViewRecord,
  helpful: boolean,
): Promise<void> {
  const vote = { ...(!quoted && { question }), helpful, passage: index, at: context.now() };
  const before = await saveVote(context, viewId, vote);
  if (!helpful && before !== false && !quoted) await noteGap(context, question, 'thumbs-down');
  await context.door.send(
    note(helpful ? 'Thank you, noted as helpful.' : 'Thank you, noted as not helpful.'),
    {
      private: true,
    },
  );
}

async function remove(press: Press): Promise<void> {
  const { context, viewId } = press;
  if (!mayChange(press)) {
    await context.door.send(note('Only the person who asked, or a moderator, can delete this answer.'), {
      private: true,
    });
    return;
  }
  await context.door.remove();
  await dropView(context.state, viewId);
}

function mayChange({ context, asker, private: isPrivate }: Press): boolean {
  return isPrivate || context.user.moderator || context.user.id === asker;
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
