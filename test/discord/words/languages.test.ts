import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { INTL_LOCALES, MESSAGES, type WordKey } from '../../../src/discord/words/languages.ts';
import { LANGUAGES } from '../../../src/state/server-settings.ts';

const KEYS = Object.keys(MESSAGES.en).filter((key): key is WordKey => key in MESSAGES.en);

/** French and Spanish count centuries in Roman numerals, and Spanish in nothing else. */
const OWN_VALUES: ReadonlySet<string> = new Set(['when.century', 'when.millennium']);

describe.each(LANGUAGES)('%s', (language) => {
  const messages = MESSAGES[language];
  const locale = INTL_LOCALES[language];

  it('has every message, none of them empty, each with the values of the English one', () => {
    const wrong = KEYS.filter((key) => {
      const [own, english] = [valuesOf(messages[key], locale), valuesOf(MESSAGES.en[key], 'en')];
      return messages[key].trim() === '' || (!OWN_VALUES.has(key) && own !== english);
    });
    expect([Object.keys(messages), wrong]).toEqual([KEYS, []]);
  });

  it('has a form for every number', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const needed = forms.filter((form) => form !== 'many' || language === 'ar');
    const lacking = KEYS.flatMap((key) =>
      pluralsOf(messages[key], locale).filter((own) => needed.some((form) => !own.includes(form))),
    );
    expect(lacking).toEqual([]);
  });

  it('names no command or option in a way that Discord refuses, none twice, no label that is too long', () => {
    const named = KEYS.filter((key) => /^command\..*\.name$/.test(key) && key !== 'command.find.name');
    expect(named.map((key) => messages[key]).filter((name) => !/^[-_\p{L}\p{N}]{1,32}$/u.test(name))).toEqual(
      [],
    );
    const groups = Map.groupBy(named, (key) => `${key.split('.').slice(0, -2).join('.')}`);
    const twice = [...groups.values()].filter(
      (keys) => new Set(keys.map((key) => messages[key])).size < keys.length,
    );
    expect(twice).toEqual([]);
    const about = KEYS.filter((key) => key.startsWith('command.') && key.endsWith('.about'));
    expect(about.filter((key) => messages[key].length > 100)).toEqual([]);
    expect(
      KEYS.filter(
        (key) => key.startsWith('corpus.form.') && /about$/.test(key) && messages[key].length > 100,
      ),
    ).toEqual([]);
    expect(KEYS.filter((key) => key.startsWith('button.') && messages[key].length > 40)).toEqual([]);
  });
});

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

function parts(message: string, locale: string): Part[] {
  const inner = (part: Part): Part[] => [
    part,
    ...('options' in part ? Object.values(part.options).flatMap(({ value }) => value.flatMap(inner)) : []),
  ];
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst().flatMap(inner);
}

/** Its values, in order of the alphabet. 0 is text and 7 the number itself. */
function valuesOf(message: string, locale: string): string {
  const names = parts(message, locale).flatMap((part) =>
    'value' in part && part.type !== 0 ? [part.value] : [],
  );
  return [...new Set(names.map(String))].sort().join(' ');
}

/** The forms of each cardinal plural. */
function pluralsOf(message: string, locale: string): string[][] {
  return parts(message, locale).flatMap((part) =>
    'pluralType' in part && part.pluralType === 'cardinal' ? [Object.keys(part.options)] : [],
  );
}
