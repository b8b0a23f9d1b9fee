import { endsClause } from '../../../resolve/clauses.ts';
import { startsEntry } from '../../../resolve/story-signs.ts';
import type { Token } from '../../token.ts';
import { isNumber, isYears, JOINTS, YEAR_KINDS } from './numbers-of-things.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const MODERN = 'year';
/** Before four figures they make a year, also before a noun that is counted: "In 2019 police arrested him". */
const STRONG_LEADS = set('in since until by early late mid fiscal month monthName season');
/** Before any four figures that no counted noun follows. */
const LEADS = set(
  'in since until by from before after early late mid between turn year_ years_ start end summer',
);
const PARTS = set('early mid late');
const WHOLES = set('season half start end early mid late');
const NO_YEAR_AFTER = set('zone figure meridiem hijri money tens hundred thousand times');
/** They tell when something or somebody began or ended, right before the year. */
const BORN =
  /^(?:b|d|est|fl|r|born|died|founded|established|built|rebuilt|created|erected|completed|opened|published|dated|circa|ca|c|anno|inaugurated|incorporated|created|reigned|ruled|launched|signed|formed|class|vintage|abolished|burned|burnt|closed|crowned|demolished|destroyed|discovered|dissolved|enlarged|extended|married|painted|razed|restored|sank|sunk|written)$/i;
/** These come in amounts. */
const AMOUNT_NOUN =
  /^(?:army|attendance|audience|average|band|budget|cast|choir|collection|convoy|capacity|circulation|cost|crew|crowd|depth|distance|fee|fine|fleet|flock|force|herd|mob|orchestra|garrison|group|height|length|maximum|minimum|number|population|price|salary|score|speed|staff|strength|sum|team|total|weight)s?$/i;
const BOUND = set('early late recently earlier later');
/** Who does this with four figures does it with an amount of them. */
const AMOUNT_VERB =
  /^(?:pa(?:y|ys|id|ying)|costs?|costing|earn(?:s|ed|ing)?|spen[dt]s?|spending|owe[sd]?|owing|lent|lends?|borrow(?:s|ed)?|sold|sells?|bought|charged?|charges|fined|raised|donated?|weigh(?:s|ed|ing)?|scored?|totall?ed|total(?:s|ing)?|counted|numbered|numbering|reach(?:es|ed)?|exceed(?:s|ed|ing)?|worth|gave|gives?|tipped|won|lost|handed|drew|draws?|attract(?:s|ed)?|employ(?:s|ed)?)$/i;

/**
 * Whether four figures are a year where they stand, and no amount, number of something or time of day.
 *
 * @param at their index among the tokens
 */
export function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'eraYear') return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isNumber(tokens, at)) return false;
  if (NO_YEAR_AFTER.has(after?.kind ?? '')) return false;
  if (/^(?:st|rd|nd|th|am|pm|hrs?|hours)$/i.test(after?.text ?? '')) return false;
  if (before?.kind === 'at') return false;
  const counted = isCounted(after);
  if (before?.kind === 'between' || before?.kind === 'from') {
    if (isRangeOfAmounts(tokens, at, at + 2)) return false;
    if (isJoint(tokens, at + 1) && YEAR_KINDS.has(tokens[at + 2]?.kind ?? '')) return true;
  }
  const earlier = tokens[at - 2];
  const follows = isJoint(tokens, at - 1) && earlier !== undefined && YEAR_KINDS.has(earlier.kind);
  if (follows && (tokens[at - 3]?.kind === 'between' || tokens[at - 3]?.kind === 'from'))
    return !isRangeOfAmounts(tokens, at - 2, at) && isYear(tokens, at - 2);
  if (follows && !counted && isYear(tokens, at - 2)) return true;
  // "from 27 June to 3 August 2011": a comma or a dash goes on with other dates too.
  if (counted) return isCountedYear(tokens, at);
  if (token.kind === MODERN) return !isAmount(tokens, at);
  return isLed(tokens, at);
}

