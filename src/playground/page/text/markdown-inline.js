import { mayBeLinked, safeUrl } from './links.js';

/**
 * The part of Discord's markdown that stands inside a line.
 *
 * @typedef {'strong' | 'em' | 'underline' | 'strike' | 'spoiler'} Mark
 * @typedef {{ type: 'text', text: string }
 *   | { type: 'break' }
 *   | { type: Mark, children: Inline[] }
 *   | { type: 'code', text: string }
 *   | { type: 'link', href: string, children: Inline[] }
 *   | { type: 'mention', kind: 'user' | 'role' | 'channel' | 'command' | 'everyone', id: string, name: string }
 *   | { type: 'emoji', name: string }
 *   | { type: 'time', seconds: number, style: string }} Inline
 */

/** Opening and closing sign of each mark, longest first so that `**` is not read as two `*`. */
const MARKS = /** @type {const} */ ([
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'em'],
  ['_', 'em'],
]);

/** Marks inside marks beyond this depth are shown as they are typed. */
const MAX_DEPTH = 16;

const BARE_URL = /^https?:\/\/[^\s<>[\]]+/i;
const ANGLE =
  /^<(?:(https?:\/\/[^\s<>]+)|@!?(\d+)|@&(\d+)|#(\d+)|\/([^\n:<>]+):(\d+)|a?:(\w+):\d+|t:(-?\d{1,13})(?::([tTdDfFRsS]))?)>/i;

/**
 * @param {string} text one or more lines
 * @param {number} [depth] how many marks this text stands in
 * @param {boolean} [linked] the words of a link: a backslash takes no meaning from anything there, and is shown
 *   (https://github.com/discord/discord-api-docs/issues/6185); brackets and addresses mean nothing
 * @returns {Inline[]}
 */
export function parseInline(text, depth = 0, linked = false) {
  /** @type {Inline[]} */
  const out = [];
  /** Signs known to have no partner in the rest of the text: keeps the scan linear on `****…`. */
  const dead = new Set();
  let plain = '';
  let i = 0;
  const flush = () => {
    if (plain !== '') out.push({ type: 'text', text: plain });
    plain = '';
  };
  while (i < text.length) {
    const char = text[i] ?? '';
    if (!linked && char === '\\' && /[^\p{L}\p{N}\s]/u.test(text[i + 1] ?? '')) {
      plain += text[i + 1];
      i += 2;
      continue;
    }
    const found = char === '\n' ? { node: BREAK, end: i + 1 } : match(text, i, { depth, dead, linked });
    if (found) {
      flush();
      out.push(found.node);
      i = found.end;
    } else {
      plain += char;
      i += 1;
    }
  }
  flush();
  return out;
}

/** @type {Inline} */
const BREAK = { type: 'break' };

/**
 * @typedef {{ node: Inline, end: number } | undefined} Found
 * @typedef {{ depth: number, dead: Set<string>, linked: boolean }} Where
 *
 * @param {string} text
 * @param {number} at
 * @param {Where} where
 * @returns {Found} the node that begins at `at`, and where it ends
 */
function match(text, at, where) {
  const { depth, linked } = where;
  const char = text[at];
  if (char === '`') return matchCode(text, at);
  if (!linked) {
    if (char === '<') return matchAngle(text, at);
    if (char === '[') return matchLink(text, at, depth);
    if (char === 'h' || char === 'H') return matchUrl(text, at);
    if (char === '@') return matchEveryone(text, at);
  }
  return depth < MAX_DEPTH ? matchMark(text, at, where) : undefined;
}

/** @param {string} text @param {number} at @returns {Found} */
function matchCode(text, at) {
  const ticks = /^`+/.exec(text.slice(at))?.[0] ?? '`';
  for (let end = text.indexOf(ticks, at + ticks.length); end >= 0; end = text.indexOf(ticks, end)) {
    const run = /^`+/.exec(text.slice(end))?.[0].length ?? 0;
    if (run === ticks.length && end > at + ticks.length) {
      const code = text.slice(at + ticks.length, end).replace(/^ (`.*`) $/s, '$1');
      return { node: { type: 'code', text: code }, end: end + run };
    }
    end += run;
  }
  return { node: { type: 'text', text: ticks }, end: at + ticks.length };
}

/** @param {string} text @param {number} at @returns {Found} */
function matchAngle(text, at) {
  const found = ANGLE.exec(text.slice(at, at + 2100));
  if (!found) return undefined;
  const end = at + found[0].length;
  const [, url, user, role, channel, command, commandId, emoji, seconds, style] = found;
  if (url !== undefined) return linkTo(url, [{ type: 'text', text: url }], end);
  if (user !== undefined) return { node: { type: 'mention', kind: 'user', id: user, name: '' }, end };
  if (role !== undefined) return { node: { type: 'mention', kind: 'role', id: role, name: '' }, end };
  if (channel !== undefined)
    return { node: { type: 'mention', kind: 'channel', id: channel, name: '' }, end };
  if (command !== undefined)
    return { node: { type: 'mention', kind: 'command', id: commandId ?? '', name: command }, end };
  if (emoji !== undefined) return { node: { type: 'emoji', name: emoji }, end };
  return { node: { type: 'time', seconds: Number(seconds), style: style ?? 'f' }, end };
}

/** @param {string} raw @param {Inline[]} children @param {number} end @returns {Found} */
function linkTo(raw, children, end) {
  const href = safeUrl(raw);
  return href === undefined ? undefined : { node: { type: 'link', href, children }, end };
}

/**
 * `[label](address)`. A label that could lie about its address, or that holds an emoji, makes the whole of it plain
 * text.
 *
 * @param {string} text @param {number} at @param {number} depth @returns {Found}
 */
function matchLink(text, at, depth) {
  const close = closing(text, at + 1, '[', ']', false);
  if (close < 0 || text[close + 1] !== '(') return undefined;
  const paren = closing(text, close + 2, '(', ')', true);
  if (paren < 0) return undefined;
  const label = text.slice(at + 1, close);
  const target = /^\s*<?(\S+?)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(text.slice(close + 2, paren))?.[1];
  if (target === undefined || label.trim() === '') return undefined;
  const address = target.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
  if (safeUrl(address) === undefined) return undefined;
  const end = paren + 1;
  if (!mayBeLinked(label, address)) return { node: { type: 'text', text: text.slice(at, end) }, end };
  const children = depth < MAX_DEPTH ? parseInline(label, depth + 1, true) : [];
  return linkTo(address, children, end);
}

/**
 * The bracket that closes the one before `from`, inner pairs counted.
 *
 * @param {string} text @param {number} from @param {string} open @param {string} close
 * @param {boolean} escapes whether a backslash takes a bracket's meaning away
 */
function closing(text, from, open, close, escapes) {
  let level = 1;
  for (let i = from; i < text.length; i += 1) {
    if (escapes && text[i] === '\\') i += 1;
    else if (text[i] === open) level += 1;
    else if (text[i] === close && --level === 0) return i;
  }
  return -1;
}

/** @param {string} text @param {number} at @returns {Found} */
function matchUrl(text, at) {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
  let url = BARE_URL.exec(text.slice(at))?.[0] ?? '';
  for (;;) {
    const last = url.at(-1) ?? '';
    const unbalanced = last === ')' && url.split(')').length > url.split('(').length;
    if (!unbalanced && !/[.,:;"'\]!?*_~|]/.test(last)) break;
    url = url.slice(0, -1);
  }
  return linkTo(url, [{ type: 'text', text: url }], at + url.length);
}

/** @param {string} text @param {number} at @returns {Found} */
function matchEveryone(text, at) {
  const name = /^@(everyone|here)\b/.exec(text.slice(at, at + 10))?.[1];
  if (name === undefined) return undefined;
  return { node: { type: 'mention', kind: 'everyone', id: '', name }, end: at + name.length + 1 };
}

/** @param {string} text @param {number} at @param {Where} where @returns {Found} */
function matchMark(text, at, { depth, dead, linked }) {
  for (const [sign, type] of MARKS) {
    if (!text.startsWith(sign, at) || dead.has(sign)) continue;
    if (type === 'em' && !opensEmphasis(text, at, sign)) continue;
    const end = closingMark(text, at + sign.length, sign, linked);
    if (end < 0) {
      dead.add(sign);
      continue;
    }
    const children = parseInline(text.slice(at + sign.length, end), depth + 1, linked);
    return { node: { type, children }, end: end + sign.length };
  }
  return undefined;
}

/** `2 * 3` and `snake_case` are not emphasis. @param {string} text @param {number} at @param {string} sign */
function opensEmphasis(text, at, sign) {
  const next = text[at + 1] ?? ' ';
  if (next === sign || /\s/.test(next)) return false;
  return sign === '*' || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/**
 * Where the mark opened before `from` is closed, or -1. Escapes and inline code are passed over.
 *
 * @param {string} text @param {number} from @param {string} sign @param {boolean} linked
 */
function closingMark(text, from, sign, linked) {
  const single = sign.length === 1;
  for (let i = from; i < text.length; i += 1) {
    if (!linked && text[i] === '\\') {
      i += 1;
    } else if (text[i] === '`') {
      const code = matchCode(text, i);
      if (code) i = code.end - 1;
    } else if (single && text.startsWith(sign + sign, i)) {
      const inner = closingMark(text, i + 2, sign + sign, linked);
      i = inner < 0 ? i + 1 : inner + 1;
    } else if (text.startsWith(sign, i) && i > from) {
      if (!single) {
        // `***a** b*` and `**a *b***`: the outer sign closes last.
        return sign === '**' && text[i + 2] === '*' && text[i + 3] !== '*' ? i + 1 : i;
      }
      const after = text[i + 1] ?? ' ';
      if (!/\s/.test(text[i - 1] ?? ' ') && (sign === '*' || !/[\p{L}\p{N}]/u.test(after))) return i;
    }
  }
  return -1;
}
