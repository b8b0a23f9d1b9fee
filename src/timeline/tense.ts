import type { Token } from './token.ts';

/**
 * Whether something is told as past or as still to come; `either` when the verb ties it to an end on either side ("put
 * off until"), `present` when it tells neither ("is calling"), `unknown` when no verb tells.
 */
export type Tense = 'past' | 'future' | 'either' | 'present' | 'unknown';

const FUTURE = words(
  'will ll shall wo gonna upcoming scheduled slated due expected expects expect plans planned plan planning intends intend set going hopes hope aims aim forthcoming payable effective',
);
/** With a verb after them these tell what is to come: "should be completed", "would meet". */
const MODAL = words('would should could may might must can cannot ought need');
/** Present forms of what is fixed in advance: "the treaty expires in June". */
const FIXED = words(
  'expires expire begins starts opens ends closes resumes resume returns lapses matures launches premieres airs kicks departs arrives reopens concludes commences runs meets votes goes comes falls takes',
);
/** The same of several. */
const FIXED_PLURAL = words('expire begin start open end close resume reopen launch premiere depart arrive run meet vote go return');
/** "takes place" and the like are fixed in advance only with what follows them. */
const FIXED_WITH: Readonly<Record<string, string>> = {
  take: 'place',
  takes: 'place',
  goes: 'to on into',
  comes: 'into',
  falls: 'on due',
  runs: 'until till to through from out',
  returns: 'to on in for',
  meets: 'on in',
  votes: 'on in',
};
const PAST = words(
  'was were had did been said told took came went won made began held met left hit found got saw gave sent struck broke shot lost led kept rose fell flew grew knew became wrote spoke ran sold bought brought caught fought taught thought felt built spent stood understood put let cut quit beat bore bound chose dealt drew drove ate forbade forgot forgave froze hid heard hung laid lay lit meant paid rang read rid rode sang sank sat sought sewed shook shrank slept slid spun spread stole stuck swore swept swam swung threw woke wore withdrew overthrew burst arose shone dug bent blew bit bled bred crept dreamt fled hurt knelt lent proved split sprang tore wept wound died has have',
);
/** Words in -ed that are no verb in the past. */
const NOT_PAST = words(
  'need indeed speed feed seed united hundred sacred wed bed red breed exceed proceed succeed',
);
/** After these, "to" and a verb mean the future: "is to meet", "are to be held", "agreed to meet". */
const BE = words('is are be was were');
const INTENT = words(
  'agreed vowed promised planned pledged decided wanted wants ordered told urged called invited required asked likely ready about plan plans proposed voted hoped threatened offered sworn committed summoned preparing prepares prepare time date deadline deal set due has have need needs expected scheduled supposed',
);
/** What is put off, closed or extended lasts until a day after it was told. */
const TIED = words(
  'postponed delayed adjourned deferred pushed extended suspended closed shut remanded banned barred jailed rescheduled prolonged moved halted cancelled grounded put brought forward renewed valid remain remains stay stays',
);
/** Present forms that say neither. */
const PRESENT = words('is are am do does says say');
/** What is left of "couldn't", "won't" before the apostrophe. */
const CONTRACTED = words('couldn didn wasn weren hasn haven hadn won wouldn shouldn');
/** After these a word in -ed belongs to the noun that follows: "9 million preferred shares". */
const ATTRIBUTE = words('the art of in for measured count n12 n31 n99 n3 figure');
const NOUNS = words('word measured counted');
const PRONOUNS = words('his her their its him them me us you my our your it this that these those');
/** What was planned may have come to nothing, and lies anywhere. */
const ONCE = words('was were been had originally initially');

const REACH = 14;

/**
 * Tense around a date, judged by the nearest verb form that tells: first to its left within the clause, then to its
 * right. A choice between word lists on purpose: it costs no tagging and news writes plainly.
 *
 * @param first index of the date's first token
 * @param end index after its last token
 */