/** "In 2019 police …" is a year, "by 2000 votes", "in 1500 homes" and "2011 people" are amounts. */
function isCountedYear(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || isYears(after)) return false;
  if (!isStrong(tokens, at)) return false;
  if (/^(?:over|within)$/i.test(before?.text ?? '')) return false;
  if (token.kind === 'farYear') return false;
  const round = token.value % (token.kind === MODERN ? 1000 : 50) === 0;
  if (after?.kind === 'measured') return before?.kind !== 'by' && !round;
  return !(round && (token.kind !== MODERN || before?.kind === 'by'));
}

/** "in 2019", "mid-2010", and where the sentence begins "After 2011". */
function isStrong(tokens: readonly Token[], at: number): boolean {
  const [lead, before] = [tokens[at - 1]?.kind ?? '', tokens[at - 2]?.kind ?? 'dot'];
  if (STRONG_LEADS.has(lead) || isOfWhole(tokens, at - 1)) return true;
  if (lead === 'dash') return PARTS.has(before);
  return before === 'dot' && ['before', 'after', 'from'].includes(lead);
}

/** "the first months of 1942", "the spring of 2011". */
function isOfWhole(tokens: readonly Token[], at: number): boolean {
  const whole = tokens[at - 1];
  return tokens[at]?.kind === 'of' && whole !== undefined && (isYears(whole) || WHOLES.has(whole.kind));
}

/** "Between 1700 and 1800 people", "from 2000 to 2500 tents": amounts, unless both can be years and are not round. */
function isRangeOfAmounts(tokens: readonly Token[], first: number, last: number): boolean {
  const [a, b, after] = [tokens[first], tokens[last], tokens[last + 1]];
  if (a === undefined || b === undefined || !isJoint(tokens, first + 1)) return false;
  // "drew from 1900 to 2000 spectators".
  const byVerb = AMOUNT_VERB.test(tokens[first - 2]?.text ?? '') && after?.kind === 'word' && isPlural(after);
  if (!isCounted(after)) return byVerb && a.value % 50 === 0 && b.value % 50 === 0;
  if (isYears(after) || after?.kind === 'measured') return true;
  return a.kind !== MODERN || b.kind !== MODERN || (a.value % 50 === 0 && b.value % 50 === 0);
}

/** A year before 1900 or after 2059 is one only where something says so. */
function isLed(tokens: readonly Token[], at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (token === undefined) return false;
  const round = token.value % 50 === 0;
  if (before === undefined) return startsEntry(tokens, at, at + 1);
  if (/^(?:over|within)$/i.test(before.text)) return false;
  if (LEADS.has(before.kind) && !(before.kind === 'from' && round && !isJoint(tokens, at + 1))) return true;
  if (before.kind === 'open')
    return after?.kind === 'close' || isJoint(tokens, at + 1) || YEAR_KINDS.has(tokens[at - 2]?.kind ?? '');
  if (before.kind === 'about') return isDateAbout(tokens, at - 1);
  if (before.kind === 'dot' && tokens[at - 2]?.kind === 'about') return true;
  const word = before.kind === 'dot' ? tokens[at - 2] : before;
  if (word !== undefined && BORN.test(word.text)) return true;
  // "Johann Bach, 1685–1750".
  if (before.kind === 'comma' && isJoint(tokens, at + 1) && YEAR_KINDS.has(tokens[at + 2]?.kind ?? ''))
    return tokens[at - 2]?.kind === 'name' && isClosed(tokens[at + 3]);
  // "Born in Genoa, 1451, …".
  if (before.kind === 'comma' && tokens[at - 2]?.kind === 'name') return !round && isClosed(after);
  if (before.kind === 'of') return !round && isOneOfYear(tokens, at - 1);
  if (isBound(tokens, at - 1)) return true;
  if (before.kind === 'the' || before.kind === 'art') return isNounLike(after) && !(round && isPlural(after));
  return false;
}

