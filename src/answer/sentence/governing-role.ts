import type { Role } from '../topic/roles.ts';
import type { Mention } from './find-mentions.ts';
import type { SentenceView } from './sentence-views.ts';

/** In which role a sentence has a mention: the asked-for one, another of the same sort, or none that is known. */
export type Governed = 'own' | 'rival' | 'none';

const REACH = {
  /** So far before a name of a list the "by" may stand, with so many words among them that open with no capital. */
  list: 30,
  lowerCase: 5,
  /** The words before "by", those before a name, and those behind it that may tell its role. */
  beforeBy: 3,
  noun: 2,
  verb: 4,
  /** The words before a day or a place, and behind one that opens its clause. */
  beforeTime: 6,
  behindTime: 12,
} as const;

/** What a name is to a work: "written and directed by X", "singer X", "X plays"; of a day, what happened on it. */
export function governingRole(view: SentenceView, mention: Mention, { of, own, rival }: Role): Governed {
  const rawAt = (at: number) => raw(view, at).toLowerCase();
  if (of === 'maker' && own.has('portrayed') && isInCast(view, mention)) return 'own';
  for (const places of of === 'event' ? aroundTime(view, mention) : aroundName(view, mention)) {
    const found = places.map(rawAt);
    if (found.some((word) => own.has(word))) return 'own';
    if (found.some((word) => rival.has(word))) return 'rival';
  }
  return 'none';
}

/** "The mayor (Ida Fenn)", "Gloria (Lisa Stelly)": who plays whom. */
const isInCast = ({ text }: SentenceView, { start, end }: Mention): boolean =>
  /\p{L}["”’']? \((?:played by )?$/u.test(text.slice(Math.max(0, start - 14), start)) &&
  text.charAt(end) === ')';

/** Where the words stand that may tell a name's role, the surest place first. */
function* aroundName(view: SentenceView, { from, to }: Mention): Generator<number[]> {
  const by = byBefore(view, from);
  if (by !== undefined) yield* beforeBy(view, by);
  // "Singer X" sings; "beat X" does not say that X beat anybody.
  yield range(from - REACH.noun, from).filter((at) => NAMES_SOMEBODY.test(raw(view, at)));
  const behind = range(to, to + REACH.verb);
  // What was done to X, X did not do; "X was the voice of" is another matter.
  const isSuffered = behind.some((at) => SUFFERS.test(raw(view, at)));
  yield isSuffered ? behind.filter((at) => !PARTICIPLE.test(raw(view, at))) : behind;
}

/** How nouns end that stand before a name: what somebody is, or what is somebody's. */
const NAMES_SOMEBODY =
  /(?:er|or|ist|ess|tect|wife|husband|spouse|band|duo|group|song|single|vocals|novel|book|poem|play|film|role|champions?)$/i;
const SUFFERS = /^(?:was|were|been|being)$/i;
const PARTICIPLE = /(?:ed|en|shot|built|made|sung|won|led|beat|sold|bought)$/i;

const raw = ({ text, words }: SentenceView, at: number): string =>
  text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);

/** "Written by", "written and sung by": one place; what stands before those tells less. */
function* beforeBy({ text, words }: SentenceView, by: number): Generator<number[]> {
  const link = words[by - 2];
  const isPair = link !== undefined && /^and$/i.test(text.slice(link.start, link.end));
  yield isPair ? [by - 1, by - 3] : [by - 1];
  for (let at = by - 2; at >= Math.max(0, by - REACH.beforeBy); at--) yield [at];
}

/** The "by" of the list that a name stands in: "by A, B, and the singer C". */
function byBefore({ text, words }: SentenceView, from: number): number | undefined {
  let lowerCase = 0;
  for (let at = from - 1; at >= 0 && from - at <= REACH.list; at--) {
    const word = words[at];
    if (word === undefined) return undefined;
    const found = text.slice(word.start, word.end);
    if (/^by$/i.test(found)) return at;
    if (/[.;:!?]/.test(text.slice(word.end, words[at + 1]?.start ?? word.end))) return undefined;
    if (/^\p{Ll}/u.test(found) && ++lowerCase > REACH.lowerCase) return undefined;
  }
  return undefined;
}

/** "Was released on 3 May", "on 3 May the film was released", "filmed in Osterby". */
function* aroundTime({ text, words }: SentenceView, { from, to }: Mention): Generator<number[]> {
  // The nearest word first.
  for (let at = from - 1; at >= Math.max(0, from - REACH.beforeTime); at--) {
    const word = words[at];
    if (word === undefined || /[;:]/.test(text.slice(word.end, words[at + 1]?.start ?? word.end))) break;
    yield [at];
  }
  for (const at of range(to, to + REACH.behindTime)) yield [at];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - Math.max(0, from)) }, (_, i) => Math.max(0, from) + i);
