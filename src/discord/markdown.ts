import { withoutTurning } from './direction.ts';

/** Characters that Discord gives a meaning to anywhere: emphasis, code, spoilers, links, mentions, emoji, addresses. */
const ANYWHERE = /[\\*_~`|[\]<>@]|:(?=\S)/g;

/** Headings, subtext, lists and quotes begin a line; the `.` or `)` after a number makes a numbered list. */
const LINE_START = /^([^\S\n]*)([#+-])|^([^\S\n]*\d+)([.)])/gm;

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
  return markdown.replace(/\S(?:[^\n]*\S)?/g, '**$&**');
}

/** Small, grey text; for one line. */
export function subtext(markdown: string): string {
  return `-# ${markdown}`;
}
