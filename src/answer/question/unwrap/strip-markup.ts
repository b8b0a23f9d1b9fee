/** People, roles, channels, commands, custom emoji, timestamps, as Discord writes them. */
const TOKENS =
  /<(?:@[!&]?\d{1,20}|#\d{1,20}|a?:\w{1,64}:\d{1,20}|t:-?\d{1,20}(?::[a-z])?|\/[^:<>\n]{1,100}:\d{1,20}|id:\w{1,20})>/gi;
/** `:smile:`; `10:30:15` is none. */
const EMOJI_NAMES = /(?<![\p{L}\p{N}]):[a-z][\w+-]{1,31}:(?![\p{L}\p{N}])/giu;
const PICTURES = /\p{Emoji_Presentation}/gu;
const FENCES = /```(?:[\w+#.-]{1,20}\n)?/g;
const MASKED_LINKS = /\[([^[\]\n]{1,300})\]\(<?https?:[^\s()<>]{1,2000}>?\)/gi;
const ADDRESSES = /<?https?:\/\/[^\s<>]+>?/gi;
/** Quotes, headings, small print, items of a list. */
const LINE_MARKS = /^[ \t]*(?:>{1,3}(?: |(?=\p{L}))|#{1,6} |-# |[-*+•‣·–—] |\(?\d{1,2}[.)] )/gmu;
/** Marks inside marks of a line, such as a list in a quote. */
const MOST_LINE_MARKS = 4;

/** What stands around emphasised words, the longest first. */
const EMPHASIS = ['***', '**', '*', '___', '__', '_', '~~', '||', '``', '`'] as const;

/**
 * What someone wrote, without the markup of chats: quotes, headings, lists, emphasis, code, spoilers, links,
 * addresses, mentions, timestamps, emoji. Line ends stay.
 */
export function withoutMarkup(text: string): string {
  let plain = text
    .replace(TOKENS, ' ')
    .replace(FENCES, ' ')
    .replace(MASKED_LINKS, '$1')
    .replace(ADDRESSES, ' ')
    .replace(EMOJI_NAMES, ' ')
    .replace(PICTURES, ' ');
  for (let round = 0; round < MOST_LINE_MARKS; round++) plain = plain.replace(LINE_MARKS, '');
  for (const mark of EMPHASIS) plain = withoutPairs(plain, mark);
  return plain.replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/** Takes both of each pair of marks away; what has no partner stays. One walk over the text. */
function withoutPairs(text: string, mark: string): string {
  let kept = '';
  let from = 0;
  let open = -1;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    if (text[at - 1] === '\\') continue;
    const [before, after] = [text[at - 1] ?? ' ', text[at + mark.length] ?? ' '];
    if (open === -1 || at === open + mark.length) {
      if (opens(mark, before, after)) open = at;
    } else if (closes(mark, before, after)) {
      kept += text.slice(from, open) + text.slice(open + mark.length, at);
      from = at + mark.length;
      open = -1;
    }
  }
  return kept + text.slice(from);
}

/** A single star or line is one of multiplication or of a name when a blank, or a word, is on its wrong side. */
function opens(mark: string, before: string, after: string): boolean {
  if (mark === '_' || mark === '__') return /\S/.test(after) && !isWord(before);
  return mark !== '*' || /\S/.test(after);
}

function closes(mark: string, before: string, after: string): boolean {
  if (mark === '_' || mark === '__') return /\S/.test(before) && !isWord(after);
  return mark !== '*' || /\S/.test(before);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
