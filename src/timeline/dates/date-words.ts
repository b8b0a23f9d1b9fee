/**
 * What the words of a date mean. `kind` is what patterns name; `value` is what the reader of a pattern needs: the
 * month's or weekday's number, a count, or the word's own code.
 */
export interface WordSense {
  readonly kind: string;
  readonly value: number;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july'];
const MORE_MONTHS = ['august', 'september', 'october', 'november', 'december'];
/** Months that are also people's names or other words: alone they need a preposition before them. */
const ALSO_NAMES: ReadonlySet<string> = new Set(['march', 'april', 'may', 'june', 'august']);
const MONTH_SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAY_SHORT = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COUNTS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
const DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

/** Units in the order of {@link UNIT_CODES}. */
const UNITS =
  'second minute hour day night week weekend fortnight month quarter season year decade century millennium';
export const UNIT_CODES = UNITS.split(' ');
const UNIT_PLURALS: Readonly<Record<string, string>> = { century: 'centuries', millennium: 'millennia' };
const pluralOf = (unit: string): string => UNIT_PLURALS[unit] ?? `${unit}s`;
/** Kinds of the units' names: `year_` and, of several, `years_`. */
export const UNIT_KINDS: readonly string[] = UNIT_CODES.map((unit) => `${unit}_`);
export const UNITS_KINDS: readonly string[] = UNIT_CODES.map((unit) => `${pluralOf(unit)}_`);
const ALL_UNIT_KINDS: ReadonlySet<string> = new Set([...UNIT_KINDS, ...UNITS_KINDS]);

/** Is this the kind of a unit's name, singular or plural? */
export function isUnitKind(kind: string): boolean {
  return ALL_UNIT_KINDS.has(kind);
}

/** Kinds whose words carry no value of their own. */
const PLAIN: Readonly<Record<string, string>> = {
  the: 'the',
  art: 'a an',
  this: 'this',
  that: 'that',
  these: 'these those',
  last: 'last',
  next: 'next',
  previous: 'previous preceding prior',
  following: 'following subsequent ensuing',
  past: 'past',
  coming: 'coming upcoming forthcoming',
  current: 'current present ongoing',
  recent: 'recent',
  same: 'same very',
  of: 'of',
  in: 'in during throughout within over',
  on: 'on',
  at: 'at',
  for: 'for',
  from: 'from',
  to: 'to through thru',
  between: 'between',
  and: 'and or',
  since: 'since',
  until: 'until till til up-to',
  by: 'by',
  ago: 'ago',
  later: 'later afterwards afterward hence thereafter',
  earlier: 'earlier previously beforehand',
  before: 'before',
  after: 'after following',
  early: 'early',
  late: 'late',
  mid: 'mid middle',
  start: 'beginning start outset onset dawn',
  end: 'end close',
  turn: 'turn',
  about: 'about around approximately roughly nearly almost circa ca c some approx',
  more: 'more less fewer',
  than: 'than least most',
  every: 'every each per',
  all: 'all entire whole',
  few: 'several few many couple couples numerous various countless multiple',
  half: 'half',
  halves: 'halves',
  final: 'final closing',
  ended: 'ended ending',
  thousand: 'thousand',
  hundred: 'hundred',
  hijri: 'ah ap bs',
  latest: 'latest',
  tax: 'tax',
  starting: 'starting commencing',
  aftermath:
    'committee commission panel defendants rioters hostages anniversary memorial hearing hearings investigation investigations probe case prosecution prosecutions defendant charges pardons mob siege insurrectionists insurrectionist rioter attackers inquiry',
  full: 'full',
  corresponding: 'corresponding comparable',
  not: 'not never',
  calendar: 'calendar',
  fiscal: 'fiscal financial',
  now: 'now nowadays currently presently',
  recently: 'recently lately',
  moment: 'moment',
  time: 'time',
  future: 'future',
  near: 'near foreseeable distant not-too-distant',
  soon: 'soon shortly',
  today: 'today',
  tonight: 'tonight overnight',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  noon: 'noon midday',
  midnight: 'midnight',
  oclock: "o'clock",
  meridiem: 'am pm',
  zone: 'gmt utc est edt pst pdt cet cest bst et pt ist jst msk cst cdt local',
  daily: 'daily weekly fortnightly monthly quarterly yearly annual annually nightly hourly biweekly',
  times: 'once twice times',
  bce: 'bc bce',
  ce: 'ad ce',
  measured:
    'percent per-cent pct km kilometers kilometres miles mile meters metres feet foot inches acres hectares dollars euros pounds rupees yen yuan rubles points tons tonnes kg grams litres liters calories watts megawatts mw kw mm cm hp rpm square cubic degrees shares barrels units cents billion million trillion',
  fy: 'fy',
  period: 'period',
  date: 'date',
  rest: 'rest remainder',
  new: 'new',
  eve: 'eve',
  named: 'black super bloody ash cyber holy palm maundy shrove ruby giving',
  attack:
    'attack attacks terrorist terror hijackings hijackers hijacker bombing bombings bombers massacre massacres shooting shootings coup riot riots insurrection uprising revolt plot explosion explosions blast blasts earthquake quake tragedy disaster killings assault raid',
  affix: 'post pre',
  on_: 'onward onwards',
  pronoun: 'he she they we it',
  long: 'long',
  right: 'right',
  good: 'good',
  as: 'as',
  old: 'old',
  // Numbers beside these are not years.
  counted:
    'people persons votes troops soldiers jobs deaths cases seats members homes houses cars vehicles fighters refugees civilians prisoners students employees workers women men children others passengers protesters demonstrators flights stores families migrants schools residents volunteers patients guests copies bodies nurses doctors officers police policemen tanks rockets missiles tents animals sheep cattle horses trees ships boats planes aircraft villagers farmers miners teachers pupils visitors tourists players fans supporters victims survivors pilgrims monks sailors marines guards rebels militants inhabitants citizens voters delegates buildings villages shops hotels rooms beds books letters shells bombs guns rifles injured dead wounded migrants',
  numbered:
    'resolution flight number no nos room page pages p pp channel route highway section article chapter verse boeing airbus model psalm apollo tel phone fax extension ext box unit sr usc isbn issn doi gate bay platform suite apartment apt locker berth hangar invoice ticket serial error pin patent windows case interstate lot line version vol volume issue directive directives regulation decree',
};

/** Kinds whose words carry a value. */
const VALUED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  dayPart: {
    morning: 0,
    afternoon: 1,
    evening: 2,
    night: 3,
    mornings: 0,
    evenings: 2,
    nights: 3,
    nighttime: 3,
  },
  holiday: {
    christmas: 0,
    xmas: 0,
    easter: 1,
    thanksgiving: 2,
    halloween: 3,
    boxing: 4,
    valentine: 5,
    valentines: 5,
  },
  season: {
    spring: 0,
    summer: 1,
    autumn: 2,
    fall: 2,
    winter: 3,
    springtime: 0,
    summertime: 1,
    wintertime: 3,
  },
  opening: { opening: 1 },
  seasons: { springs: 0, summers: 1, autumns: 2, winters: 3 },
};

