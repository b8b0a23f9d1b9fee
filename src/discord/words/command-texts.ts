import { Locale, type LocalizationMap } from 'discord.js';
import type { Language } from '../../state/server-settings.ts';
import { MESSAGES, type WordKey } from './languages.ts';
import type { Words } from './words.ts';

/** The languages that Discord's clients have, by Discord's names; of ours it has no Arabic yet. */
const LOCALES = [
  [Locale.French, 'fr'],
  [Locale.German, 'de'],
  [Locale.SpanishES, 'es'],
  [Locale.SpanishLATAM, 'es'],
] as const satisfies readonly (readonly [Locale, Language])[];

/** What has a name and something about it. */
type DescribedBy<Key extends WordKey> = Key extends `${infer Of}.name`
  ? `${Of}.about` extends WordKey
    ? Of
    : never
  : never;
type Described = DescribedBy<WordKey>;

/** Name and description of a command or an option, in every language that Discord has. */
export function commandText(of: Described) {
  const { name, name_localizations } = nameText(`${of}.name`);
  return {
    name,
    name_localizations,
    description: MESSAGES.en[`${of}.about`],
    description_localizations: inLocales(`${of}.about`),
  };
}

/** A name alone: of an entry in the menu of a message, of something to choose. */
export function nameText(key: WordKey) {
  return { name: MESSAGES.en[key], name_localizations: inLocales(key) };
}

function inLocales(key: WordKey): LocalizationMap {
  return Object.fromEntries(LOCALES.map(([locale, language]) => [locale, MESSAGES[language][key]]));
}

/** A name as the person's client shows it: in English where Discord does not have the language. */
export function clientWord(key: WordKey, { language }: Words): string {
  const isKnown = LOCALES.some(([, known]) => known === language);
  return MESSAGES[isKnown ? language : 'en'][key];
}
