/** What may be a link, and what Discord shows as plain text. */

/**
 * What keeps words from being linked: Discord shows the whole source instead. An emoji (also as `:name:`), a mention,
 * or an address, which could lie.
 * Source: https://github.com/discord/discord-api-docs/issues/6088 and /issues/7673.
 */
const NO_LINK_WORDS =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3|\uFE0F|:[^\s:]+:|<(?:@|#|\/|t:|a?:)|@(?:everyone|here)\b|[a-z]:\/\/|\bwww\./iu;
/** What separates words that may be the name of a host. */
const BETWEEN_HOSTS = /[^a-z0-9.-]+/i;

const URL_START = /^https?:\/\//i;

/**
 * Only addresses that a click may open.
 *
 * @param {string} raw
 * @returns {string | undefined} the normalised http(s) address
 */
export function safeUrl(raw) {
  if (!URL_START.test(raw) || !URL.canParse(raw)) return undefined;
  return new URL(raw).href;
}

/**
 * Whether words may stand for an address.
 *
 * @param {string} label @param {string} address
 */
export function mayBeLinked(label, address) {
  if (NO_LINK_WORDS.test(label)) return false;
  const host = new URL(address).hostname;
  const named = label.split(BETWEEN_HOSTS).filter((word) => /[a-z0-9-]\.[a-z]{2}/i.test(word));
  return named.every((name) => [name, `www.${name}`].includes(host));
}
