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

const URL_START = /^https?:\/\//i;
const BARE_URL = /^https?:\/\/[^\s<>[\]]+/i;
const ANGLE =
  /^<(?:(https?:\/\/[^\s<>]+)|@!?(\d+)|@&(\d+)|#(\d+)|\/([^\n:<>]+):(\d+)|a?:(\w+):\d+|t:(-?\d{1,13})(?::([tTdDfFRsS]))?)>/i;

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
 * @param {string} text one or more lines
 * @param {number} [depth] how many marks this text stands in
 * @returns {Inline[]}
 */
export function parseInline(text, depth = 0) {
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
    if (char === '\\' && /[^\p{L}\p{N}\s]/u.test(text[i + 1] ?? '')) {
      plain += text[i + 1];
      i += 2;
      continue;
    }
    const found = char === '\n' ? { node: BREAK, end: i + 1 } : match(text, i, depth, dead);
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
 *
 * @param {string} text
 * @param {number} at
 * @param {number} depth
 * @param {Set<string>} dead
 * @returns {Found} the node that begins at `at`, and where it ends
 */
function match(text, at, depth, dead) {
  const char = text[at];
  if (char === '`') return matchCode(text, at);
  if (char === '<') return matchAngle(text, at);
  if (char === '[') return matchLink(text, at, depth);
  if (char === 'h' || char === 'H') return matchUrl(text, at);
  if (char === '@') return matchEveryone(text, at);
  return depth < MAX_DEPTH ? matchMark(text, at, depth, dead) : undefined;
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
 * `[label](address)`. As in Discord, a label that is itself an address is not linked: it could lie.
 *
 * @param {string} text @param {number} at @param {number} depth @returns {Found}
 */
function matchLink(text, at, depth) {
  const close = closing(text, at + 1, '[', ']');
  if (close < 0 || text[close + 1] !== '(') return undefined;
  const paren = closing(text, close + 2, '(', ')');
  if (paren < 0) return undefined;
  const label = text.slice(at + 1, close);
  const target = /^\s*<?(\S+?)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(text.slice(close + 2, paren))?.[1];
  if (target === undefined || label.trim() === '' || /https?:\/\//i.test(label)) return undefined;
  const children = depth < MAX_DEPTH ? parseInline(label, depth + 1) : [];
  return linkTo(target.replace(/\\([^\p{L}\p{N}\s])/gu, '$1'), children, paren + 1);
}

/**
 * The bracket that closes the one before `from`; escapes are passed over, inner pairs counted.
 *
 * @param {string} text @param {number} from @param {string} open @param {string} close
 */
function closing(text, from, open, close) {
  let level = 1;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
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

/** @param {string} text @param {number} at @param {number} depth @param {Set<string>} dead @returns {Found} */
function matchMark(text, at, depth, dead) {
  for (const [sign, type] of MARKS) {
    if (!text.startsWith(sign, at) || dead.has(sign)) continue;
    if (type === 'em' && !opensEmphasis(text, at, sign)) continue;
    const end = closingMark(text, at + sign.length, sign);
    if (end < 0) {
      dead.add(sign);
      continue;
    }
    const children = parseInline(text.slice(at + sign.length, end), depth + 1);
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
 * @param {string} text @param {number} from @param {string} sign
 */
function closingMark(text, from, sign) {
  const single = sign.length === 1;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '\\') {
      i += 1;
    } else if (text[i] === '`') {
      const code = matchCode(text, i);
      if (code) i = code.end - 1;
    } else if (single && text.startsWith(sign + sign, i)) {
      const inner = closingMark(text, i + 2, sign + sign);
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
