/**
 * What a reader sees of a piece of Discord's Markdown: backslashes taken off, emphasis dropped, masked links as their
 * words. Written apart from the code under test, from Discord's own rules: a backslash takes the meaning from any
 * character that is not a letter, digit or blank.
 */
export function visible(markdown: string): string {
  const lines = markdown.split('\n').map((line) => line.replace(/^(?:> |-# |#{1,3} )/, ''));
  return [...lines.join('\n').matchAll(/\\([^0-9A-Za-z\s])|\*\*|\]\(https?:[^)]*\)|\[|([\s\S])/gu)]
    .map(([, escaped, plain]) => escaped ?? plain ?? '')
    .join('');
}

/** Constructs that Discord would act on: none may be left in escaped text. */
export function activeMarkdown(markdown: string): string[] {
  const bare = markdown.replace(/\\[^0-9A-Za-z\s]/gu, '\u0000');
  const rules = [
    /[*_~`|]/,
    /\[[^\]]*\]\([^)]*\)/,
    /<[@#:/at][^>]*>/,
    /@(?:everyone|here)/,
    /https?:\/\/\S/,
    /:[^\s:]+:/,
    /^\s*(?:#{1,3}|-#|[-*+]|>{1,3}|\d+[.)])\s/m,
  ];
  return rules.flatMap((rule) => rule.exec(bare)?.[0] ?? []);
}