export function tenseAround(tokens: readonly Token[], first: number, end: number): Tense {
  // "the story of January 6": the verb speaks of the story.
  if (tokens[first - 1]?.kind === 'of' && ['word', 'name'].includes(tokens[first - 2]?.kind ?? ''))
    return 'unknown';
  if (tokens[first - 1]?.kind === 'since') return 'past';
  if (isDeadline(tokens, end)) return 'either';
  const left = scan(tokens, first - 1, -1);
  if (left === 'present' && (tokens[leadOf(tokens, first)]?.kind === 'until' || isTied(tokens, first)))
    return 'future';
  if (left === 'past' && isTied(tokens, first))
    return tokens[leadOf(tokens, first)]?.kind === 'until' ? 'future' : 'either';
  return left === 'unknown' ? scan(tokens, end, 1) : left;
}

const DEADLINES = words('deadline return election elections summit vote referendum');

/** "set a Jan. 14 deadline", "set 10 November as the deadline". */
function isDeadline(tokens: readonly Token[], end: number): boolean {
  for (let at = end; at < end + 3; at++) if (DEADLINES.has(tokens[at]?.text ?? '')) return true;
  return false;
}

function leadOf(tokens: readonly Token[], first: number): number {
  return tokens[first - 1]?.kind === 'the' ? first - 2 : first - 1;
}

/** "was put off until 30 June", "moved to Friday". */
function isTied(tokens: readonly Token[], first: number): boolean {
  const lead = leadOf(tokens, first);
  if (!['until', 'to', 'for'].includes(tokens[lead]?.kind ?? '')) return false;
  for (let at = lead - 1, seen = 0; seen < REACH && at >= 0; at--, seen++) {
    if (endsClause(tokens, at)) return false;
    const word = tokens[at]?.text.toLowerCase() ?? '';
    if (TIED.has(word)) return true;
    if (tenseOf(tokens, at) === 'past' && !['was', 'were', 'been', 'has', 'have', 'had'].includes(word))
      return false;
  }
  return false;
}

function scan(tokens: readonly Token[], from: number, step: 1 | -1): Tense {
  for (let at = from, seen = 0; seen < REACH; at += step, seen++) {
    const token = tokens[at];
    if (!token || endsClause(tokens, at)) return 'unknown';
    const tense = tenseOf(tokens, at);
    if (tense !== 'unknown') return tense;
  }
  return 'unknown';
}

function tenseOf(tokens: readonly Token[], at: number): Tense {
  const word = lower(tokens, at);
  if (word === 'to') return infinitive(tokens, at);
  if (FUTURE.has(word)) return toCome(tokens, at, word);
  if (PRESENT.has(word)) return 'present';
  if (CONTRACTED.has(word) && tokens[at + 2]?.text === 't')
    return word === 'won' || word === 'wouldn' || word === 'shouldn' ? 'future' : 'past';
  // "Neither could be reached on Monday".
  if (word === 'could' && (lower(tokens, at + 1) === 'not' || isDenied(tokens, at))) return 'past';
  if (MODAL.has(word))
    return lower(tokens, at + 1) === 'have' || tokens[at + 1]?.kind === 'the' ? 'unknown' : 'future';
  if (FIXED.has(word) || FIXED_WITH[word] !== undefined)
    return isFixed(tokens, at, word) ? 'future' : 'unknown';
  if (FIXED_PLURAL.has(word) && isFixedPlural(tokens, at)) return 'future';
  const before = lower(tokens, at - 1);
  if (word === 'has' || word === 'have')
    return lower(tokens, at + 1) === 'to' ? 'future' : before === 'to' ? 'unknown' : 'past';
  if (PAST.has(word)) {
    if (before === 'be') return 'unknown';
    if (before === 'is' || before === 'are') return 'present';
    if (before === 'to') return infinitive(tokens, at - 1);
    if (MODAL.has(before) || before === 'will' || before === 'not') return tenseOfHelper(tokens, at - 1);
    return 'past';
  }
  if (
    word.endsWith('ed') &&
    ATTRIBUTE.has(tokens[at - 1]?.kind ?? '') &&
    NOUNS.has(tokens[at + 1]?.kind ?? '')
  )
    return 'unknown';
  if (word.endsWith('ed') && (before === 'is' || before === 'are')) return 'present';
  return word.length > 3 && word.endsWith('ed') && !NOT_PAST.has(word) && before !== 'be'
    ? 'past'
    : 'unknown';
}

