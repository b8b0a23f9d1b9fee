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
  const { text, words } = view;
  const rawAt = (at: number) => text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0).toLowerCase();
  for (const places of of === 'event' ? aroundTime(view, mention) : aroundName(view, mention)) {
    const raws = places.map(rawAt);
    if (raws.some((raw) => own.has(raw))) return 'own';
    if (raws.some((raw) => rival.has(raw))) return 'rival';
  }
  return 'none';
}

/** Where the words stand that may tell a name's role, the surest place first. */
function* aroundName(view: SentenceView, { from, to }: Mention): Generator<number[]> {
  const by = byBefore(view, from);
  if (by !== undefined) yield* beforeBy(view, by);
  yield range(from - REACH.noun, from);
  yield range(to, to + REACH.verb);
}

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
    const raw = text.slice(word.start, word.end);
    if (/^by$/i.test(raw)) return at;
    if (/[.;:!?]/.test(text.slice(word.end, words[at + 1]?.start ?? word.end))) return undefined;
    if (/^\p{Ll}/u.test(raw) && ++lowerCase > REACH.lowerCase) return undefined;
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
