/**
 * What a reader sees of a piece of Discord's Markdown: backslashes taken off, emphasis dropped, masked links as their
 * words. Written apart from the code under test, from Discord's own rules: a backslash takes the meaning from any
 * character that is not a letter, digit or blank, but not inside the words of a link, where it is shown; and a link
 * whose words hold an emoji, a mention or an address is shown as its source.
 */
export function visible(markdown: string): string {
  const lines = markdown.split('\n').map((line) => line.replace(/^(?:> |-# |#{1,3} )/, ''));
  const text = lines.join('\n');
  let shown = '';
  for (let at = 0; at < text.length; ) {
    const link = text[at] === '[' ? linkAt(text, at) : undefined;
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(text.slice(at, at + 3))?.[1];
    if (link !== undefined) {
      shown += link.shown;
      at = link.end;
    } else if (escaped !== undefined) {
      shown += escaped;
      at += 1 + escaped.length;
    } else if (text.startsWith('**', at)) {
      at += 2;
    } else {
      shown += text[at] ?? '';
      at += 1;
    }
  }
  return shown;
}

/** Isolates and marks of direction taken off: they are there to be obeyed, not to be seen. */
export function withoutDirection(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

const SHOWN_AS_SOURCE =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3|\uFE0F|:[^\s:]+:|<[@#/:at]|@(?:everyone|here)|:\/\/|www\./u;

/** The link that begins at a bracket: brackets are counted, backslashes do not count. */
function linkAt(text: string, at: number): { shown: string; end: number } | undefined {
  let level = 0;
  let close = at;
  for (; close < text.length; close++) {
    if (text[close] === '[') level++;
    if (text[close] === ']' && --level === 0) break;
  }
  const address = /^\(<?(https?:[^\s()]*)>?\)/.exec(text.slice(close + 1));
  if (address === null) return undefined;
  const words = text.slice(at + 1, close);
  const end = close + 1 + address[0].length;
  const host = new URL(address[1] ?? '').hostname;
  const other = words
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter((word) => /[\p{L}\p{N}]\.\p{L}{2}/u.test(word) && word !== host && `www.${word}` !== host);
  if (SHOWN_AS_SOURCE.test(words) || other.length > 0) return { shown: text.slice(at, end), end };
  return { shown: words.replace(/[*_~`]|\|\|/g, ''), end };
}

/** Constructs that Discord would act on: none may be left in escaped text. */
export function activeMarkdown(markdown: string): string[] {
  const bare = markdown.replace(/\\[^0-9A-Za-z\s]/gu, '\u0000');
  const rules = [
    /[*_~`]|\|\|/,
    /\[[^\]]*\]\([^)]*\)/,
    /<[@#:/at][^>]*>/,
    /@(?:everyone|here)/,
    /https?:\/\/\S/,
    /:[^\s:]+:/,
    /^\s*(?:#{1,3}|-#|[-*+]|>{1,3}|\d+[.)])\s/m,
  ];
  return rules.flatMap((rule) => rule.exec(bare)?.[0] ?? []);
}
