import { escapeMarkdown } from './escape-markdown.ts';
import { isolate } from './text-direction.ts';

const DEFAULTS = {
  /** A longer host is not named. */
  host: 60,
} as const;

/**
 * What Discord acts on inside the words of a link, where no backslash helps: marks, brackets, mentions, emoji (also as
 * `:name:`), and addresses, which could lie about where the link leads. Any of them shows wrongly, or makes Discord
 * show the whole link as its source.
 * Source: https://github.com/discord/discord-api-docs/issues/6185, /issues/6088 and /issues/7673.
 */
const NO_LINK_WORDS =
  /[\\*_~`[\]<>@]|\|\||:[^\s:]+:|\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u20E3\uFE0F]|:\/\/|[\p{L}\p{N}]\.\p{L}{2}/u;

/** A host that can be shown as the words of the link that leads to it. */
const PLAIN_HOST = /^[a-z0-9.-]+$/;

/**
 * A title, from outside, and the way to its address: as one link when Discord shows these words as they are, and else
 * as text with the link beside it. What is seen is the title, character by character.
 * @param title one line
 * @param max the longest address, as written; a longer or unsafe one is left out
 * @param link stands for an address whose host can't be shown
 */
export function linkedTitle(title: string, url: string | undefined, max: number, link: string): string {
  const address = linkAddress(url, max);
  const words = isolate(escapeMarkdown(title));
  if (address === undefined || words.trim() === '') return words;
  if (!NO_LINK_WORDS.test(title)) return `[${isolate(title.toWellFormed())}](${address})`;
  return `${words} · [${hostOf(address, link)}](${address})`;
}

/** The address, safe inside `[…](…)`; undefined unless it is http(s), without credentials and not too long. */
export function linkAddress(url: string | undefined, max: number): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    return undefined;
  // The brackets of an IPv6 address cannot be written in another way.
  if (parsed.hostname.includes('[')) return undefined;
  const address = parsed.href.replace(/[()<>\\\s"`*_~|[\]]/g, percent);
  return address.length <= max ? address : undefined;
}

function hostOf(address: string, otherwise: string): string {
  const host = new URL(address).hostname.replace(/^www\./, '');
  return PLAIN_HOST.test(host) && host.length <= DEFAULTS.host ? host : otherwise;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
