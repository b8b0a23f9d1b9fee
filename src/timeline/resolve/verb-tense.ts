import type { Token } from '../dates/token.ts';
import { endsClause, lower } from './clauses.ts';
import {
  ATTRIBUTE,
  BE,
  CONTRACTED,
  FIXED,
  FIXED_PLURAL,
  FIXED_WITH,
  FUTURE,
  INTENT,
  MODAL,
  NOT_PAST,
  NOUNS,
  ONCE,
  PAST,
  PRESENT,
  PRONOUNS,
  TELLING,
} from './verb-words.ts';

/**
 * Whether something is told as past or as still to come; `either` when the verb ties it to an end on either side ("put
 * off until"), `present` when it tells neither ("is calling"), `unknown` when no verb tells.
 */
export type Tense = 'past' | 'future' | 'either' | 'present' | 'unknown';

/** After these a word in -ed is no verb in the past: "will be closed", "remain closed". */
const LINKS: ReadonlySet<string> = new Set(['be', 'remain', 'stay', 'get', 'become']);

/** What a word tells of the time of its clause. */
export function tenseOf(tokens: readonly Token[], at: number): Tense {
  const word = lower(tokens, at);
  // Of most words that is all there is to ask.
  if (!TELLING.has(word) && !word.endsWith('ed')) return 'unknown';
  if (word === 'to') return infinitive(tokens, at);
  if (FUTURE.has(word)) return toCome(tokens, at, word);
  if (PRESENT.has(word)) return 'present';
  if (CONTRACTED.has(word) && tokens[at + 2]?.text === 't')
    return word === 'won' || word === 'wouldn' || word === 'shouldn' ? 'future' : 'past';
  // "Neither could be reached on Monday".
  if (word === 'could' && (lower(tokens, at + 1) === 'not' || isDenied(tokens, at))) return 'past';
  if (MODAL.has(word))
    return lower(tokens, at + 1) === 'have' || tokens[at + 1]?.kind === 'the' ? 'unknown' : 'future';
  if (FIXED.has(word) || FIXED_WITH.has(word)) return isFixed(tokens, at, word) ? 'future' : 'unknown';
  if (FIXED_PLURAL.has(word) && isFixedPlural(tokens, at)) return 'future';
  const before = lower(tokens, at - 1);
  if (word === 'have' && (before === 'will' || MODAL.has(before)))
    return before === 'will' ? 'future' : 'unknown';
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
  return word.length > 3 && word.endsWith('ed') && !NOT_PAST.has(word) && !LINKS.has(before)
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
  return hasFinite(tokens, at) ? 'either' : 'future';
}

/** "held a service to mark the day on Friday": the main verb of the clause, not what it is for, tells. */
function hasFinite(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && !endsClause(tokens, back); back--) {
    const word = lower(tokens, back);
    if (FUTURE.has(word) || MODAL.has(word)) return false;
    if (PAST.has(word) || (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word))) return true;
  }
  return false;
}

function isFixed(tokens: readonly Token[], at: number, word: string): boolean {
  const next = lower(tokens, at + 1);
  const needed = FIXED_WITH.get(word);
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
  if (word === 'set') {
    if (next === 'to' || next === 'for') return 'future';
    return ['name', 'pronoun'].includes(tokens[at - 1]?.kind ?? '') ? 'past' : 'unknown';
  }
  if (word === 'going') return next === 'to' ? 'future' : 'unknown';
  if (word === 'plan' || word === 'plans' || word === 'hope') return next === 'to' ? 'future' : 'unknown';
  if (word === 'wo') return 'future';
  return ONCE.has(lower(tokens, at - 1)) ? 'either' : 'future';
}
