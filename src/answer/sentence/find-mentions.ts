import type { Word } from '../../text/terms.ts';

export type MentionKind = 'name' | 'quoted' | 'word' | 'number' | 'money' | 'percent' | 'date' | 'duration';

/** Something in a sentence that a question could ask for: a name, a quoted title, a quantity, a date. */
export interface Mention {
  readonly kind: MentionKind;
  /** Offsets into the text the words were read from. */
  readonly start: number;
  readonly end: number;
  /** Its words are `words[from]` to `words[to - 1]`. */
  readonly from: number;
  readonly to: number;
}

const NUMBER_WORDS = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
   nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
   half hundreds thousands millions billions dozens twice third quarter first second`.split(/\s+/),
);
const SCALES = new Set([
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
  'bn',
  'm',
  'tn',
  'dozen',
  'and',
  'a',
]);
const UNITS_OF_TIME = /^(?:second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))s?$/i;
const MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const INSIDE_NAMES = new Set([
  'of',
  'the',
  'de',
  'la',
  'al',
  'el',
  'bin',
  'van',
  'von',
  'der',
  'du',
  'da',
  'and',
  'for',
]);

/** "(CNN)", "LONDON (AP) —", "LOS ANGELES –": where and by whom it was written is no part of what it says. */
const DATELINE =
  /^(?:[\p{Lu}][\p{L}.,' -]{0,40})?\((?:CNN|CNN Business|AP|Reuters|AFP|BBC|UPI|PA)\)\s*[-–—]*|^[\p{Lu}][\p{Lu}., ]{2,30}(?:, [\p{L}.]+)? [–—-]+ /u;

interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  raw(at: number): string;
}

/** The mentions of a sentence, in order of their start; quantities and dates are not names as well. */
export function findMentions(text: string, words: readonly Word[]): Mention[] {
  const raws = words.map((word) => text.slice(word.start, word.end));
  const reading: Reading = { text, words, raw: (at) => raws[at] ?? '' };
  const mentions: Mention[] = [...quotedMentions(reading)];
  for (let at = 0; at < words.length; ) {
    const found = numericMention(reading, at) ?? nameMention(reading, at);
    if (found === undefined) at++;
    else {
      mentions.push(found);
      at = found.to;
    }
  }
  const dateline = DATELINE.exec(text)?.[0].length ?? 0;
  return mentions.filter(({ end }) => end > dateline).sort((a, b) => a.start - b.start || b.end - a.end);
}

function mention(
  reading: Reading,
  kind: MentionKind,
  from: number,
  to: number,
  widen = '',
): Mention | undefined {
  const first = reading.words[from];
  const last = reading.words[to - 1];
  if (first === undefined || last === undefined) return undefined;
  return { kind, start: first.start - widen.length, end: last.end, from, to };
}

function numericMention(reading: Reading, at: number): Mention | undefined {
  const { text, words } = reading;
  const word = words[at];
  if (word === undefined) return undefined;
  const raw = reading.raw(at);
  const first = raw.charCodeAt(0);
  const digits = first >= 48 && first <= 57;
  // Most words are neither a number in digits nor capitalised nor a number in words.
  if (!digits && first >= 97 && !NUMBER_WORDS.has(raw)) return undefined;
  if (MONTHS.test(raw) && /^\p{Lu}/u.test(raw) && !(raw === 'May' && !besideNumber(reading, at)))
    return dateMention(reading, at);
  if (WEEKDAYS.test(raw)) return mention(reading, 'date', at, at + 1);
  if (!digits && !NUMBER_WORDS.has(raw.toLowerCase())) return undefined;
  if (!digits && /^(?:one|first|second|half|third)$/i.test(raw) && !UNITS_OF_TIME.test(reading.raw(at + 1))) {
    return mention(reading, 'number', at, at + 1);
  }
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(raw) && MONTHS.test(reading.raw(at + 1)))
    return dateMention(reading, at);
  const era = eraMention(reading, at);
  if (era !== undefined) return era;
  let to = at + 1;
  while (
    to < words.length &&
    (SCALES.has(reading.raw(to).toLowerCase()) ||
      (!digits && NUMBER_WORDS.has(reading.raw(to).toLowerCase())))
  )
    to++;
  while (to > at + 1 && /^(?:and|a)$/i.test(reading.raw(to - 1))) to--;
  const before =
    /(?:US|A|C|HK|NZ)?[$£€¥₹]\s?$/.exec(text.slice(Math.max(0, word.start - 4), word.start))?.[0] ?? '';
  const end = words[to - 1]?.end ?? word.end;
  const span = spanToNumber(reading, to);
  if (span !== undefined) return mention(reading, span.kind, at, span.to);
  const after = text.slice(end, end + 2);
  const next = reading.raw(to).toLowerCase();
  if (before !== '') return mention(reading, 'money', at, to, before);
  if (/^(?:dollars?|euros?|pounds?|rubles?|roubles?|yen|yuan|cents?|pence)$/.test(next))
    return mention(reading, 'money', at, to + 1);
  if (/^\s?%/.test(after)) {
    const found = mention(reading, 'percent', at, to);
    return found && { ...found, end: end + after.indexOf('%') + 1 };
  }
  if (next === 'percent' || (next === 'per' && reading.raw(to + 1) === 'cent')) {
    return mention(reading, 'percent', at, next === 'percent' ? to + 1 : to + 2);
  }
  if (/^(?:1[0-9]|20)\d\d(?:s|['’]s)?$/.test(raw) && to === at + 1) return mention(reading, 'date', at, to);
  if (UNITS_OF_TIME.test(next)) return mention(reading, 'duration', at, to + 1);
  return mention(reading, 'number', at, to);
}

/** "15 to 30 seconds", "six or seven percent": what the second number counts, the first does, too. */
function spanToNumber(reading: Reading, link: number): Mention | undefined {
  const next = reading.words[link + 1];
  if (!/^(?:to|or|and)$/i.test(reading.raw(link)) || next === undefined) return undefined;
  const found =
    /^\d/.test(reading.raw(link + 1)) || NUMBER_WORDS.has(reading.raw(link + 1))
      ? numericMention(reading, link + 1)
      : undefined;
  return found?.kind === 'duration' || found?.kind === 'percent' ? found : undefined;
}

/** "The 15th century", "4500 BC", "AD 79", "200–350 CE". */
function eraMention(reading: Reading, at: number): Mention | undefined {
  const [raw, next] = [reading.raw(at), reading.raw(at + 1)];
  if (/^\d{1,2}(?:st|nd|rd|th)$/.test(raw) && /^(?:century|centuries|millennium)$/i.test(next))
    return mention(reading, 'date', at, at + 2);
  if (/^\d{1,5}$/.test(raw) && ERA.test(next)) return mention(reading, 'date', at, at + 2);
  return /^\d{1,4}$/.test(raw) && /^(?:AD|CE)$/.test(reading.raw(at - 1))
    ? mention(reading, 'date', at, at + 1)
    : undefined;
}

const ERA = /^(?:BC|BCE|AD|CE)$/;

function besideNumber(reading: Reading, at: number): boolean {
  return (
    /^\d/.test(reading.raw(at + 1)) ||
    /^\d/.test(reading.raw(at - 1)) ||
    /^(?:in|since|until|by|of|last|this|next)$/i.test(reading.raw(at - 1))
  );
}

/** "5 March 2021", "March 5, 2021", "March 2021", "March". */
function dateMention(reading: Reading, at: number): Mention | undefined {
  let to = at + 1;
  if (/^\d/.test(reading.raw(at))) to++;
  else if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(reading.raw(to))) to++;
  if (/^(?:1[0-9]|20)\d\d$/.test(reading.raw(to))) to++;
  return mention(reading, 'date', at, to);
}

function nameMention(reading: Reading, at: number): Mention | undefined {
  if (!isNameWord(reading, at)) return undefined;
  let to = at + 1;
  for (let i = to; i < reading.words.length; i++) {
    if (!adjacent(reading, i - 1)) break;
    if (isNameWord(reading, i)) to = i + 1;
    else if (
      !(
        INSIDE_NAMES.has(reading.raw(i)) &&
        i === to &&
        isNameWord(reading, i + 1) &&
        reading.raw(i) !== 'and'
      )
    )
      break;
  }
  return mention(reading, 'name', at, to);
}

function adjacent(reading: Reading, at: number): boolean {
  const left = reading.words[at];
  const right = reading.words[at + 1];
  return (
    left !== undefined &&
    right !== undefined &&
    /^(?:[ \-–&]|\. | & |['’]s? )$/.test(reading.text.slice(left.end, right.start))
  );
}

/** Capitalised and no function word; "May" and "The" at the start of a sentence are none. */
function isNameWord(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  if (word === undefined) return false;
  const raw = reading.raw(at);
  if (!/^(?:\p{Lu}|i[A-Z])/u.test(raw) || (raw.length === 1 && word.stop)) return false;
  if (/^\s?[$£€¥₹]/.test(reading.text.slice(word.end, word.end + 2))) return false;
  // "Al-Shaer", "El Sisi": the article is part of the name that follows.
  if (/^(?:Al|El|Bin|Abu)$/.test(raw)) return isNameWord(reading, at + 1) && adjacent(reading, at);
  return !word.stop || (/^\p{Lu}{2,}$/u.test(raw) && raw !== 'IT');
}

/** Short quotations without a sentence inside: titles, nicknames, coined words. */
function* quotedMentions(reading: Reading): Generator<Mention> {
  for (const match of reading.text.matchAll(
    /["“]([^"“”]{2,60})["”]|(?<!\p{L})[‘']([^'‘’]{3,50})[’'](?!\p{L})/gu,
  )) {
    const inner = match[1] ?? match[2] ?? '';
    if (/[.!?]\s/.test(inner) || inner.split(/\s+/).length > 7) continue;
    const start = match.index + 1;
    const end = start + inner.replace(/[,.;]$/, '').length;
    const from = reading.words.findIndex((word) => word.start >= start);
    const to = reading.words.findLastIndex((word) => word.end <= end) + 1;
    if (from >= 0 && to > from) yield { kind: 'quoted', start, end, from, to };
  }
}
