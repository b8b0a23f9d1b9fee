import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Language } from '../../state/server-settings.ts';
import { INTL_LOCALES, MESSAGES, type WordKey } from './languages.ts';

/** What is put into a message; texts from outside must be escaped already. */
type Values = Readonly<Record<string, string | number>>;

/** The bot's own words in one language. */
export interface Words {
  readonly language: Language;
  /** For Intl. */
  readonly locale: string;
  /**
   * A message, with its values in place.
   * @throws {Error} when a value is missing
   */
  say(key: WordKey, values?: Values): string;
  /** `1234` as `1,234`. */
  number(value: number): string;
  /** A day, in UTC. */
  day(date: Date, options: Intl.DateTimeFormatOptions): string;
  /** A length of time, such as "58 years". */
  length(count: number, unit: 'years' | 'months' | 'days'): string;
  /** Short texts in one line, a dot between them, each kept to itself where the line is written from right to left. */
  line(...parts: readonly string[]): string;
}

/** The words of every language. */
export type Dictionary = Readonly<Record<Language, Words>>;

/** Code in a message is Latin, whatever is around it. */
const CODE = /`[^`\n]+`/g;

const DOT = ' · ';

/** As Intl calls them. */
const UNITS = { years: 'year', months: 'month', days: 'day' } as const;

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar']);

/** Opens the words of every language; a message is read when it is first said. */
export function openDictionary(): Dictionary {
  return {
    en: wordsIn('en'),
    ar: wordsIn('ar'),
    fr: wordsIn('fr'),
    de: wordsIn('de'),
    es: wordsIn('es'),
  };
}

/**
 * The language of a person's client.
 * @param locale as Discord names it, such as `es-419`
 * @param otherwise for a locale that we do not have
 */
export function languageOf(locale: string, otherwise: Language): Language {
  const [base] = locale.split('-');
  return LANGUAGES.find((language) => language === base) ?? otherwise;
}

/** The words of one language. */
export function wordsIn(language: Language): Words {
  const locale = INTL_LOCALES[language];
  const formats = new Map<WordKey, IntlMessageFormat>();
  const days = new Map<string, Intl.DateTimeFormat>();
  const numbers = new Intl.NumberFormat(locale);
  const turned = RIGHT_TO_LEFT.has(language);
  /** Numbers and words in their order, whatever they stand in. */
  const whole = (text: string) => (turned && /\p{L}/u.test(text) ? turnedLine(text) : text);

  const formatOf = (key: WordKey): IntlMessageFormat => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const made = new IntlMessageFormat(MESSAGES[language][key], locale, undefined, { ignoreTag: true });
    formats.set(key, made);
    return made;
  };

  return {
    language,
    locale,
    number: (value) => numbers.format(value),
    day(date, options) {
      const key = JSON.stringify(options);
      const format = days.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      days.set(key, format);
      return whole(format.format(date));
    },
    length: (count, unit) =>
      whole(
        new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' }).format(
          count,
        ),
      ),
    line: (...parts) => (turned ? turnedLine(parts.map(apartFrom).join(DOT)) : parts.join(DOT)),
    say(key, values = {}) {
      if (!turned) return String(formatOf(key).format(values));
      const apart = Object.entries(values).map(([name, value]) => [name, apartFrom(value)]);
      const said = String(formatOf(key).format(Object.fromEntries(apart)));
      return turnedLine(said.replace(CODE, '\u2066$&\u2069'));
    },
  };
}

/** A line that runs from right to left, whatever it stands in: its full stop is at its left. */
function turnedLine(text: string): string {
  return `\u2067${text}\u2069`;
}

/**
 * A text in a line that is written from right to left, kept to itself: its dots and brackets would go to its other side.
 * Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
function apartFrom<T extends string | number>(value: T): T | string {
  return typeof value === 'string' && value !== '' ? `\u2068${value}\u2069` : value;
}
