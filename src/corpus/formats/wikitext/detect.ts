/** Signs of MediaWiki's markup that hardly stand in other texts; two kinds of them make a page plainly one. */
const SIGNS = [
  /\[\[[^[\]\n]{1,200}\]\]/,
  /'''[^'\n]{1,200}'''/,
  /^={2,5}[^=\n]{1,200}={2,5}[ \t]*$/m,
  /^\{\|[^\n]{0,200}$/m,
  /\{\{[^{}\n]{1,200}(?:\||\}\})/,
  /<\/(?:ref|nowiki|noinclude)>/,
  /^[*#:]{1,5} ?\[\[/m,
  /<(?:br|center|nowiki|pre|code|s|u|small|big)\b[^<>\n]{0,100}>/,
  /^\{\{[^{}\n]{1,200}(?:\||\}\}|$)/m,
  /^;[^\n:]{1,80}\n?:/m,
];
const SURE =
  /\[\[(?:category|file|image|translation):[^[\]\n]{1,200}\]\]|^#redirect ?\[\[|\[\[[a-z]{2}\/[^[\]\n]{1,200}\]\]|^\{\{[a-z]{2}\/[^{}\n]{1,200}/im;

/** What a text has in which one of all these is found; most have nothing of it. */
const ANY = /\[\[|'''|\{[{|]|<|^[=;]/m;

/** Whether a text is plainly wikitext, whatever its file is called. */
export function looksLikeWikitext(text: string): boolean {
  const sample = text.slice(0, 200_000);
  if (!ANY.test(sample)) return false;
  return SURE.test(sample) || SIGNS.filter((sign) => sign.test(sample)).length >= 2;
}
