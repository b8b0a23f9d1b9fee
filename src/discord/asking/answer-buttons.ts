import type { Passage } from '../../answer/answer.ts';
import { passageMark } from '../../answer/passage/passage-mark.ts';
import { followUpForm } from '../conversation/follow-up-form.ts';
import { subtext } from '../replies/escape-markdown.ts';
import { seenBy } from '../replies/send-or-keep.ts';
import { shareOnce } from '../replies/share.ts';
import { note, type View } from '../replies/view-parts.ts';
import { dropView, loadView, saveVote, type ViewRecord } from '../replies/view-records.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { createPressHandler, type Press } from '../routing/press.ts';
import type { Words } from '../words/words.ts';
import { type AnswerPlace, ASK_SCOPE, answerMark, shownPassages } from './answer-marks.ts';
import { ask, placeOf, remember } from './answer-question.ts';
import { answerView } from './answer-view.ts';
import { articleFileView, sameInView } from './article-file.ts';
import { contextView } from './context-view.ts';
import { noteGap } from './gap-notes.ts';

/** The asker and moderators turn the page for everyone; others get a copy of their own. */
async function turnPage(press: Press, record: ViewRecord, full = false): Promise<void> {
  const { context, viewId, mine } = press;
  const answer = await ask(context, record, () =>
    mine ? context.door.deferUpdate() : context.door.defer({ private: true }),
  );
  const changed = answerMark(answer) !== press.mark;
  const index = changed ? 0 : press.index;
  const seen = seenBy(context, mine ? press.private : true);
  const noticed = { ...seen, ...(changed && { notice: changedText(seen.words) }) };
  const shown = (place: AnswerPlace) => answerView(answer, full ? { ...place, full } : place);
  if (mine) return context.door.update(shown(placeOf(context, record, noticed, { index, viewId })));
  await context.door.send(shown(placeOf(context, record, noticed, { index })), {
    private: true,
  });
}

function changedText(words: Words): string {
  return subtext(words.say('answer.changed'));
}

/** Shows something of the passage that a button was made for, if it is still among the answers. */
function showing(make: (passage: Passage, words: Words) => View) {
  return async ({ context, mark }: Press, record: ViewRecord): Promise<void> => {
    const { door, words } = context;
    const answer = await ask(context, record, () => door.defer({ private: true }));
    const passage = shownPassages(answer).find((candidate) => passageMark([candidate]) === mark);
    const view = passage === undefined ? note(words.say('answer.contextGone')) : make(passage, words);
    await door.send(view, { private: true });
  };
}

/** The whole answer to one of several questions that a message shows in short. */
async function showAnswer({ context, viewId }: Press, record: ViewRecord): Promise<void> {
  const answer = await ask(context, record, () => context.door.defer({ private: true }));
  const place = placeOf(context, record, seenBy(context, true), { viewId });
  await context.door.send(answerView(answer, place), { private: true });
}

/** Asks the question that was suggested, in place of the one that was misspelt. */
async function askSuggestion(press: Press, record: ViewRecord): Promise<void> {
  const { context } = press;
  const { didYouMean } = await ask(context, record, () => context.door.deferUpdate());
  if (didYouMean === undefined) {
    await context.door.send(note(context.words.say('answer.contextGone')), { private: true });
    return;
  }
  await askInstead(press, { ...record, question: didYouMean });
}

/** Asks the same question of all articles. */
async function liftNarrowing(press: Press, { narrowed: _, ...record }: ViewRecord): Promise<void> {
  await askInstead(press, record);
}

/** Asks what was typed, in place of what it was understood as. */
async function askAsTyped(press: Press, { typed, ...record }: ViewRecord): Promise<void> {
  await askInstead(press, { ...record, ...(typed !== undefined && { question: typed }) });
}

async function openFollowUp({ context: { door, words }, viewId }: Press): Promise<void> {
  await door.modal(followUpForm(formatCustomId(ASK_SCOPE, 'followed', viewId), words));
}

/** The asker and moderators get the other answer in place of this one; others get one of their own. */
async function askInstead(
  { context, viewId: old, mine, ...press }: Press,
  record: ViewRecord,
): Promise<void> {
  const { door } = context;
  const answer = await ask(context, record, door.acknowledged ? undefined : () => door.deferUpdate());
  const seen = seenBy(context, mine ? press.private : true);
  const view = answerView(answer, placeOf(context, record, seen));
  if (!mine) await door.send(view, seen);
  else {
    await door.update(view);
    if (!press.private) await dropView(context.state, old);
  }
  await remember(context, answer, record);
}

/** Posts a private answer for everyone. */
async function share(press: Press, record: ViewRecord): Promise<void> {
  const { context, mark, messageId } = press;
  await shareOnce(context, messageId, async () => {
    const answer = await ask(context, record);
    const changed = answerMark(answer) !== mark;
    const words = context.publicWords;
    const by = subtext(words.say('answer.sharedBy', { person: `<@${context.user.id}>` }));
    const notice = [by, ...(changed ? [changedText(words)] : [])].join('\n');
    const index = changed ? 0 : press.index;
    return answerView(answer, placeOf(context, record, seenBy(context, false, notice), { index }));
  });
}

async function vote(
  { context, viewId, index, mark }: Press,
  { question, quoted = false }: ViewRecord,
  helpful: boolean,
): Promise<void> {
  const { words, settings, door, guildId } = context;
  if (!settings.feedback) return door.send(note(words.say('answer.feedbackOff')), { private: true });
  const vote = {
    ...(!quoted && { question }),
    helpful,
    passage: index,
    at: context.now(),
    ...(guildId !== null && { place: guildId }),
    ...(mark !== '' && { mark }),
  };
  const before = await saveVote(context, viewId, vote);
  if (!helpful && before !== false && !quoted) await noteGap(context, question, 'thumbs-down');
  const thanks = words.say(helpful ? 'answer.thanksHelpful' : 'answer.thanksNotHelpful');
  await door.send(note(thanks), { private: true });
}

async function remove({ context, viewId }: Press): Promise<void> {
  await context.door.remove();
  await dropView(context.state, viewId);
}

/** Handles the buttons of an answer. */
export const pressAnswer = createPressHandler<ViewRecord>({
  load: ({ state }, viewId) => loadView(state, viewId),
  actions: new Map([
    ['page', (press, record) => turnPage(press, record)],
    ['full', (press, record) => turnPage(press, record, true)],
    ['context', showing(contextView)],
    ['read', showing(articleFileView)],
    ['also', showing(sameInView)],
    ['show', showAnswer],
    ['suggest', askSuggestion],
    ['lift', liftNarrowing],
    ['typed', askAsTyped],
    ['follow', openFollowUp],
    ['share', share],
    ['up', (press, record) => vote(press, record, true)],
    ['down', (press, record) => vote(press, record, false)],
  ]),
  removals: ['delete'],
  remove,
  expired: 'answer.expired',
  notYours: 'answer.notYours',
});
