import type { Attachment, ChatInputCommandInteraction, ModalSubmitFields } from 'discord.js';
import { type Facts, KeeperError, type Preview, type Source } from '../../corpus/keep/keeper.ts';
import { LinkError } from '../../corpus/links/fetch-page.ts';
import type { CommandContext } from '../command.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { note } from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import { applyChange, refuse } from './changing.ts';
import { download } from './download.ts';
import { factsForm, pasteForm, readFacts } from './forms.ts';
import { orKeepForm } from './kept-forms.ts';
import { previewView } from './views/preview-view.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

/** `/corpus add`: a file, a link, or without either a form to paste a text into. */
export async function addArticle(
  context: CommandContext,
  { options }: ChatInputCommandInteraction,
): Promise<void> {
  const { door, fetchPage, words } = context;
  const file = options.getAttachment('file');
  const link = options.getString('link');
  if (file !== null && link !== null)
    return door.send(note(words.say('corpus.oneOfBoth')), { private: true });
  if (file === null && link === null) return door.modal(pasteForm(words));
  if (link !== null && fetchPage === undefined)
    return door.send(note(words.say('corpus.noLinks')), { private: true });
  await door.defer({ private: true });
  await showPreview(context, async () => context.keeper.preview(await sourceOf(context, file, link)));
}

/** The form of `/corpus add` was sent. */
export async function addPasted(context: CommandContext, fields: ModalSubmitFields): Promise<void> {
  const { door, keeper } = context;
  await door.begin({ private: true });
  const text = fields.getTextInputValue('text');
  const facts = withoutBlanks(readFacts(fields));
  await orKeepForm(context, { form: 'paste', target: '', facts, text }, async () =>
    door.update(previewView(await keeper.preview({ kind: 'text', text, facts }), context.words)),
  );
}

/** "Save" and "Replace it". */
export async function saveDraft(context: CommandContext, draft: string, overwrite: boolean): Promise<void> {
  const { door, keeper, user } = context;
  await door.deferUpdate();
  await refuse(context, async () => {
    try {
      await applyChange(context, await keeper.save(draft, { by: user.id, overwrite }));
    } catch (error) {
      if (!(error instanceof KeeperError) || error.code !== 'exists') throw error;
      await door.update(previewView(await keeper.draft(draft), context.words));
    }
  });
}

/** "Edit details" of a preview: opens the form. */
export async function openDraftForm(context: CommandContext, draft: string): Promise<void> {
  await refuse(context, async () => {
    const [first] = (await context.keeper.draft(draft)).articles;
    const facts = first === undefined ? {} : context.keeper.facts(first.article);
    await context.door.modal(factsForm(formatCustomId(CORPUS_SCOPE, 'revised', draft), facts, context.words));
  });
}

/** The form of "Edit details" was sent. */
export async function reviseDraft(
  context: CommandContext,
  draft: string,
  fields: ModalSubmitFields,
): Promise<void> {
  const { door, keeper } = context;
  await door.begin({ private: true });
  const facts = readFacts(fields);
  await orKeepForm(context, { form: 'revised', target: draft, facts }, async () =>
    door.update(previewView(await keeper.revise(draft, facts), context.words)),
  );
}

/** "Cancel" of a preview. */
export async function discardDraft({ keeper, door, words }: CommandContext, draft: string): Promise<void> {
  await keeper.discard(draft);
  await door.update(note(words.say('corpus.notSaved')));
}

async function showPreview(context: CommandContext, work: () => Promise<Preview>): Promise<void> {
  await refuse(context, async () => {
    try {
      await context.door.update(previewView(await work(), context.words));
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      await context.door.update(note(escapeMarkdown(error.message)));
    }
  });
}

async function sourceOf(
  { fetchPage, words }: CommandContext,
  file: Attachment | null,
  link: string | null,
): Promise<Source> {
  if (file !== null) return download(file, words);
  if (link === null || fetchPage === undefined) throw new LinkError(words.say('corpus.noLinks'));
  return { kind: 'file', ...(await fetchPage(link)) };
}

/** What was left blank in the form for pasting is for the text itself to say. */
function withoutBlanks(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}