/** "the war of 1812", "its charter of 1215", "the Reform Act of 1832", but "an army of 1215". */
function isOneOfYear(tokens: readonly Token[], of: number): boolean {
  const noun = tokens[of - 1];
  if (noun === undefined || AMOUNT_NOUN.test(noun.text)) return false;
  if (noun.kind === 'name') return true;
  return /^(?:the|an?|its?|his|her|their|our|['’]s)$/i.test(tokens[of - 2]?.text ?? '');
}

/** "as early as 1623", "no later than 1750". */
function isBound(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.kind;
  return (word === 'as' || word === 'than') && BOUND.has(tokens[at - 1]?.kind ?? '');
}

/** "c. 1650", "in about 1650", but "about 1200 were killed". */
function isDateAbout(tokens: readonly Token[], at: number): boolean {
  return /^(?:c|ca|circa)$/i.test(tokens[at]?.text ?? '') || LEADS.has(tokens[at - 1]?.kind ?? '');
}

/** Four figures of our time are a year but for "over 2000 were hurt" and "paid the driver 2000". */
function isAmount(tokens: readonly Token[], at: number): boolean {
  const [before, value] = [tokens[at - 1], tokens[at]?.value ?? 0];
  const round = value % 50 === 0;
  if (/^(?:over|within|than|least|most)$/i.test(before?.text ?? '') && round && !isBound(tokens, at - 1))
    return true;
  if (before?.kind === 'about' && !isDateAbout(tokens, at - 1) && (round || isManyOf(tokens[at + 1])))
    return true;
  if (before?.kind === 'of' && isAmountOf(tokens[at - 2], tokens[at + 1])) return true;
  if (isRate(tokens, at) || isOneOfAmounts(tokens, at)) return true;
  // "1950 were mild", but "2003 and 2004 were".
  if (/^(?:were|are)$/.test(tokens[at + 1]?.text ?? '') && !isJoint(tokens, at - 1)) return round;
  if (!['word', 'name', 'pronoun', 'the', 'art', 'few'].includes(before?.kind ?? '')) return false;
  if (before?.kind === 'the' || before?.kind === 'art') return false;
  for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
    const token = tokens[back];
    if (token === undefined || ['comma', 'dot', 'in', 'open', 'and'].includes(token.kind)) return false;
    if (AMOUNT_VERB.test(token.text)) return true;
  }
  return false;
}

/** "a total of 1990", "a choir of 1960 singers". */
function isAmountOf(noun: Token | undefined, after: Token | undefined): boolean {
  if (noun?.text === 'total') return true;
  return AMOUNT_NOUN.test(noun?.text ?? '') && after?.kind === 'word' && isPlural(after);
}

/** "paid 2018 families and 1995 pensioners": an amount of something stands before it in the list. */
function isOneOfAmounts(tokens: readonly Token[], at: number): boolean {
  const [joint, after] = [tokens[at - 1]?.kind, tokens[at + 1]];
  if ((joint !== 'and' && joint !== 'comma') || after?.kind !== 'word' || !isPlural(after)) return false;
  for (let back = at - 2; back >= 0 && back >= at - 8 && !endsClause(tokens, back); back--) {
    const token = tokens[back];
    const noun = tokens[back + 1];
    if (/^\d/.test(token?.text ?? '') && (isCounted(noun) || (noun?.kind === 'word' && isPlural(noun))))
      return !YEAR_KINDS.has(token?.kind ?? '') || !isYear(tokens, back);
  }
  return false;
}

/** "1990 cyclists a day". */
function isRate(tokens: readonly Token[], at: number): boolean {
  const [noun, per, unit] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  return isPlural(noun) && (per?.kind === 'art' || per?.text === 'per') && isYears(unit);
}

/** "roughly 2017 flats", but "about 2019 levels". */
function isManyOf(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    isPlural(token) &&
    !/^(?:levels|figures|prices|results|rates|terms)$/.test(token.text)
  );
}

function isClosed(token: Token | undefined): boolean {
  return token === undefined || ['comma', 'dot', 'close'].includes(token.kind);
}

function isCounted(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === 'counted' || token.kind === 'measured' || token.text === 'pages' || isYears(token);
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  return JOINTS.has(tokens[at]?.kind ?? '');
}

function isNounLike(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name' || token?.kind === 'attack';
}

function isPlural(token: Token | undefined): boolean {
  return token !== undefined && /(?:s|men|women|people)$/.test(token.text);
}
