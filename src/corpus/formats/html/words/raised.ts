/** What becomes of raised or lowered characters. */
export type Raised =
  /** They point to a note and are no part of the text. */
  | { readonly kind: 'note' }
  /** They stand in the text as this. */
  | { readonly kind: 'text'; readonly text: string };

const NOTE: Raised = { kind: 'note' };
const RAISED = new Map(
  [...'0123456789+-−–=()nixkmjabt'].map((plain, i) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱˣᵏᵐʲᵃᵇᵗ'][i] ?? plain]),
);
const LOWERED = new Map([...'0123456789'].map((plain, i) => [plain, [...'₀₁₂₃₄₅₆₇₈₉'][i] ?? plain]));
const FRACTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    '1/2': '½',
    '1/3': '⅓',
    '2/3': '⅔',
    '1/4': '¼',
    '3/4': '¾',
    '1/5': '⅕',
    '2/5': '⅖',
    '3/5': '⅗',
    '4/5': '⅘',
    '1/6': '⅙',
    '5/6': '⅚',
    '1/7': '⅐',
    '1/8': '⅛',
    '3/8': '⅜',
    '5/8': '⅝',
    '7/8': '⅞',
    '1/9': '⅑',
    '1/10': '⅒',
  }),
);
/** "1st", "Mme", "Acme™": letters that are only written higher. */
const ENDING = /^(?:st|nd|rd|th|er|re|e|ème|eme|mo|me|lle|tm|sm|®|™|℠|©|c)$/iu;
const UNIT =
  /(?:\p{N}\s?|[/·(]|\bper |\bsquare |\bcubic )(?:[kcdmµn]?m|ft|in|yd|mi|s|sec|hm|dam)$|(?:^|\s)(?:km|cm|mm|sq|µm|nm)$/u;
const VARIABLE = /(?:^|[\s(=+*/×·−-])(?:mc|\p{L})$/u;
const OPERATORS = /[=+×·*/^√≤≥<>±]/u;

/** Where raised characters stand. */
export interface Place {
  /** Some characters before and after them, on their line. */
  readonly before: string;
  readonly after: string;
  /** They lead to a note, or are called a reference. */
  readonly refers: boolean;
  /** What stands right before them is in italics, as variables are. */
  readonly italic: boolean;
  /** The number of the last note's mark on the page; 0 when there was none. */
  readonly lastNote: number;
}

/**
 * What raised characters say: the mark of a note ("4,100³ passengers", `[5]`), an exponent (10⁶, 40 km², x²), an ion or
 * isotope, or the end of a word (1st).
 */
export function readRaised(raised: string, place: Place): Raised {
  const text = raised.trim();
  const { before, after, refers } = place;
  if (text === '') return { kind: 'text', text: '' };
  if (refers && text.length <= 24) return NOTE;
  if (/^[[(].*[\])]$/u.test(text) || /^[*†‡§¶#•]+$/u.test(text)) return NOTE;
  if (/^\d{1,2}$/.test(text) && /^[/⁄∕]\s?\d{1,2}(?!\d)/u.test(after))
    return { kind: 'text', text: /\d$/.test(before) ? ` ${text}` : text };
  if (ENDING.test(text) && /[\p{L}\p{N}]$/u.test(before)) return { kind: 'text', text };
  if (/^[\d+−–-]+$/u.test(text)) return readNumber(text, place);
  if (/^\p{Ll}$/u.test(text)) return isExponentLetter(text, place) ? exponent(text) : NOTE;
  if (/^(?:[ivx]{1,4}|\p{Ll}(?:, ?\p{Ll})+|\d{1,3}(?:[,;–-] ?\d{1,3})+)$/u.test(text)) return NOTE;
  const apart = /[\p{L}\p{N}]$/u.test(before) && /^\p{L}{3}/u.test(text);
  return { kind: 'text', text: apart ? ` ${text}` : text };
}

function readNumber(text: string, { before, after, italic, lastNote }: Place): Raised {
  // "Na⁺", "10⁻⁶"; "3–5" are the notes three to five
  if (/^\d{0,2}[+−-]$|^[+−–-]\d{1,3}$/u.test(text)) return exponent(text);
  if (!/^\d{1,4}$/.test(text)) return NOTE;
  // "¹⁴C"
  if (/(?:^|[\s(])$/u.test(before)) return /^\p{Lu}\p{Ll}?(?!\p{L})/u.test(after) ? exponent(text) : NOTE;
  if (/[×x·∙*]\s?10$/u.test(before) || (/(?:^|[\s(=])2$/u.test(before) && /^[1-9]\d$/.test(text)))
    return exponent(text);
  // Of thousands and millions a third, a sixth power is likelier than the next note.
  const isNext = lastNote > 0 && Number(text) === lastNote + 1 && Number(text) % 3 !== 0;
  if (/(?:^|[^\p{N}.,])10$/u.test(before)) return isNext || text === '1' ? NOTE : exponent(text);
  if (/^[234]$/.test(text) && UNIT.test(before)) return exponent(text);
  const amongOperators = OPERATORS.test(before.slice(-8)) || OPERATORS.test(after.slice(0, 4));
  if (text.length <= 2 && VARIABLE.test(before) && (italic || amongOperators)) return exponent(text);
  if (/\([^()]{0,20}[=+×·*/−][^()]{0,20}\)$/u.test(before)) return exponent(text);
  return NOTE;
}

function isExponentLetter(letter: string, { before, italic }: Place): boolean {
  return 'nxkijmt'.includes(letter) && (/[\d)]$/u.test(before) || (italic && VARIABLE.test(before)));
}

/** Characters as raised ones, "^" before those that have none. */
function exponent(text: string): Raised {
  return { kind: 'text', text: raisedText(text) };
}

/** "6" → "⁶", "y" → "^y" */
export function raisedText(text: string): string {
  const signs = [...text].map((character) => RAISED.get(character));
  return signs.every((sign) => sign !== undefined)
    ? signs.join('')
    : `^${text.length > 1 ? `(${text})` : text}`;
}

/** Lowered characters: plain behind a letter (H2O), small behind a digit, where they would be part of the number. */
export function readLowered(lowered: string, before: string): string {
  const text = lowered.trim();
  if (!/\p{N}$/u.test(before) || !/^\d+$/.test(text)) return text;
  return [...text].map((digit) => LOWERED.get(digit) ?? digit).join('');
}

/** A fraction of a raised and a lowered number, after what stands before it: "1½", "1 3/16". */
export function fraction(over: string, under: string, before: string): string {
  const plain = `${over.trim()}/${under.trim()}`;
  const sign = FRACTIONS.get(plain);
  if (sign !== undefined) return sign;
  return /\d$/.test(before) ? ` ${plain}` : plain;
}
