import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitFields,
  TextInputStyle,
} from 'discord.js';
import type { Facts } from '../../corpus/keep/keeper.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { clip } from '../replies/fit-text.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { CORPUS_SCOPE } from './views/reload-view.ts';

type Modal = APIModalInteractionResponseCallbackData;

type FactName = keyof Facts;
const NAMES = ['title', 'publisher', 'published', 'url', 'authors'] as const satisfies readonly FactName[];
/** A form has room for five fields, and the text takes one. */
const BESIDE_TEXT = ['title', 'publisher', 'published', 'url'] as const satisfies readonly FactName[];

/** The form for pasting an article. @param typed what it begins with */
export function pasteForm(
  words: Words,
  typed: { readonly text?: string; readonly facts?: Facts } = {},
): Modal {
  const text: APILabelComponent = {
    type: ComponentType.Label,
    label: words.say('corpus.form.text'),
    description: words.say('corpus.form.text.about'),
    component: {
      type: ComponentType.TextInput,
      custom_id: 'text',
      style: TextInputStyle.Paragraph,
      max_length: LIMITS.modalText,
      required: true,
      ...(typed.text !== undefined && typed.text !== '' && { value: typed.text }),
    },
  };
  return {
    custom_id: formatCustomId(CORPUS_SCOPE, 'paste'),
    title: words.say('corpus.form.add'),
    components: [text, ...BESIDE_TEXT.map((name) => field(name, typed.facts?.[name] ?? '', words))],
  };
}

/** The form for what is known about an article. @param customId from `formatCustomId` */
export function factsForm(customId: string, facts: Facts, words: Words): Modal {
  return {
    custom_id: customId,
    title: words.say('corpus.form.details'),
    components: NAMES.map((name) => field(name, facts[name] ?? '', words)),
  };
}

/** What was filled in; a field that the form does not have is absent. */
export function readFacts(fields: ModalSubmitFields): Facts {
  const given = NAMES.filter((name) => fields.fields.has(name));
  return Object.fromEntries(given.map((name) => [name, fields.getTextInputValue(name).trim()]));
}

function field(name: FactName, value: string, words: Words): APILabelComponent {
  const filled = clip(value, LIMITS.modalText);
  return {
    type: ComponentType.Label,
    label: words.say(`corpus.form.${name}`),
    description: words.say(`corpus.form.${name}.about`),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      ...(filled !== '' && { value: filled }),
    },
  };
}
