/** Characters that Discord gives a meaning to anywhere: emphasis, code, spoilers, links, mentions, emoji, addresses. */
const ANYWHERE = /[\\*_~`|[\]<>@]|:(?=\S)/g;

/** Headings, subtext, lists and quotes begin a line; the `.` or `)` after a number makes a numbered list. */
const LINE_START = /^([^\S\n]*)([#+-])|^([^\S\n]*\d+)([.)])/gm;

/**
 * Text as Discord's Markdown that shows exactly these characters. Half of a surrogate pair, which no message can
 * carry, becomes U+FFFD.
 */
export function escapeMarkdown(text: string): string {
  return text
    .toWellFormed()
    .replace(ANYWHERE, '\\$&')
    .replace(
      LINE_START,
      (_, indent = '', mark = '', number = '', dot = '') => `${indent}${number}\\${mark}${dot}`,
    );
}

/** Every line of Markdown as a block quote. */
export function blockQuote(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Markdown in bold, each line on its own: emphasis that crosses a line of a block quote is fragile. */
export function bold(markdown: string): string {
  return markdown.replace(/\S(?:[^\n]*\S)?/g, '**$&**');
}

/** Small, grey text; for one line. */
export function subtext(markdown: string): string {
  return `-# ${markdown}`;
}

/**
 * A title that leads to an address, both from outside.
 * @param max the longest address, as written; a longer or unsafe one is left out
 */
export function maskedLink(title: string, url: string | undefined, max: number): string {
  const address = linkAddress(url, max);
  const words = escapeMarkdown(title);
  if (address === undefined || words.trim() === '') return words;
  // Discord shows a link whose words look like another address as plain source text, so the two stand side by side.
  return /:\/\/|\bwww\./i.test(title) ? `${words} (<${address}>)` : `[${words}](${address})`;
}

/** The address, safe inside `[…](…)`; undefined unless it is http(s), without credentials and not too long. */
export function linkAddress(url: string | undefined, max: number): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    return undefined;
  const address = parsed.href.replace(/[()<>\\\s"`*_~|[\]]/g, percent);
  return address.length <= max ? address : undefined;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
