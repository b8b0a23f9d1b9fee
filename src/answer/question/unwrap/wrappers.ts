import { opensQuestion } from './opens-question.ts';

/** Opening and closing marks around the whole of a question. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['”', '”'],
  ["'", "'"],
  ['‘', '’'],
  ['‚', '‘'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['`', '`'],
];

/** `Q:`, `Question 3:`, `Q.` */
const LABEL =
  /^(?:(?:q|qn|ques|question|query|qotd|trivia|faq)(?: ?(?:no\.? ?|# ?)?\d{1,4})?(?:: ?|[.)] | ?[-–—] )|(?:(?:my|quick|next|another|new) )?question ?: ?)/i;
/** `/ask question: …`, `!ask …` */
const COMMAND = /^[/!.?$]ask(?: question)?:? /i;
const OPTION = /^question: ?/i;
/** An answer that was not copied along. */
const ANSWER_LABEL = / (?:a|ans|answer) ?:$/i;
/** A time in front, as copied from a chat, perhaps in brackets and with a day. */
const TIME =
  /^(?:[\p{L}\p{N}_. ]{1,40} [—–] )?[[(]?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? )?(?:(?:today|yesterday) at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?[\])]?(?: ?[-–—|:])? /iu;
/** Who said it, after a time: `mia: …`, `<mia> …`. */
const SPEAKER = /^(?:<[^<>]{1,40}>|[\p{L}\p{N}_. -]{1,40}:) /u;
/** A name that was typed as a mention but is none. */
const TYPED_MENTION = /^@[^\s@]{1,40},? /;
/** Signs that stand apart in front, and pictures. */
const SIGNS = /^(?:[\p{Pd}\p{Po}\p{S}]{1,20} |[\p{So}\p{Sk}]{1,20} ?)/u;
const MOST_ROUNDS = 12;

/** A question of one line without what it was wrapped in: quotation marks, brackets, labels, who said it and when. */
export function withoutWrappers(text: string): string {
  let inner = text.trim();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const less = peel(inner).trim();
    if (less === inner || less === '') break;
    inner = less;
  }
  return inner;
}

function peel(text: string): string {
  const bare = withoutPair(text)
    .replace(LABEL, '')
    .replace(COMMAND, '')
    .replace(OPTION, '')
    .replace(ANSWER_LABEL, '');
  const mentioned = bare.replace(TYPED_MENTION, '');
  if (mentioned !== bare && opensQuestion(mentioned)) return mentioned;
  const timed = bare.replace(TIME, '');
  if (timed !== bare) {
    const spoken = timed.replace(SPEAKER, '');
    if (opensQuestion(spoken) || spoken !== timed) return spoken;
    if (opensQuestion(timed)) return timed;
  }
  return withoutPictures(bare.replace(SIGNS, ''));
}

/** Takes off marks that open at the begin and close at the end, or that have lost their partner. */
function withoutPair(text: string): string {
  for (const [open, close] of PAIRS) {
    if (!text.startsWith(open)) continue;
    const tail = tailLength(text);
    const body = text.slice(1, text.length - tail);
    const end = lastMark(body, close);
    if (end === body.length - 1 && !inside(body.slice(0, end), open, close)) {
      return `${body.slice(0, end)}${text.slice(text.length - tail)}`;
    }
    if (end === -1) return text.slice(1);
  }
  const last = text.at(-1) ?? '';
  const lost = PAIRS.filter(([, close]) => close === last);
  if (lost.length > 0 && lost.every(([open, close]) => !inside(text.slice(0, -1), open, close))) {
    return text.slice(0, -1);
  }
  return text;
}

/** How many signs stand after the closing mark: `“…”?` */
function tailLength(text: string): number {
  let length = 0;
  while (length < text.length && /[?!.,;:]/.test(text[text.length - 1 - length] ?? '')) length++;
  return length;
}

function lastMark(text: string, mark: string): number {
  for (let at = text.lastIndexOf(mark); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(mark, at - 1)) {
    if (!isApostrophe(text, at)) return at;
  }
  return -1;
}

function inside(text: string, ...marks: readonly string[]): boolean {
  return marks.some((mark) => lastMark(text, mark) !== -1);
}

/** `Ada's`: between letters it is no quotation mark. */
function isApostrophe(text: string, at: number): boolean {
  return (
    /['’]/.test(text[at] ?? '') && /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '')
  );
}

/** Without the pictures at its end. */
function withoutPictures(text: string): string {
  const characters = [...text];
  let end = characters.length;
  while (end > 0 && /[\p{So}\p{Sk}\s]/u.test(characters[end - 1] ?? '')) end--;
  return end === 0 ? text : characters.slice(0, end).join('');
}
