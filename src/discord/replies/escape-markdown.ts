import { withoutTurning } from './text-direction.ts';

/** Characters that Discord gives a meaning to anywhere: emphasis, code, spoilers, links, mentions, emoji, addresses. */
const ANYWHERE = /[\\*_~`|[\]<>@]|:(?=\S)/g;

/** Headings, subtext, lists and quotes begin a line; the `.` or `)` after a number makes a numbered list. */
const LINE_START = /^([^\S\n\r\u2028\u2029]*)([#+-])|^([^\S\n\r\u2028\u2029]*\d+)([.)])/gm;

/**
 * Text as Discord's Markdown that shows exactly these characters. Half of a surrogate pair, which no message can
 * carry, becomes U+FFFD; invisible characters that turn the direction of what follows are left out.
 */
export function escapeMarkdown(text: string): string {
  return withoutTurning(text.toWellFormed())
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
  return markdown
    .split('\n')
    .map((line) => {
      const words = line.trim();
      if (words === '') return line;
      const start = line.length - line.trimStart().length;
      return `${line.slice(0, start)}**${words}**${line.slice(start + words.length)}`;
    })
    .join('\n');
}

/** Small, grey text; for one line. */
export function subtext(markdown: string): string {
  return `-# ${markdown}`;
}