/** The lexicon: lower-case word → sense. Words with several senses are settled by the tokeniser. */
export const LEXICON: ReadonlyMap<string, WordSense> = buildLexicon();

function buildLexicon(): Map<string, WordSense> {
  const senses = new Map<string, WordSense>();
  for (const [kind, words] of Object.entries(PLAIN)) {
    for (const word of words.split(' ')) if (!senses.has(word)) senses.set(word, { kind, value: 0 });
  }
  for (const [kind, words] of Object.entries(VALUED)) {
    for (const [word, value] of Object.entries(words)) senses.set(word, { kind, value });
  }
  COUNTS.split(' ').forEach((word, value) => {
    senses.set(word, { kind: 'count', value });
  });
  TENS.forEach((word, index) => {
    senses.set(word, { kind: 'tens', value: 20 + 10 * index });
  });
  ORDINALS.split(' ').forEach((word, value) => {
    senses.set(word, { kind: 'ordinal', value });
  });
  senses.set('thirtieth', { kind: 'ordinal', value: 30 });
  DECADES.forEach((word, index) => {
    senses.set(word, { kind: 'decadeWord', value: 20 + 10 * index });
  });
  UNIT_CODES.forEach((word, value) => {
    if (word !== 'second') senses.set(word, { kind: `${word}_`, value });
    senses.set(pluralOf(word), { kind: `${pluralOf(word)}_`, value });
  });
  senses.set('mins', { kind: 'minutes_', value: UNIT_CODES.indexOf('minute') });
  senses.set('hrs', { kind: 'hours_', value: UNIT_CODES.indexOf('hour') });
  senses.set('yrs', { kind: 'years_', value: UNIT_CODES.indexOf('year') });
  [...MONTHS, ...MORE_MONTHS].forEach((word, index) => {
    senses.set(word, { kind: ALSO_NAMES.has(word) ? 'monthName' : 'month', value: index + 1 });
  });
  MONTH_SHORT.forEach((word, index) => {
    if (word !== 'may') senses.set(word, { kind: 'monthShort', value: index + 1 });
  });
  senses.set('sept', { kind: 'monthShort', value: 9 });
  WEEKDAYS.forEach((word, index) => {
    senses.set(word, { kind: 'weekday', value: index });
    senses.set(`${word}s`, { kind: 'weekdays', value: index });
  });
  WEEKDAY_SHORT.forEach((word, index) => {
    senses.set(word, { kind: 'weekdayShort', value: index });
  });
  for (const [word, value] of Object.entries({ tues: 1, weds: 2, thur: 3, thurs: 3 })) {
    senses.set(word, { kind: 'weekdayShort', value });
  }
  return senses;
}
