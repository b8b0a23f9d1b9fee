import { analyse } from 'chardet';

/** Character sets that are taken for one, with what people call them. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    'windows-1252': 'Windows-1252 (Western European)',
    'windows-1250': 'Windows-1250 (Central European)',
    'iso-8859-2': 'ISO 8859-2 (Central European)',
    'windows-1251': 'Windows-1251 (Cyrillic)',
    'koi8-r': 'KOI8-R (Cyrillic)',
    'iso-8859-5': 'ISO 8859-5 (Cyrillic)',
    'windows-1253': 'Windows-1253 (Greek)',
    'iso-8859-7': 'ISO 8859-7 (Greek)',
    'windows-1254': 'Windows-1254 (Turkish)',
    'windows-1255': 'Windows-1255 (Hebrew)',
    'iso-8859-8': 'ISO 8859-8 (Hebrew)',
    'windows-1256': 'Windows-1256 (Arabic)',
    'iso-8859-6': 'ISO 8859-6 (Arabic)',
    gb18030: 'GB18030 (Chinese, with GBK)',
    big5: 'Big5 (Chinese)',
    shift_jis: 'Shift JIS (Japanese)',
    'euc-jp': 'EUC-JP (Japanese)',
    'iso-2022-jp': 'ISO 2022-JP (Japanese)',
    'euc-kr': 'EUC-KR (Korean)',
  }),
);
/** The detector's names for sets that the decoder calls otherwise, and sets that another contains. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ 'iso-8859-1': 'windows-1252', 'iso-8859-9': 'windows-1254' }),
);
const MULTIBYTE: ReadonlySet<string> = new Set([
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
]);
/** Tried beside what the detector says: a text with a handful of accents tells it little. */
const USUAL = ['windows-1252', 'windows-1250', 'iso-8859-2'];
/** How many bytes are looked at. */
const SAMPLE = 256 * 1024;
/** The detector's confidence, of 100, below which a set of several bytes is not tried. */
const LEAST = 5;

/** The share of characters that may stand where none is written; above it the set is a wrong one. */
const ODDEST = 0.3;
/** Of two that fit alike: most Chinese pages that are not UTF-8. */
const PREFERRED = 'gb18030';

/** A text that is not UTF-8, in the character set that fits its bytes best. */
export interface Detected {
  readonly text: string;
  /** Its name for people. */
  readonly name: string;
}

/**
 * Finds the character set of a text that is not UTF-8: the `chardet` library proposes, and what the text looks like in
 * each proposal decides, since signs in the middle of words (£ó¼) give a wrong one away.
 * @returns `undefined` when the bytes make sense in none
 */
export function detect(bytes: Uint8Array): Detected | undefined {
  const sets = new Map(USUAL.map((name) => [name, 0]));
  for (const sample of [bytes.subarray(0, SAMPLE), tellingWords(bytes)])
    for (const { name, confidence } of analyse(sample)) {
      const lower = name.toLowerCase();
      const set = SAME.get(lower) ?? lower;
      sets.set(set, Math.max(confidence, sets.get(set) ?? 0));
    }
  const sample = bytes.subarray(0, SAMPLE);
  const scored = [...sets].flatMap(([set, confidence]) => {
    const text = NAMES.get(set) === undefined ? undefined : strictly(set, sample, true);
    if (text === undefined || (MULTIBYTE.has(set) && confidence < LEAST)) return [];
    const oddness = oddnessOf(text) + (set === PREFERRED ? rarePairs(sample) + kana(text) : 0);
    const score = confidence / 100 - 4 * oddness + (set === PREFERRED ? 0.02 : 0);
    return oddness < ODDEST ? [{ set, text, score }] : [];
  });
  scored.sort((a, b) => b.score - a.score);
  for (const { set, text: beginning } of scored) {
    // Sets that give the same text are told by the name of the most usual one.
    const usual = scored.filter(({ text }) => text === beginning).map((other) => USUAL.indexOf(other.set));
    const name = NAMES.get(USUAL[Math.min(...usual.filter((at) => at >= 0))] ?? set);
    const text = strictly(set, bytes);
    if (text !== undefined && name !== undefined) return { text, name };
  }
  return undefined;
}

/**
 * Decodes with the set of that name; `undefined` when the bytes are not valid in it, or it is unknown.
 * @param goesOn whether the last character may be cut
 */
export function strictly(set: string, bytes: Uint8Array, goesOn = false): string | undefined {
  try {
    return new TextDecoder(set, { fatal: true }).decode(bytes, { stream: goesOn });
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** The words that are more than ASCII: the others tell nothing, and outvote them. */
function tellingWords(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let start = 0;
  let tells = false;
  for (let i = 0; i <= bytes.length && out.length < SAMPLE; i++) {
    const byte = bytes[i] ?? 0x20;
    if (byte >= 0x80 || byte === 0x1b) tells = true;
    if (byte > 0x20) continue;
    if (tells) out.push(...bytes.subarray(start, Math.min(i, start + 1000)), 0x20);
    start = i + 1;
    tells = false;
  }
  return Uint8Array.from(out);
}

/** The share of the characters beyond ASCII that stand where none is written: control characters, signs in words. */
function oddnessOf(text: string): number {
  const sample = text.slice(0, SAMPLE);
  const beyond = sample.match(/\P{ASCII}/gu)?.length ?? 0;
  if (beyond === 0) return 0;
  const odd = ODD.reduce((sum, pattern) => sum + (sample.match(pattern)?.length ?? 0), 0);
  return odd / beyond;
}

/** The share of Japanese letters: a Chinese text has none. */
function kana(text: string): number {
  const count = text.match(/[\u3041-\u30FE]/gu)?.length ?? 0;
  return count / Math.max(1, text.match(/\P{ASCII}/gu)?.length ?? 0);
}

/** The share of pairs that stand for signs which GBK added to GB 2312: hardly any text has many of them. */
function rarePairs(bytes: Uint8Array): number {
  let pairs = 0;
  let rare = 0;
  for (let i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    pairs++;
    if (byte <= 0xa0) rare++;
    i++;
  }
  return pairs === 0 ? 0 : rare / pairs;
}

const ODD = [
  /[\u0080-\u009F\uFFFD\uE000-\uF8FF\uFF61-\uFF9F\u2500-\u259F]/gu,
  // A sign within a word, at its beginning or at its end.
  /(?<=\p{L})[¡-©«-´¶-¹»-¿×÷†‡‰€Ÿƒ](?=\p{L})/gu,
  /(?<!\p{L})[£¥¦§¬¯³¶¸¹¼½¾¿ƒ](?=\p{L})/gu,
  /(?<=\p{L})[³¹¼½¾¿¶¦±¸](?!\p{L})/gu,
  // Accents that stand by themselves, beside letters.
  /(?<=\p{L})[\u02C7\u02D8-\u02DD¨´¯¸]|[\u02C7\u02D8-\u02DD¨´¯¸](?=\p{L})/gu,
  // Capitals in the middle, and words of nothing but accents.
  /(?<=\p{Ll})\p{Lu}(?=\p{Ll})|(?<=\p{Ll})(?=[À-Ž])\p{Lu}/gu,
  /(?<=[À-ž]{2})[À-ž]/gu,
];
