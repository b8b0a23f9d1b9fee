import { decodeHTML } from 'entities';
import { parsePage } from '../html/dom.ts';
import { blockText } from '../html/html-lines.ts';

/** Markup that was escaped once too often: tags in what should be the words. */
const ESCAPED_TAGS =
  /&lt;(?:p|br|div|a|ul|ol|li|strong|em|b|i|h[1-6]|blockquote|img|span)(?:\s[^<>]{0,400})?\/?&gt;/i;

/** Longer titles are no titles. */
const TITLE = 2000;

/** What stands in a title or name, as one line without markup. */
export function plain(html: string | undefined): string {
  const text = html?.slice(0, TITLE).trim() ?? '';
  return /[<&\s]/.test(text) ? blockText(parsePage(text)).replace(/\s+/gu, ' ') : text;
}

/** The first that has words, as HTML: also when it was escaped twice. */
export function firstMarkup(...texts: readonly (string | undefined)[]): string {
  const text = texts.find((each) => each !== undefined && each.trim() !== '')?.trim() ?? '';
  return ESCAPED_TAGS.test(text) ? decodeHTML(text) : text;
}

/** An address, absolute; undefined when it is none of the web. @param bases what it may be relative to, the innermost first */
export function absolute(
  address: string | undefined,
  ...bases: readonly (string | undefined)[]
): string | undefined {
  const written = address?.trim() ?? '';
  if (written === '') return undefined;
  // From the outside in: an inner base may be relative to an outer one.
  const base = bases
    .toReversed()
    .reduce<string | undefined>((outer, each) => URL.parse(each ?? '', outer)?.href ?? outer, undefined);
  const url = URL.parse(written, base);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : undefined;
}

/** As stated when it is absolute already: an address is not respelt without need. */
export function asWritten(
  address: string | undefined,
  ...bases: readonly (string | undefined)[]
): string | undefined {
  const url = absolute(address, ...bases);
  return url !== undefined && /^https?:\/\/\S+$/i.test(address?.trim() ?? '') ? address?.trim() : url;
}

/** People as an element each names them; those that give an address only are left to the others. */
export function namesOf(people: readonly { readonly name?: string; readonly email?: string }[]): string[] {
  return people.flatMap(({ name }) => (name === undefined || !/\p{L}/u.test(name) ? [] : [plain(name)]));
}

export function isText(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
