/** What means something to a Markdown reader, ours (Obsidian's marks too) or another, wherever it stands. */
const INLINE = /[\\`*_[\]<>&~|=%#^]/g;
/** What means something where a line begins: lists, call-outs, lines below a heading or a table's head. */
const OPENING = /^(?:[-+:!?]|\d{1,9}(?=[.)]))/;

/** A line of text as Markdown that is read as the same text, all on one line. */
export function escapeMarkdown(line: string): string {
  // A brace can open a site's own tag (`{{…}}`, `{%…%}`, `{: .note}`) that knows no escapes.
  const inline = line.replace(INLINE, '\\$&').replace(/\{/g, '&#123;');
  return inline.replace(OPENING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A line of text as HTML that stands in Markdown and is read as the same text. */
export function escapeHtml(line: string): string {
  return line.replace(/[&<>%{]/g, (character) => `&#${character.charCodeAt(0)};`);
}
