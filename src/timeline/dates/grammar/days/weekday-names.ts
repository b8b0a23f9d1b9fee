import type { Token } from '../../token.ts';

const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lady|Lord|Captain|Master|Chief|Pastor|Father|Brother|Sister|Uncle|Aunt|Saint|King|Queen|Prince|Princess|Detective|Inspector|Constable|Sergeant|Officer|Agent|Corporal|Lieutenant|Colonel|Major|Admiral|Commander|Private|Nurse|Coach|Judge|Rabbi|Imam|Bishop|Reverend|Sheriff)$/;

/** "President Friday Okoro", but "President Friday signed": only before another name. */
const OFFICE = /^(?:President|Vice-President|Senator|Governor|Minister|General|Mayor|Ambassador|Justice)$/;

/** Names that end with a weekday. */
const KNOWN_NAME = /^(?:Sheffield Wednesday|(?:Casual|Freaky|Girl|Man) Friday|Manic Monday)$/;

/** After these no noun follows that the weekday could belong to. */
const NO_NOUN: ReadonlySet<string> = new Set(
  'comma dot mark close dash longDash and in of on at by to from before after until for that'.split(' '),
);

/** "Sunday Adeyemi", "Mr. Friday", "The Sunday Times", "Friday Night Lights": the weekday is part of a name. */
export function isWeekdayOfName(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const titled = before?.kind === 'dot' ? tokens[at - 2] : before;
  if (titled !== undefined && TITLE.test(titled.text)) return true;
  if (OFFICE.test(titled?.text ?? '') && after !== undefined && isNamePart(after)) return true;
  if (KNOWN_NAME.test(`${before?.text} ${tokens[at]?.text}`)) return true;
  if (after === undefined || !isNamePart(after) || after.start === tokens[at]?.end) return false;
  if (after.kind === 'dayPart' || after.kind === 'night_') return isCapital(tokens[at + 2]);
  if (before === undefined) return true;
  if (before.kind === 'the' || before.kind === 'open' || before.kind === 'and') return true;
  if (before.kind === 'dot' || before.text === '“' || before.text === '"') return true;
  return /^(?:of|with|for|by|to|from|named|called)$/i.test(before.text) && isPersonal(tokens, at);
}

function isNamePart({ kind, text }: Token): boolean {
  return /^\p{Lu}/u.test(text) && ['name', 'times', 'dayPart', 'night_', 'word'].includes(kind);
}

function isCapital(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '');
}

/** Two names and then a verb or a comma: "by Sunday Adeyemi, a trader". */
function isPersonal(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 2];
  return after === undefined || ['comma', 'dot', 'and', 'poss', 'close'].includes(after.kind);
}

/** "It was a Saturday", "on a Monday in May": no Monday that is known; "a Friday statement" was made last Friday. */
export function isAnyWeekday(tokens: readonly Token[], first: number, end: number): boolean {
  if (tokens[first - 1]?.kind !== 'art') return false;
  const after = tokens[end];
  return (
    after === undefined || NO_NOUN.has(after.kind) || /^(?:when|with|like|that|as|which)$/.test(after.text)
  );
}
