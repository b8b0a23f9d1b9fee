import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitFields,
  ModalSubmitInteraction,
} from 'discord.js';
import type { CommandContext, Use } from '../command.ts';
import { corpusAccess, homelessNote } from '../permissions/corpus-access.ts';
import { note } from '../replies/view-parts.ts';
import { addArticle, addPasted, discardDraft, openDraftForm, reviseDraft, saveDraft } from './adding.ts';
import {
  editArticle,
  editChosen,
  leaveAll,
  openEditForm,
  removeArticle,
  removeChosen,
  restoreArticle,
  undoRemoval,
} from './changing.ts';
import { exportCorpus } from './exporting.ts';
import { addFeed, saveFeed } from './feeds/add-feed.ts';
import { checkFeedNow, listFeeds, pauseFeed, removeFeed } from './feeds/manage-feeds.ts';
import { confirmForgetAll, forgetAll, forgetGap, showGaps, turnGaps, undoJudged } from './gap-list.ts';
import { openKeptForm } from './kept-forms.ts';
import { cancelReload, reloadAndShow } from './reloading.ts';
import { statusView } from './views/status-view.ts';

const CHANGES_SHOWN = 8;

type Run = (context: CommandContext, interaction: ChatInputCommandInteraction) => Promise<void>;
type Press = (context: CommandContext, args: readonly string[], values: readonly string[]) => Promise<void>;
type Submit = (context: CommandContext, arg: string, fields: ModalSubmitFields) => Promise<void>;

const RUNS: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['reload', (context) => reload(context, false)],
  ['status', showStatus],
  ['add', addArticle],
  ['edit', openEditForm],
  ['remove', removeArticle],
  ['restore', restoreArticle],
  ['gaps', showGaps],
  ['export', exportCorpus],
  ['feed add', addFeed],
  ['feed list', listFeeds],
  ['feed remove', removeFeed],
  ['feed pause', pauseFeed],
  ['feed check', checkFeedNow],
]);

const PRESSES: ReadonlyMap<string, Press> = new Map<string, Press>([
  ['cancel', (context, [key = '']) => cancelReload(context, key)],
  ['force', (context) => reload(context, true)],
  ['undo', (context, [key = '']) => undoRemoval(context, key)],
  ['drop', (context, [key = '']) => removeChosen(context, key)],
  ['change', (context, [key = '']) => editChosen(context, key)],
  ['leave', leaveAll],
  ['again', (context, [kept = '']) => openKeptForm(context, kept)],
  ['save', (context, [draft = '']) => saveDraft(context, draft, false)],
  ['replace', (context, [draft = '']) => saveDraft(context, draft, true)],
  ['revise', (context, [draft = '']) => openDraftForm(context, draft)],
  ['discard', (context, [draft = '']) => discardDraft(context, draft)],
  ['gaps', (context, [page]) => turnGaps(context, Number(page))],
  ['forget', (context, [page], [key = '']) => forgetGap(context, Number(page), key)],
  ['unjudge', (context, [page], [key = '']) => undoJudged(context, Number(page), key)],
  ['feedsave', (context, [key = '']) => saveFeed(context, key)],
  ['forgetall', (context) => confirmForgetAll(context)],
  ['forgetthem', (context) => forgetAll(context)],
]);

const SUBMITS: ReadonlyMap<string, Submit> = new Map<string, Submit>([
  ['paste', (context, _, fields) => addPasted(context, fields)],
  ['revised', reviseDraft],
  ['edited', editArticle],
]);

const OPENS_FORM: ReadonlySet<string> = new Set(['add', 'edit']);

/** `/corpus …`; who may do it has been checked before, also for buttons and forms. */
export async function runCorpus(
  context: CommandContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  const group = interaction.options.getSubcommandGroup();
  const own = interaction.options.getSubcommand();
  const name = group === null ? own : `${group} ${own}`;
  const run = RUNS.get(name);
  await (run === undefined ? unknown(context) : run(context, interaction));
  // A form that is open can't be followed by a message.
  if (OPENS_FORM.has(name) || (await corpusAccess(context, interaction)) !== 'homeless') return;
  await context.door.send(homelessNote(context), { private: true });
}

/** Buttons and menus of `/corpus`. */
export async function pressCorpus(
  context: CommandContext,
  { interaction, action, args }: Use<MessageComponentInteraction>,
): Promise<void> {
  const values = interaction.isStringSelectMenu() ? interaction.values : [];
  const press = PRESSES.get(action);
  await (press === undefined ? unknown(context) : press(context, args, values));
}

/** Forms of `/corpus`. */
export async function submitCorpus(
  context: CommandContext,
  { interaction, action, args }: Use<ModalSubmitInteraction>,
): Promise<void> {
  const submit = SUBMITS.get(action);
  await (submit === undefined ? unknown(context) : submit(context, args[0] ?? '', interaction.fields));
}

async function reload(context: CommandContext, confirmed: boolean): Promise<void> {
  await (confirmed ? context.door.deferUpdate() : context.door.defer({ private: true }));
  await reloadAndShow(context, { confirmed });
}

async function showStatus({ library, audit, door, state, words }: CommandContext): Promise<void> {
  await door.defer({ private: true });
  const { problems } = library.current();
  const errorsFirst = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  const changes = await audit.recent(CHANGES_SHOWN);
  await door.update(statusView(library.status(), errorsFirst, changes, words, state.trouble()));
}

async function unknown({ door, words }: CommandContext): Promise<void> {
  await door.send(note(words.say('corpus.unknown')), { private: true });
}