/** "could not put": the helping verb tells, "not put" alone is past. */
function tenseOfHelper(tokens: readonly Token[], at: number): Tense {
  const word = lower(tokens, at);
  if (word === 'not') {
    const helper = lower(tokens, at - 1);
    return MODAL.has(helper) || helper === 'will' ? 'future' : 'past';
  }
  return 'future';
}

function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 8 && !endsClause(tokens, back); back--) {
    if (/^(?:neither|none|nobody|no)$/i.test(tokens[back]?.text ?? '')) return true;
  }
  return false;
}

/** "is to meet", "agreed to meet", "to remain closed": to come, unless something past governs it ("failed to appear"). */
function infinitive(tokens: readonly Token[], at: number): Tense {
  const verb = tokens[at + 1];
  if (verb === undefined || !['word', 'end', 'start', 'open', 'close'].includes(verb.kind)) return 'unknown';
  if (PRONOUNS.has(verb.text)) return 'unknown';
  const before = lower(tokens, at - 1);
  if (BE.has(before) || INTENT.has(before))
    return ONCE.has(lower(tokens, at - 2)) || ['was', 'were'].includes(before) ? 'either' : 'future';
  // "failed to appear", "was forced to leave"; "the first to reach it" may be either.
  if (PAST.has(before) || (before.length > 3 && before.endsWith('ed') && !NOT_PAST.has(before)))
    return 'past';
  for (let back = at - 1; back >= 0 && back >= at - 8 && !endsClause(tokens, back); back--) {
    if (/^(?:first|last|only|second|able|enough|too)$/i.test(tokens[back]?.text ?? '')) return 'present';
  }
  return 'future';
}

function isFixed(tokens: readonly Token[], at: number, word: string): boolean {
  const next = lower(tokens, at + 1);
  const needed = FIXED_WITH[word];
  if (needed !== undefined) return needed.split(' ').includes(next);
  // A noun or a name before it, and no verb in the past beside it: "the treaty expires".
  return tokens[at - 1]?.kind !== 'the' && tokens[at - 1]?.kind !== 'art';
}

/** "Polls open on 4 May", "talks begin in June": of several, fixed in advance. */
function isFixedPlural(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (before === undefined || !/\p{L}{2}[^s]s$/u.test(before.text) || before.kind === 'pronoun') return false;
  return ['on', 'in', 'from', 'at'].includes(next?.kind ?? '') || next?.kind.startsWith('weekday') === true;
}

/** "is set to" is to come, "a set of" tells nothing, and what "was planned" lies anywhere. */
function toCome(tokens: readonly Token[], at: number, word: string): Tense {
  const next = lower(tokens, at + 1);
  if (word === 'set') return next === 'to' || next === 'for' ? 'future' : 'unknown';
  if (word === 'going') return next === 'to' ? 'future' : 'unknown';
  if (word === 'plan' || word === 'plans' || word === 'hope') return next === 'to' ? 'future' : 'unknown';
  if (word === 'wo') return 'future';
  return ONCE.has(lower(tokens, at - 1)) ? 'either' : 'future';
}

/** Does a clause end at this token: at a full stop, a semicolon, a question or exclamation mark? */
export function endsClause(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  return text === undefined || text === ';' || endsSentence(tokens, at);
}

/** Does a sentence end at this token? Not at the dot of "Sept.", "Mr." or "U.S.". */
export function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (token.kind === 'mark') return token.text === '!' || token.text === '?';
  if (token.kind !== 'dot') return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next === undefined || next.start === token.end) return false;
  if (before !== undefined && isAbbreviation(before)) return false;
  return /^[\p{Lu}“"‘'(\d]/u.test(next.text);
}

function isAbbreviation({ kind, text }: Token): boolean {
  if (kind === 'monthShort' || kind === 'weekdayShort' || kind === 'about' || kind === 'numbered')
    return true;
  return /^(?:\p{Lu}|mr|mrs|ms|dr|st|sen|gov|rep|gen|col|lt|sgt|prof|rev|jr|vs|est|d|b|r|fl)$/iu.test(text);
}

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text.toLowerCase() ?? '';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
