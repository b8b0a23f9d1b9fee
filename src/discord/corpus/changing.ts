import type { ChatInputCommandInteraction, ModalSubmitFields } from 'discord.js';
import type { Article } from '../../corpus/article.ts';
import { type Change, KeeperError } from '../../corpus/keep/keeper.ts';
import type { CommandContext } from '../command.ts';
import { type Candidate, type Intent, sureView, whichView } from '../quoting/which-view.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { note, type View } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { articleByKey, type Meant, namesAround, whichArticle } from '../sources/article-choice.ts';
import { articleKey } from '../sources/article-names.ts';
import type { WordKey } from '../words/languages.ts';
import { factsForm, readFacts } from './forms.ts';
import { orKeepForm } from './kept-forms.ts';
import { reloadAndShow } from './reloading.ts';
import { whichEntries } from './trash-choice.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

const DONE: Readonly<Record<Change['action'], WordKey>> = {
  add: 'corpus.doneAdd',
  overwrite: 'corpus.doneOverwrite',
  edit: 'corpus.doneEdit',
  remove: 'corpus.doneRemove',
  restore: 'corpus.doneRestore',
};

const REMOVE: Intent = { action: 'drop', verb: 'corpus.remove', danger: true };
const EDIT: Intent = { action: 'change', verb: 'corpus.edit' };
const RESTORE: Intent = { action: 'undo', verb: 'corpus.restore' };
/** Entries of the trash that are offered when it is not clear which one is meant. */
const MOST_ENTRIES = 10;

/** `/corpus remove`: what was typed, and not chosen from the list, is asked about first. */
export async function removeArticle(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const meant = await meantBy(context, interaction);
  if (meant.kind !== 'one' || !meant.sure)
    return context.door.send(await asked(context, meant, REMOVE), { private: true });
  await context.door.defer({ private: true });
  await remove(context, meant.article);
}

/** "Remove" beneath a question which article is meant. */
export async function removeChosen(context: CommandContext, key: string): Promise<void> {
  await context.door.deferUpdate();
  const article = articleByKey(context.library.current(), key);
  if (article === undefined) return context.door.update(note(context.words.say('corpus.gone')));
  await remove(context, article);
}

/** `/corpus edit`: opens the form, which says whose it is. */
export async function openEditForm(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const meant = await meantBy(context, interaction);
  if (meant.kind !== 'one') return context.door.send(await asked(context, meant, EDIT), { private: true });
  await openForm(context, meant.article);
}

/** "Edit" beneath a question which article is meant. */
export async function editChosen(context: CommandContext, key: string): Promise<void> {
  const article = articleByKey(context.library.current(), key);
  if (article === undefined) return context.door.update(note(context.words.say('corpus.gone')));
  await openForm(context, article);
}

/** The form of `/corpus edit` was sent. */
export async function editArticle(
  context: CommandContext,
  key: string,
  fields: ModalSubmitFields,
): Promise<void> {
  await context.door.begin({ private: true });
  const article: Article | undefined = articleByKey(context.library.current(), key);
  if (article === undefined) return context.door.update(note(context.words.say('corpus.gone')));
  const facts = readFacts(fields);
  await orKeepForm(context, { form: 'edited', target: key, facts }, async () =>
    applyChange(context, await context.keeper.edit(article, facts, { by: context.user.id })),
  );
}

/** `/corpus restore` */
export async function restoreArticle(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const { door, keeper, words } = context;
  await door.defer({ private: true });
  const wanted = interaction.options.getString('article', true);
  const { candidates, sure } = whichEntries(await keeper.trash(), wanted, namesAround(interaction));
  const [only, second] = candidates;
  if (only === undefined) return door.update(note(words.say('corpus.notInTrash')));
  if (second !== undefined) {
    const shown = candidates.slice(0, MOST_ENTRIES);
    return door.update(whichView(shown, candidates.length - shown.length, RESTORE, words));
  }
  if (!sure) return door.update(sureView(only, RESTORE, words));
  await restore(context, only.key);
}

/** "Undo" after a removal, and "Restore" beneath a question which entry is meant. */
export async function undoRemoval(context: CommandContext, key: string): Promise<void> {
  await context.door.deferUpdate();
  await restore(context, key);
}

/** "Cancel" beneath such a question. */
export async function leaveAll({ door, words }: CommandContext): Promise<void> {
  await door.update(note(words.say('corpus.left')));
}

/** Reloads the corpus after a change of its files, and tells both. */
export async function applyChange(context: CommandContext, change: Change): Promise<void> {
  const { arrivals, now } = context;
  // What a moderator adds is news, like what comes by a feed.
  if (change.action === 'add') await arrivals.add({ path: change.path, feed: '', at: now() });
  const title = escapeMarkdown(clip(oneLine(change.title), 150));
  await reloadAndShow(context, {
    done: `**${context.words.say(DONE[change.action])}** ${title}`,
    ...(change.action === 'remove' && change.trashed !== undefined && { undo: articleKey(change.trashed) }),
  });
}

/** Tells the user when the keeper refuses, in its words; anything else is a fault. */
export async function refuse({ door }: CommandContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KeeperError)) throw error;
    const view = note(escapeMarkdown(error.message));
    // In place of what was deferred, or beside a preview that stays as it is.
    if (door.thinking) await door.update(view);
    else await door.send(view, { private: true });
  }
}

async function remove(context: CommandContext, article: Article): Promise<void> {
  const { keeper, user } = context;
  await refuse(context, async () => applyChange(context, await keeper.remove(article, { by: user.id })));
}

async function restore(context: CommandContext, key: string): Promise<void> {
  const { keeper, user, door, words } = context;
  const entry = (await keeper.trash()).find(({ id }) => articleKey(id) === key);
  if (entry === undefined) return door.update(note(words.say('corpus.notInTrash')));
  await refuse(context, async () => applyChange(context, await keeper.restore(entry.id, { by: user.id })));
}

async function openForm(context: CommandContext, article: Article): Promise<void> {
  const id = formatCustomId(CORPUS_SCOPE, 'edited', articleKey(article.id));
  await refuse(context, () =>
    context.door.modal(factsForm(id, context.keeper.facts(article), context.words)),
  );
}

function meantBy(context: CommandContext, interaction: ChatInputCommandInteraction): Promise<Meant> {
  return whichArticle(context, interaction.options.getString('article', true), namesAround(interaction));
}

/** The question which article is meant, or whether the one that fits is. */
async function asked({ library, names, words }: CommandContext, meant: Meant, intent: Intent): Promise<View> {
  if (meant.kind === 'none') return note(words.say('corpus.noArticle'));
  const own = await names.of(library.current());
  const candidate = (article: Article): Candidate => ({
    name: own.of(article),
    key: articleKey(article.id),
  });
  return meant.kind === 'one'
    ? sureView(candidate(meant.article), intent, words)
    : whichView(meant.articles.map(candidate), meant.more, intent, words);
}
