import type { ChatInputCommandInteraction, ModalSubmitFields } from 'discord.js';
import type { Article } from '../../corpus/article.ts';
import { type Change, KeeperError, type TrashEntry } from '../../corpus/keep/keeper.ts';
import { articleByKey, articleKey, resolveArticle } from '../article-choice.ts';
import type { Choice, CommandContext, Services } from '../command.ts';
import { formatCustomId } from '../custom-id.ts';
import { note } from '../layout.ts';
import { LIMITS } from '../limits.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clip, oneLine } from '../text.ts';
import { momentText } from '../views/lines.ts';
import { CORPUS_SCOPE } from '../views/reload.ts';
import { factsForm, readFacts } from './forms.ts';
import { reloadAndShow } from './reloading.ts';

const NO_ARTICLE = 'There is no article of that name. Choose one from the list that opens while you type.';
const GONE = 'This article is no longer there.';
const NOT_IN_TRASH = 'That is not in the trash. Choose an entry from the list that opens while you type.';

/** Characters of what was typed that are looked at. */
const MOST_TYPED = 200;

const DONE: Readonly<Record<Change['action'], string>> = {
  add: 'Added',
  overwrite: 'Replaced',
  edit: 'Changed',
  remove: 'Moved to the trash',
  restore: 'Restored',
};

/** `/corpus remove` */
export async function removeArticle(
  context: CommandContext,
  { options }: ChatInputCommandInteraction,
): Promise<void> {
  const article = resolveArticle(context.library.current(), options.getString('article', true));
  if (article === undefined) return context.door.send(note(NO_ARTICLE), { private: true });
  await context.door.defer({ private: true });
  await refuse(context, async () =>
    applyChange(context, await context.keeper.remove(article, { by: context.user.id })),
  );
}

/** `/corpus edit`: opens the form. */
export async function openEditForm(
  context: CommandContext,
  { options }: ChatInputCommandInteraction,
): Promise<void> {
  const article = resolveArticle(context.library.current(), options.getString('article', true));
  if (article === undefined) return context.door.send(note(NO_ARTICLE), { private: true });
  await refuse(context, () =>
    context.door.modal(
      factsForm(
        formatCustomId(CORPUS_SCOPE, 'edited', articleKey(article.id)),
        context.keeper.facts(article),
      ),
    ),
  );
}

/** The form of `/corpus edit` was sent. */
export async function editArticle(
  context: CommandContext,
  key: string,
  fields: ModalSubmitFields,
): Promise<void> {
  await context.door.defer({ private: true });
  const article: Article | undefined = articleByKey(context.library.current(), key);
  if (article === undefined) return context.door.update(note(GONE));
  await refuse(context, async () =>
    applyChange(context, await context.keeper.edit(article, readFacts(fields), { by: context.user.id })),
  );
}

/** `/corpus restore` */
export async function restoreArticle(
  context: CommandContext,
  { options }: ChatInputCommandInteraction,
): Promise<void> {
  await context.door.defer({ private: true });
  const wanted = options.getString('article', true);
  await restore(context, (entry) =>
    [entry.id, `~${articleKey(entry.id)}`, trashLabel(entry)].includes(wanted),
  );
}

/** "Undo" after a removal. */
export async function undoRemoval(context: CommandContext, key: string): Promise<void> {
  await context.door.deferUpdate();
  await restore(context, ({ id }) => articleKey(id) === key);
}

/** What is in the trash, newest first, while someone types a title. */
export async function trashChoices({ keeper }: Services, typed: string): Promise<Choice[]> {
  const words = new Set(typed.slice(0, MOST_TYPED).toLowerCase().split(/\s+/).filter(Boolean));
  const entries = await keeper.trash();
  return entries
    .filter((entry) => {
      const text = `${entry.title} ${entry.path}`.toLowerCase();
      return [...words].every((word) => text.includes(word));
    })
    .slice(0, LIMITS.choices)
    .map((entry) => ({
      name: trashLabel(entry),
      value: entry.id.length <= LIMITS.choiceText ? entry.id : `~${articleKey(entry.id)}`,
    }));
}

/** Reloads the corpus after a change of its files, and tells both. */
export async function applyChange(context: CommandContext, change: Change): Promise<void> {
  const title = escapeMarkdown(clip(oneLine(change.title), 150));
  await reloadAndShow(context, {
    done: `**${DONE[change.action]}:** ${title}`,
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

async function restore(context: CommandContext, isIt: (entry: TrashEntry) => boolean): Promise<void> {
  const { keeper, user, door } = context;
  const entry = (await keeper.trash()).find(isIt);
  if (entry === undefined) return door.send(note(NOT_IN_TRASH), { private: true });
  await refuse(context, async () => applyChange(context, await keeper.restore(entry.id, { by: user.id })));
}

function trashLabel({ title, removed, why }: TrashEntry): string {
  const tail = ` · ${why} ${momentText(removed)}`;
  return `${clip(oneLine(title), LIMITS.choiceText - tail.length)}${tail}`;
}
