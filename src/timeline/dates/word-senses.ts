import { LEXICON, type WordSense } from './date-words.ts';

/** Kinds of the marks that mean something in a date. */
export const MARKS: Readonly<Record<string, string>> = {
  ',': 'comma',
  '.': 'dot',
  '-': 'dash',
  '–': 'dash',
  '—': 'longDash',
  '/': 'slash',
  '(': 'open',
  ')': 'close',
  '[': 'open',
  ']': 'close',
  "'s": 'poss',
  '’s': 'poss',
  $: 'money',
  '€': 'money',
  '£': 'money',
  '#': 'money',
  '%': 'counted',
  '~': 'about',
};
/** Any word or number that means nothing in a date. */
export const PLAIN: WordSense = { kind: 'word', value: 0 };
/** Any other word with a capital letter. */
const NAME: WordSense = { kind: 'name', value: 0 };
const MARK: WordSense = { kind: 'mark', value: 0 };
const MARK_SENSES: ReadonlyMap<string, WordSense> = new Map(
  Object.entries(MARKS).map(([mark, kind]) => [mark, { kind, value: 0 }]),
);

/** What a token may mean in a date, by its letters and figures alone. */
export function senseOf(text: string): WordSense {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return senseOfFigure(text);
  if (first < 65 || first > 0x2000 || (first > 90 && first < 97) || (first > 122 && first < 128)) {
    const mark = MARK_SENSES.get(text);
    if (mark !== undefined) return mark;
    if (first === 39 || first === 0x2019) return senseOfShortYear(text);
    return MARK;
  }
  if (text.length <= 8) {
    const code = senseOfCode(text);
    if (code) return code;
  }
  const lower = text.toLowerCase();
  const sense = LEXICON.get(lower);
  if (sense && spelledAs(text, lower, sense.kind)) return sense;
  return lower.charCodeAt(0) === first ? PLAIN : NAME;
}

/** "Q3", "H1", "FY2012", "p.m.". */
function senseOfCode(text: string): WordSense | undefined {
  const figure = text.charCodeAt(1) - 48;
  if (text.length === 2 && figure >= 1 && figure <= 4) {
    if (text.startsWith('Q')) return { kind: 'quarterCode', value: figure };
    if (text.startsWith('H')) return { kind: 'halfCode', value: figure };
  }
  if (text.startsWith('FY') && /^FY(?:(?:19|20)\d\d|\d\d)$/.test(text)) {
    return { kind: 'fiscalCode', value: fullYear(Number(text.slice(2))) };
  }
  if (text.charAt(1) === '.') {
    if (text.startsWith('B')) return { kind: 'bce', value: 0 };
    return { kind: text.startsWith('A') || text.startsWith('C') ? 'ce' : 'meridiem', value: 0 };
  }
  return text.startsWith('o') && (text === "o'clock" || text === 'o’clock')
    ? { kind: 'oclock', value: 0 }
    : undefined;
}

function spelledAs(text: string, lower: string, kind: string): boolean {
  const capital = text !== lower;
  switch (kind) {
    case 'month':
    case 'monthName':
    case 'weekday':
    case 'weekdays':
      return capital || !AMBIGUOUS_LOWER.has(text);
    case 'monthShort':
      return capital;
    case 'weekdayShort':
      return capital && text.slice(1) === lower.slice(1);
    case 'holiday':
    case 'named':
    case 'good':
      return capital;
    case 'ce':
    case 'fy':
    case 'bce':
      return text === text.toUpperCase();
    case 'zone':
      return text === text.toUpperCase() || text === 'local';
    default:
      return true;
  }
}

const AMBIGUOUS_LOWER: ReadonlySet<string> = new Set(['may', 'march', 'august']);

function senseOfFigure(text: string): WordSense {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'iso', value: 0 };
  if (/^(?:\d{1,4}\/\d{1,2}\/\d{1,4}|\d{1,4}\.\d{1,2}\.\d{1,4}|\d{1,2}-\d{1,2}-\d{4})$/.test(text))
    return { kind: 'figures', value: 0 };
  if (/^\d{1,2}[A-Z][A-Za-z]{2}\d/.test(text)) return { kind: 'figures', value: 0 };
  if (text.charAt(1) === 'Q') {
    const year = Number(text.slice(2).replace(/\D/g, ''));
    return text.length === 2
      ? { kind: 'quarterCode', value: Number(text.charAt(0)) }
      : { kind: 'quarterYear', value: fullYear(year) * 10 + Number(text.charAt(0)) };
  }
  if (/^\d{1,2}:\d{2}/.test(text)) return { kind: 'clock', value: Number.parseInt(text, 10) };
  const number = Number.parseInt(text, 10);
  if (/(?:st|nd|rd|th)$/.test(text))
    return { kind: number >= 1 && number <= 31 ? 'nth' : 'ordinal', value: number };
  if (/s$/.test(text)) {
    const century = /^(1[0-9]|20)00['’]?s$/.test(text);
    if (/^\d{4}['’]?s$/.test(text))
      return { kind: century ? 'hundreds' : number % 10 === 0 ? 'decade' : 'word', value: number };
    if (/^[2-9]0['’]?s$/.test(text)) return { kind: 'shortDecade', value: number };
    return /^\d{2,3}['’]?s$/.test(text) && number % 10 === 0 ? { kind: 'oldDecade', value: number } : PLAIN;
  }
  if (!/^\d+$/.test(text)) return { kind: 'figure', value: Number(text.replaceAll(',', '')) };
  if (text.length === 4) return senseOfFourFigures(number);
  if (text.length === 3) return { kind: number >= 100 ? 'n3' : 'figure', value: number };
  if (text.length > 2) return { kind: 'figure', value: number };
  if (number >= 1 && number <= 12) return { kind: 'n12', value: number };
  return { kind: number >= 13 && number <= 31 ? 'n31' : 'n99', value: number };
}

function senseOfFourFigures(number: number): WordSense {
  if (number >= 1900 && number <= 2059) return { kind: 'year', value: number };
  if (number >= 1000 && number < 1900) return { kind: 'oldYear', value: number };
  return { kind: number >= 2060 && number < 3000 ? 'farYear' : 'figure', value: number };
}

function senseOfShortYear(text: string): WordSense {
  const number = Number.parseInt(text.slice(1), 10);
  if (Number.isNaN(number)) return PLAIN;
  if (text.endsWith('s')) return number % 10 === 0 ? { kind: 'shortDecade', value: number } : PLAIN;
  return { kind: 'shortYear', value: fullYear(number) };
}

/** A year written with two figures: 00 to 49 are this century's, 50 to 99 the last one's. */
export function fullYear(number: number): number {
  if (number >= 100) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}
