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
import { CORPUS_SCOPE } from './views/reload-view.ts';

type Modal = APIModalInteractionResponseCallbackData;

const FACTS = {
  title: { label: 'Title', description: 'What the answers call the article' },
  publisher: { label: 'Publisher', description: 'The newspaper or organisation; empty when unknown' },
  published: { label: 'Date of publication', description: 'Such as 2021-08-05; empty when unknown' },
  url: { label: 'Address', description: 'Where it can be read; empty when there is none' },
  authors: { label: 'Authors', description: 'Separated by commas; empty when unknown' },
} as const satisfies Record<keyof Facts, { label: string; description: string }>;

type FactName = keyof typeof FACTS;
const NAMES = ['title', 'publisher', 'published', 'url', 'authors'] as const satisfies readonly FactName[];
/** A form has room for five fields, and the text takes one. */
const BESIDE_TEXT = ['title', 'publisher', 'published', 'url'] as const satisfies readonly FactName[];

/** The form for pasting an article. @param typed what it begins with */
export function pasteForm(typed: { readonly text?: string; readonly facts?: Facts } = {}): Modal {
  const text: APILabelComponent = {
    type: ComponentType.Label,
    label: 'Text',
    description: 'Paragraphs separated by an empty line. Longer articles: attach a file to /corpus add',
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
    title: 'Add an article',
    components: [text, ...BESIDE_TEXT.map((name) => field(name, typed.facts?.[name] ?? ''))],
  };
}

/** The form for what is known about an article. @param customId from `formatCustomId` */
export function factsForm(customId: string, facts: Facts): Modal {
  return {
    custom_id: customId,
    title: 'Details of the article',
    components: NAMES.map((name) => field(name, facts[name] ?? '')),
  };
}

/** What was filled in; a field that the form does not have is absent. */
export function readFacts(fields: ModalSubmitFields): Facts {
  const given = NAMES.filter((name) => fields.fields.has(name));
  return Object.fromEntries(given.map((name) => [name, fields.getTextInputValue(name).trim()]));
}

function field(name: FactName, value: string): APILabelComponent {
  const filled = clip(value, LIMITS.modalText);
  return {
    type: ComponentType.Label,
    label: FACTS[name].label,
    description: FACTS[name].description,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      ...(filled !== '' && { value: filled }),
    },
  };
}
