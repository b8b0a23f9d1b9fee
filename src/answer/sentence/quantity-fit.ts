import { opensWithCapital } from '../../text/words.ts';
import type { Mention } from './find-mentions.ts';
import type { SentenceView } from './sentence-views.ts';

/** What is measured, by the asked-for word as a term, and how its unit follows the number. */
const UNITS: readonly (readonly [measured: RegExp, unit: RegExp])[] = [
  // How big a file or a disk is.
  [/^(?:big|larg|size|space|storag|limit)$/, /^[\s-]?(?:[kmgt]i?b\b|(?:kilo|mega|giga|tera)?bytes?\b)/i],
  [
    /^(?:tall|high|height|deep|depth|wide|width|length|far|distanc|big|larg|size|area)$/,
    /^[\s-]?(?:square |cubic )?(?:f(?:ee|oo)t|ft|met(?:re|er)|inch|mile|kilomet|km|cm|yard|acre|hectare|light)/i,
  ],
  [/^(?:fast|speed)$/, /^[\s-]?(?:mph|kph|km\/h|miles|kilomet|knots)/i],
  [/^(?:heavi|weight)$/, /^[\s-]?(?:pound|lb|kg|kilo|ton|gram|ounce|stone)/i],
  [/^temperatur$/, /^[\s-]?(?:degree|[°º]|[CF]\b|celsius|fahrenheit)/i],
];
const UNIT_LENGTH = 20;

/** What a number counts for that another unit follows, or none. */
const OTHER_UNIT = 0.3;

/**
 * How well a number fits what is to be counted or measured, 0 to 1.
 * @param asked the asked-for word as a term: "people" of "how many people", "old" of "how old"
 */
export function numberFit(view: SentenceView, mention: Mention, asked: string | undefined): number {
  const { text, words } = view;
  const value = text.slice(mention.start, mention.end);
  if (/^(?:one|first|second|third|half|a)$/i.test(value)) return 0.3;
  if (isLabel(view, mention)) return asked === 'number' ? 1 : LABEL;
  if (asked === undefined) return 0.8;
  if (asked === 'old' || asked === 'age') return isAge(text, mention) ? 1 : OTHER_UNIT;
  const units = UNITS.flatMap(([measured, unit]) => (measured.test(asked) ? [unit] : []));
  if (units.length > 0) {
    // "40.3C" is one word, "330 metres" and "forty metres" are two.
    const glued = /\d/.test(value) ? value.replace(/^.*\d/s, '') : '';
    const unit = glued + text.slice(mention.end, mention.end + UNIT_LENGTH);
    if (units.some((one) => one.test(unit))) return 1;
    return isHeadcount(view.text, mention, asked) ? 0.8 : OTHER_UNIT;
  }
  if (POPULATION.test(asked) && !LIVING.test(text)) return OTHER_UNIT;
  if (countsAll(view, mention, asked)) return OTHER_UNIT;
  const following = words.slice(mention.to - 1, mention.to + 4);
  return following.some((word) => word.term === asked) ? 1 : 0.5;
}

/** What a number counts for that only tells which one: "Resolution 2254", "Apollo 11". */
const LABEL = 0.1;

function isLabel({ text, words }: SentenceView, { from, start, end }: Mention): boolean {
  const before = words[from - 1];
  if (before === undefined || before.start === 0 || before.stop || !/^\d+$/.test(text.slice(start, end)))
    return false;
  return text.slice(before.end, start) === ' ' && /^\p{Lu}\p{Ll}{2}/u.test(text.slice(before.start));
}

/** "An army of about 260,000", "a crew of forty": how big a body of people is. */
function isHeadcount(text: string, { start }: Mention, asked: string): boolean {
  return (
    /^(?:big|larg|size)$/.test(asked) &&
    /\b(?:army|forces?|crew|crowd|team|staff|population|workforce|group|class|band|guard|navy|fleet|membership|audience) (?:of|numbering|numbered|had|has) (?:(?:about|around|over|nearly|some|almost|roughly|more than) )?$/i.test(
      text.slice(Math.max(0, start - 60), start),
    )
  );
}

const POPULATION = /^(?:popul|inhabit)$/;
const LIVING =
  /\b(?:populat\p{L}{1,5}|inhabit\p{L}{0,5}|residents?|liv(?:es?|ing)|home to|census|\p{L}{2,8} of [\d,.]+ )/iu;
/** All that "people" may stand for where persons are counted. */
const PERSONS =
  /^(?:peopl|person|human|dead|death|toll|casualti|fatal|victim|number|amount|count|popul|inhabit|resid|individu|citizen|man|men|folk)$/;

/** "380,000 people" where soldiers are counted: the number is of others, too. */
function countsAll({ words, text }: SentenceView, { to }: Mention, asked: string): boolean {
  const next = words[to];
  return (
    next !== undefined &&
    /^(?:people|persons)$/i.test(text.slice(next.start, next.end)) &&
    !PERSONS.test(asked)
  );
}

/** "Biden, 79, said", "8 months old", "a 76-year-old skeleton", "aged 91", "at the age of 12", "turned 100", "dead at 90". */
function isAge(text: string, { start, end }: Mention): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 12);
  const value = text.slice(start, end);
  if (/^\d{1,3}$/.test(value)) {
    if (/\p{L}["”’]?, $/u.test(before) && /^(?:,|\.$)/.test(after)) return true;
    if (/\b(?:aged?|age of|turn(?:s|ed|ing)?|dead at|died at|dies at|at age) $/i.test(before)) return true;
  }
  return /(?:year|month|week)s?$/i.test(value)
    ? /^[\s-]olds?\b/i.test(after)
    : /^[\s-](?:year|month|week)s?[\s-]olds?\b/i.test(after);
}

/** How well a date fits the asked-for unit of the calendar, 0 to 1. */
export function dateFit(view: SentenceView, mention: Mention, asked: string | undefined): number {
  const text = view.text.slice(mention.start, mention.end);
  const year = /(?:1[0-9]|20)\d\d/.test(text);
  if (asked === 'year' || asked === 'decad') return year ? 1 : 0;
  if (asked === 'month') return opensWithCapital(text, 0) && !/day$/i.test(text) ? 1 : 0.2;
  if (asked === 'day') return /day$|\d/.test(text) ? 1 : 0.3;
  // News tells of its days by their names.
  return year || /\d/.test(text) ? 1 : 0.9;
}
