/** What is hardly written in a text but as Markdown; a lone star, a dash or a number is no sign. */
const SIGNS = [
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /^> ?\S/m,
  /^\|? ?:?-{3,}:? ?\|/m,
  /\*\*[^\s*][^*\n]{0,400}\*\*/,
  /`[^`\n]{1,200}`/,
  /\[[^[\]\n]{1,400}\]\((?:https?:|mailto:|[/#.])[^()\s]{0,1000}\)/,
];

/** Whether a text is plainly Markdown; what is said in any text (lists, line breaks) reads as well without it. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
