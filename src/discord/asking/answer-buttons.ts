import { shareOnce } from '../replies/share.ts';
import { note } from '../replies/view-parts.ts';
import { dropView, loadView, saveView, saveVote, type ViewRecord } from '../replies/view-records.ts';
import { createPressHandler, type Press } from '../routing/press.ts';
import { answerMark, shownPassages, signature } from './answer-marks.ts';
import { ask, narrowingOf, remember } from './answer-question.ts';
import { answerView } from './answer-view.ts';
import { contextView } from './context-view.ts';
import { noteGap } from './gap-notes.ts';

const EXPIRED = 'These buttons no longer work: the answer is too old, or it was deleted. Please ask again.';
const CHANGED = '-# The articles have changed since this was asked; this is what they say now.';
const CONTEXT_GONE =
  'The articles have changed since this was asked, and this passage is no longer among the answers. Please ask again.';

/** The asker and moderators turn the page for everyone; others get a copy of their own. */
async function turnPage(press: Press, record: ViewRecord): Promise<void> {
  const { context, viewId, mine } = press;
  const answer = await ask(context, record, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const changed = answerMark(answer) !== press.mark;
  const place = { index: changed ? 0 : press.index, ...(changed && { notice: CHANGED }) };
  if (mine) {
    await context.door.update(
      answerView(answer, { ...place, ...narrowingOf(context, record), viewId, private: press.private }),
    );
    return;
  }
  const copyId = saveView(context, record, { private: true });
  await context.door.send(
    answerView(answer, { ...place, ...narrowingOf(context, record), viewId: copyId, private: true }),
    { private: true },
  );
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
  await context.door.send(
    answerView(answer, { viewId, index: 0, ...narrowingOf(context, record), private: true }),
    {
      private: true,
    },
  );
}

/** Asks the question that was suggested, in place of the one that was misspelt. */
async function askSuggestion(press: Press, record: ViewRecord): Promise<void> {
  const { context } = press;
  const { didYouMean } = await ask(context, record, () => context.door.deferUpdate());
  if (didYouMean === undefined) {
    await context.door.send(note(CONTEXT_GONE), { private: true });
    return;
  }
  await askInstead(press, { ...record, question: didYouMean });
}

/** Asks the same question of all articles. */
async function liftNarrowing(press: Press, { narrowed: _, ...record }: ViewRecord): Promise<void> {
  await askInstead(press, record);
}

/** The asker and moderators get the other answer in place of this one; others get one of their own. */
async function askInstead(
  { context, viewId: old, mine, ...press }: Press,
  record: ViewRecord,
): Promise<void> {
  const { door } = context;
  const answer = await ask(context, record, door.acknowledged ? undefined : () => door.deferUpdate());
  const visibility = { private: mine ? press.private : true };
  const viewId = saveView(context, record, visibility);
  const view = answerView(answer, { viewId, index: 0, ...narrowingOf(context, record), ...visibility });
  if (!mine) await context.door.send(view, visibility);
  else {
    await context.door.update(view);
    if (!press.private) await dropView(context.state, old);
  }
  await remember(context, answer, record);
}

/** Posts a private answer for everyone. */
async function share(press: Press, record: ViewRecord): Promise<void> {
  const { context, index, mark, messageId } = press;
  await shareOnce(context, messageId, async () => {
    const answer = await ask(context, record);
    const changed = answerMark(answer) !== mark;
    const notice = [`-# Shared by <@${context.user.id}>`, ...(changed ? [CHANGED] : [])].join('\n');
    const viewId = saveView(context, record, { private: false });
    return answerView(answer, {
      viewId,
      index: changed ? 0 : index,
      ...narrowingOf(context, record),
      private: false,
      notice,
    });
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

async function remove({ context, viewId }: Press): Promise<void> {
  await context.door.remove();
  await dropView(context.state, viewId);
}

/** Handles the buttons of an answer. */
export const pressAnswer = createPressHandler<ViewRecord>({
  load: ({ state }, viewId) => loadView(state, viewId),
  actions: new Map([
    ['page', turnPage],
    ['context', showContext],
    ['show', showAnswer],
    ['suggest', askSuggestion],
    ['lift', liftNarrowing],
    ['share', share],
    ['up', (press, record) => vote(press, record, true)],
    ['down', (press, record) => vote(press, record, false)],
  ]),
  removals: ['delete'],
  remove,
  expired: EXPIRED,
  notYours: 'Only the person who asked, or a moderator, can delete this answer.',
});
