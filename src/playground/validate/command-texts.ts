import { z } from 'zod';
import { complain, text } from './form.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Source: https://discord.com/developers/docs/reference#locales */
const LOCALES = [
  ...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no', 'pl'],
  ...[
    'pt-BR',
    'ro',
    'fi',
    'sv-SE',
    'vi',
    'tr',
    'cs',
    'el',
    'bg',
    'ru',
    'uk',
    'hi',
    'th',
    'zh-CN',
    'ja',
    'zh-TW',
  ],
  'ko',
];

const commandName = z.string().superRefine((value, context) => {
  if (!NAME.test(value) || value !== value.toLowerCase()) {
    complain(
      context,
      [],
      'APPLICATION_COMMAND_INVALID_NAME',
      'Command name is invalid: 1 to 32 lower-case letters, digits, - or _.',
    );
  }
});

const locale = z.string().refine((name) => LOCALES.includes(name), 'Not a locale of Discord’s');

function inLocales<T extends z.ZodType>(value: T) {
  return z.record(locale, value).exactOptional();
}

/** A name, and what it is in other languages; each keeps the rules of the name. */
export function localizedName<T extends z.ZodType>(name: T) {
  return { name, name_localizations: inLocales(name) };
}

/** The name of a slash command or an option. */
export const named = localizedName(commandName);

/** A description of 1 to `most` characters, in other languages too. */
export function describedText(most: number) {
  const description = text(1, most);
  return { description, description_localizations: inLocales(description) };
}

/** What a text counts for a command's size: its longest language. */
export function longest(text: string, others: Readonly<Record<string, string>> | null = {}): number {
  return Math.max(text.length, ...Object.values(others ?? {}).map(({ length }) => length));
}
