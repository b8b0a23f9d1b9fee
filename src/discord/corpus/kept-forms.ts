import { z } from 'zod';
import { KeeperError } from '../../corpus/keep/keeper.ts';
import type { CommandContext } from '../command.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { clip } from '../replies/fit-text.ts';
import { button, buttonRows, note, textDisplay, type View } from '../replies/view-parts.ts';
import { saveOnce } from '../replies/view-records.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { factsForm, pasteForm } from './forms.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

const DEFAULTS = {
  /** Characters of what is wrong. */
  message: 1500,
} as const;

const KeptForm = z.object({
  /** The action of the form. */
  form: z.enum(['paste', 'edited', 'revised']),
  /** What the form is about: an article's key, a draft; empty for a new text. */
  target: z.string(),
  facts: z.object({
    title: z.string().exactOptional(),
    publisher: z.string().exactOptional(),
    published: z.string().exactOptional(),
    url: z.string().exactOptional(),
    authors: z.string().exactOptional(),
  }),
  text: z.string().exactOptional(),
});

/** What was typed into a form, so that nothing of it is lost when a field is wrong. */
export type KeptForm = Readonly<z.infer<typeof KeptForm>>;

/**
 * Does what a form asks for; when the keeper refuses, says why and offers the form again as it was filled in. The door
 * must have been begun.
 */
export async function orKeepForm(
  context: CommandContext,
  form: KeptForm,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KeeperError)) throw error;
    const id = saveOnce(context, ['form', JSON.stringify(form)], form, { private: true });
    await context.door.update(wrongView(error.message, id, context.words));
  }
}

/** "Edit details" beneath what is wrong: the form, filled in as it was sent. */
export async function openKeptForm({ door, state, words }: CommandContext, id: string): Promise<void> {
  const kept = KeptForm.safeParse(await state.views.get(id)).data;
  if (kept === undefined) return door.send(note(words.say('corpus.typedTooOld')), { private: true });
  const { form, target, facts, text } = kept;
  if (form === 'paste') return door.modal(pasteForm(words, { facts, ...(text !== undefined && { text }) }));
  await door.modal(factsForm(formatCustomId(CORPUS_SCOPE, form, target), facts, words));
}

function wrongView(message: string, id: string, words: Words): View {
  const lines = clip(message, DEFAULTS.message).split('\n').map(escapeMarkdown);
  return {
    components: [
      textDisplay(
        [`**${words.say('corpus.notSavedYet')}**`, ...lines, subtext(words.say('corpus.typedKept'))].join(
          '\n',
        ),
      ),
      ...buttonRows([
        button(words.say('corpus.editDetails'), formatCustomId(CORPUS_SCOPE, 'again', id), { style: 'main' }),
        button(words.say('button.cancel'), formatCustomId(CORPUS_SCOPE, 'leave')),
      ]),
    ],
  };
}
