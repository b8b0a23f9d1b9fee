/** Base, past, participle of verbs that do not end in -ed; a missing participle is the past. */
const IRREGULAR = `bear bore born|become became become|begin began begun|bite bit bitten|bleed bled|blow blew blown|break broke broken|
  breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came come|cut cut|
  deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|
  feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
  forgive forgave forgiven|freeze froze frozen|get got|give gave given|go went gone|grow grew grown|hang hung|hear heard|
  hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leave left|lend lent|let let|
  lose lost|make made|mean meant|meet met|overthrow overthrew overthrown|pay paid|put put|quit quit|read read|
  ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|
  set set|shake shook shaken|shoot shot|show showed shown|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|
  speak spoke spoken|spend spent|split split|spread spread|stand stood|steal stole stolen|stick stuck|strike struck|
  swear swore sworn|swim swam swum|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|
  understand understood|undergo underwent undergone|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|
  write wrote written`;

interface Forms {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
}

const VERBS: readonly Forms[] = IRREGULAR.split('|').map((line) => {
  const [base = '', past = '', participle = past] = line.trim().split(/\s+/);
  return { base, past, participle };
});

/** Verbs that nothing is done to by somebody: no passive is made of them. */
const INTRANSITIVE: ReadonlySet<string> = new Set(
  `arrive be become belong begin come die disappear emerge exist fall flee go happen live look occur remain resign rise
  seem sit sleep speak stand stay survive talk travel vote work`.split(/\s+/),
);

/** Whether a word is one of the language's. */
export type Knows = (word: string) => boolean;

/** The base of a past, a participle or a form in -s: `captured` → `capture`, `won` → `win`, `owns` → `own`. */
export function baseOf(verb: string, knows: Knows): string {
  const word = verb.toLowerCase();
  const known = VERBS.find(({ base, past, participle }) => [past, participle, base].includes(word));
  if (known !== undefined) return known.base;
  if (word.endsWith('ied') && knows(`${word.slice(0, -3)}y`)) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed')) return baseOfPast(word, knows);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/.test(word) && knows(word.slice(0, -2))) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function baseOfPast(word: string, knows: Knows): string {
  const [bare, withE] = [word.slice(0, -2), word.slice(0, -1)];
  // "Hoped" is of "hope": of "hop" it were "hopped".
  const wouldDouble = /[^aeiou][aeiou][^aeiouwxy]$/.test(bare) && bare.length <= 4;
  if (knows(bare) && !(wouldDouble && knows(withE))) return bare;
  if (knows(withE)) return withE;
  const isDoubled = bare.at(-1) === bare.at(-2) && !/[aeiou]$/.test(bare);
  return isDoubled && knows(bare.slice(0, -1)) ? bare.slice(0, -1) : bare;
}

/** The past of a base. */
export function pastOf(base: string): string {
  return VERBS.find((verb) => verb.base === base)?.past ?? regular(base);
}

/** The participle of a past, a form in -s or a base. */
export function participleOf(verb: string, knows: Knows): string {
  const base = baseOf(verb, knows);
  const known = VERBS.find((one) => one.base === base);
  if (known !== undefined) return known.participle;
  return /ed$/i.test(verb) ? verb.toLowerCase() : regular(base);
}

/** The past of a participle or of a past: `written`, `wrote` → `wrote`. */
export function pastOfParticiple(verb: string): string {
  const word = verb.toLowerCase();
  return VERBS.find(({ participle }) => participle === word)?.past ?? word;
}

/** Whether a word can be a past participle. */
export function isParticiple(word: string): boolean {
  const lower = word.toLowerCase();
  return /[^e]ed$/.test(lower) || VERBS.some(({ participle }) => participle === lower);
}

/** Whether a word is a past form. */
export function isPast(word: string): boolean {
  const lower = word.toLowerCase();
  return /ed$/.test(lower) || VERBS.some(({ past }) => past === lower);
}

/** Whether something can be done to something by it. */
export function takesObject(verb: string, knows: Knows): boolean {
  return !INTRANSITIVE.has(baseOf(verb, knows));
}

function regular(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}
