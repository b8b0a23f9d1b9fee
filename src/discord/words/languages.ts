import type { Language } from '../../state/server-settings.ts';
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** What can be said. English is the list of all of it. */
export type WordKey = keyof typeof en;

type Messages = Readonly<Record<WordKey, string>>;

/**
 * The words of every language, in ICU's message format. A key that a language lacks, or has and English has not, is an
 * error of the compiler here.
 * Source: https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export const MESSAGES: Readonly<Record<Language, Messages>> = {
  en,
  ar: complete(ar),
  fr: complete(fr),
  de: complete(de),
  es: complete(es),
};

function complete<T extends Messages>(
  messages: Exclude<keyof T, WordKey> extends never ? T : never,
): Messages {
  return messages;
}

/** What Intl is asked for: days are written as in Britain, and Arabic with the digits that the quotes have. */
export const INTL_LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  fr: 'fr',
  de: 'de',
  es: 'es',
};

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
};

/** Whether something can be said. */
export function isWordKey(key: string): key is WordKey {
  return key in en;
}
