/** Parameters that tell where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gclsrc|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|vero_id|oly_\w+_id|wt[._]mc(?:_id)?|at_(?:medium|campaign|custom\d|link\w*|ptr_name|bbc_team|format)|ns_(?:mchannel|source|campaign|linkname|fee)|xtor|smid|smtyp|ncid|cmpid|cmp|icid|ocid|ito|guccounter|guce_\w+|ref_src|ref_url|spm|trk|sr_share|amp|outputtype|__twitter_impression)$/i;
/** Parameters that may say either; with one of these values they tell where a reader came from. */
const EITHER = /^(?:ref|source|src|from|via|feed|partner|referrer|medium|platform|output)$/i;
const CHANNELS =
  /^(?:rss|feed|atom|feedburner|twitter|tw|x|facebook|fb|linkedin|reddit|email|newsletter|share|social|google|news|home|homepage|amp|mobile|app)(?:[-_.]?\w{0,12})?$/i;

/** Hosts of AMP copies: the article's own address stands in the path. */
const AMP_CACHE = /(?:^|\.)(?:cdn\.ampproject\.org|ampproject\.net|bing-amp\.com)$/;

/**
 * An article's address as it is kept: out of an AMP cache, without what only tracks readers.
 * @param address http(s), absolute
 */
export function withoutTracking(address: string): string {
  const url = outOfCache(new URL(address));
  for (const [name, value] of [...url.searchParams]) {
    if (TRACKING.test(name) || (EITHER.test(name) && CHANNELS.test(value))) url.searchParams.delete(name);
  }
  // The browser's own spelling of a parameter without a value is kept when nothing was taken out.
  if ([...url.searchParams].length === 0) url.search = '';
  // A fragment is a place in a page; only "#!" was ever a page of its own.
  if (!url.hash.startsWith('#!')) url.hash = '';
  return url.href;
}

/**
 * What tells articles apart: the address without all that may differ between two addresses of one article (scheme,
 * `www.`, a mobile or AMP copy, order of parameters, the last slash).
 */
export function addressKey(address: string): string {
  const url = new URL(withoutTracking(address));
  url.searchParams.sort();
  const host = url.host.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+/, '').replace(/:(?:80|443)$/, '');
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/amp(?:\.html)?\/?$/i, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '')
    .replace(/\/$/, '');
  return `${host}${path}${url.search}${url.hash}`;
}

/** `https://news-example.cdn.ampproject.org/c/s/news.example/pier` → `https://news.example/pier` */
function outOfCache(url: URL): URL {
  const isSearch =
    /(?:^|\.)google\.\w{2,3}(?:\.\w{2})?$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!isSearch && !AMP_CACHE.test(url.hostname)) return url;
  const inner = /^\/(?:[acvr]|amp|wp)\/(s\/)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:\/.*)?)$/.exec(
    url.pathname,
  );
  if (inner === null) return url;
  return URL.parse(`http${inner[1] === undefined ? '' : 's'}://${inner[2]}${url.search}`) ?? url;
}
