import type { Token } from './tokens.ts';

/** Whether something is told as past or as still to come; `unknown` when no verb tells. */
export type Tense = 'past' | 'future' | 'unknown';

const FUTURE: ReadonlySet<string> = words(
  'will ll shall wo gonna upcoming scheduled slated due expected expects expect plans planned plan planning intends intend set going hopes hope aims begins starts opens',
);
const PAST: ReadonlySet<string> = words(
  'was were had did been said told took came went won made began held met left hit found got saw gave sent struck broke shot lost led kept rose fell flew grew knew became wrote spoke ran sold bought brought caught fought taught thought felt built spent stood understood put let cut quit beat bore bound chose dealt drew drove ate forbade forgot forgave froze hid heard hung laid lay lit meant paid rang read rid rode sang sank sat sought sewed shook shrank slept slid spun spread stole stuck swore swept swam swung threw woke wore withdrew died has have',
);
/** Words in -ed that are no verb in the past. */
const NOT_PAST: ReadonlySet<string> = words(
  'need indeed speed feed seed united hundred sacred wed bed red breed exceed proceed succeed',
);
/** After these, "to" and a verb mean the future: "is to meet", "are to be held". */
const BE: ReadonlySet<string> = words('is are be');

/** What was planned may have come to nothing, and lies anywhere. */
const ONCE: ReadonlySet<string> = new Set(['was', 'were', 'been', 'had', 'originally', 'initially']);

const REACH = 14;

/**
 * Tense around a date, judged by the nearest verb form that tells: first to its left within the clause, then to its
 * right. A choice between two words lists on purpose: it costs no tagging and news writes plainly.
 *
 * @param first index of the date's first token
 * @param end index after its last token
 */
export function tenseAround(tokens: readonly Token[], first: number, end: number): Tense {
  // "the story of January 6": the verb speaks of the story.
  if (tokens[first - 1]?.kind === 'of' && ['word', 'name'].includes(tokens[first - 2]?.kind ?? ''))
    return 'unknown';
  const left = scan(tokens, first - 1, -1);
  return left === 'unknown' ? scan(tokens, end, 1) : left;
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
  const word = tokens[at]?.text.toLowerCase() ?? '';
  if (word === 'to' && BE.has(tokens[at - 1]?.text.toLowerCase() ?? '')) return 'future';
  if (FUTURE.has(word)) return isToCome(tokens, at, word) ? 'future' : 'unknown';
  if (PAST.has(word)) {
    const before = tokens[at - 1]?.text.toLowerCase() ?? '';
    if (before === 'be') return 'unknown';
    return before === 'will' || before === 'to' || before === 'would' ? 'future' : 'past';
  }
  return word.length > 3 && word.endsWith('ed') && !NOT_PAST.has(word) && !willBe(tokens, at)
    ? 'past'
    : 'unknown';
}

/** "is set to" is to come, "a set of" and "was planned for" tell nothing. */
function isToCome(tokens: readonly Token[], at: number, word: string): boolean {
  const next = tokens[at + 1]?.text.toLowerCase() ?? '';
  if (word === 'set') return next === 'to' || next === 'for';
  if (word === 'going') return next === 'to';
  return !ONCE.has(tokens[at - 1]?.text.toLowerCase() ?? '');
}

/** "will be held": the participle says nothing, the helping verb before it does. */
function willBe(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text.toLowerCase() === 'be';
}

function endsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return true;
  if (token.text === ';' || token.text === '!' || token.text === '?') return true;
  return token.kind === 'dot' && next !== undefined && next.start > token.end && /^\p{Lu}/u.test(next.text);
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
