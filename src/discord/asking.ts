import { type MessageComponentInteraction, MessageFlags, MessageFlagsBitField } from 'discord.js';
import type { Answer } from '../answer/types.ts';
import type { CommandContext, Use } from './command.ts';
import { noteGap } from './gap-notes.ts';
import { note } from './layout.ts';
import { dropView, loadView, newView, saveView, saveVote, type ViewRecord } from './view-records.ts';
import { answerMark, answerView, shownPassages, signature } from './views/answer.ts';
import { contextView } from './views/context.ts';

const DEFAULTS = {
  /** How many passages can be paged through. */
  passages: 5,
} as const;

const EXPIRED = 'These buttons no longer work: the answer is too old, or it was deleted. Please ask again.';
const CHANGED = '-# The articles have changed since this was asked; this is what they say now.';
const CONTEXT_GONE =
  'The articles have changed since this was asked, and this passage is no longer among the answers. Please ask again.';

/** Answers a question with a message, unless the person has asked too much in too short a time. */
export async function answerQuestion(
  context: CommandContext,
  { question, private: isPrivate }: { readonly question: string; readonly private: boolean },
): Promise<void> {
  const wait = context.user.moderator ? 0 : context.cooldown.take(context.user.id);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    await context.door.send(
      note(`One moment, please: you can ask again in ${seconds} second${seconds === 1 ? '' : 's'}.`),
      {
        private: true,
      },
    );
    return;
  }
  const record = newView(question, context.user.id, context.now());
  const answer = await ask(context, record, () => context.door.defer({ private: isPrivate }));
  const viewId = await saveView(context.state, record);
  await context.door.send(answerView(answer, { viewId, index: 0, private: isPrivate }), {
    private: isPrivate,
  });
  await remember(context, answer);
}

/** What moderators learn from a question: which passage it got, or that it got none. */
async function remember(context: CommandContext, answer: Answer): Promise<void> {
  const { quotes, log } = context;
  try {
    if (answer.kind === 'answer') await quotes.add(answer.passages[0]);
    else if (answer.reason !== 'empty') await noteGap(context, answer.question, 'no-answer');
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
    private: new MessageFlagsBitField(interaction.message.flags).has(MessageFlags.Ephemeral),
    asker: record?.by ?? interaction.message.interactionMetadata?.user.id,
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
  /** Whether the message that the button sits on is seen by one person only. */
  readonly private: boolean;
  readonly asker: string | undefined;
}

const ACTIONS: ReadonlyMap<string, (press: Press, record: ViewRecord) => Promise<void>> = new Map([
  ['page', turnPage],
  ['context', showContext],
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
  const copyId = await saveView(context.state, { ...record, by: context.user.id });
  await context.door.send(answerView(answer, { ...place, viewId: copyId, private: true }), { private: true });
}

async function showContext({ context, mark }: Press, record: ViewRecord): Promise<void> {
  const answer = await ask(context, record, () => context.door.defer({ private: true }));
  const passage = shownPassages(answer).find((candidate) => signature([candidate]) === mark);
  await context.door.send(passage === undefined ? note(CONTEXT_GONE) : contextView(passage), {
    private: true,
  });
}

/** Asks the question that was suggested, in place of the one that was misspelt. */
async function askSuggestion(press: Press, record: ViewRecord): Promise<void> {
  const { context } = press;
  const { didYouMean } = await ask(context, record, () => context.door.deferUpdate());
  if (didYouMean === undefined) {
    await context.door.send(note(CONTEXT_GONE), { private: true });
    return;
  }
  const suggested = { ...record, question: didYouMean, by: context.user.id };
  const answer = await ask(context, suggested);
  const viewId = await saveView(context.state, suggested);
  if (mayChange(press)) {
    await context.door.update(answerView(answer, { viewId, index: 0, private: press.private }));
  } else {
    await context.door.send(answerView(answer, { viewId, index: 0, private: true }), { private: true });
  }
  await remember(context, answer);
}

/** Posts a private answer for everyone, and takes the button away so that it is not posted twice. */
async function share(press: Press, record: ViewRecord): Promise<void> {
  const { context, viewId, index, mark } = press;
  const answer = await ask(context, record, () => context.door.deferUpdate());
  const changed = answerMark(answer) !== mark;
  await context.door.update(note('Shared with the channel.'));
  const notice = [`-# Shared by <@${context.user.id}>`, ...(changed ? [CHANGED] : [])].join('\n');
  const place = { viewId, index: changed ? 0 : index, private: false, notice };
  await context.door.send(answerView(answer, place), { private: false });
}

async function vote(
  { context, viewId, index }: Press,
  { question }: ViewRecord,
  helpful: boolean,
): Promise<void> {
  const { state, user, now } = context;
  const vote = { viewId, userId: user.id, question, helpful, passage: index, at: now() };
  const before = await saveVote(state, vote);
  if (!helpful && before !== false) await noteGap(context, question, 'thumbs-down');
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

/** @param acknowledge called when the answer will be late, before it is worked out */
async function ask(
  context: CommandContext,
  record: ViewRecord,
  acknowledge?: () => Promise<void>,
): Promise<Answer> {
  return context.queue.run(
    () => context.library.current().ask(record.question, { top: DEFAULTS.passages, asked: record.asked }),
    acknowledge,
  );
}
