import { parseInline } from './markdown-inline.js';

/**
 * Discord's markdown, as a tree. Pure: it knows nothing of the page, so a message can never reach it as HTML.
 *
 * @typedef {import('./markdown-inline.js').Inline} Inline
 * @typedef {{ type: 'paragraph', children: Inline[] }
 *   | { type: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { type: 'subtext', children: Inline[] }
 *   | { type: 'quote', children: Block[] }
 *   | { type: 'list', ordered: boolean, start: number, items: Block[][] }
 *   | { type: 'codeblock', language: string, text: string }} Block
 */

const FENCE = '```';
const HEADING = /^(#{1,3})\s+(\S.*)$/;
const SUBTEXT = /^-#\s+(\S.*)$/;
const ITEM = /^(\s*)(?:([-*])|(\d{1,9})\.)\s+(\S.*)$/;

/**
 * Reads a whole message content, embed description or text display.
 *
 * @param {string} text as the bot sent it
 * @returns {Block[]} blocks in order; blank lines between paragraphs are kept as line breaks
 */
export function parseMarkdown(text) {
  return parseQuotes(text.replaceAll('\r\n', '\n').split('\n'));
}

/**
 * Splits the lines into quoted and plain runs; a fence that is open hides the quote marks inside it.
 *
 * @param {string[]} lines
 * @returns {Block[]}
 */
function parseQuotes(lines) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let plain = [];
  let fenced = false;
  const flush = () => {
    if (plain.length > 0) blocks.push(...parseFences(plain.join('\n')));
    plain = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (!fenced && line.startsWith('>>> ')) {
      flush();
      blocks.push({
        type: 'quote',
        children: parseFences([line.slice(4), ...lines.slice(i + 1)].join('\n')),
      });
      return blocks;
    }
    if (!fenced && line.startsWith('> ')) {
      flush();
      const quoted = [];
      while ((lines[i] ?? '').startsWith('> ')) quoted.push((lines[i++] ?? '').slice(2));
      i -= 1;
      blocks.push({ type: 'quote', children: parseFences(quoted.join('\n')) });
      continue;
    }
    if (line.split(FENCE).length % 2 === 0) fenced = !fenced;
    plain.push(line);
  }
  flush();
  return blocks;
}

/**
 * Takes code blocks out first: nothing inside them is markdown.
 *
 * @param {string} text
 * @returns {Block[]}
 */
function parseFences(text) {
  /** @type {Block[]} */
  const blocks = [];
  let from = 0;
  for (let open = text.indexOf(FENCE); open >= 0; open = text.indexOf(FENCE, open)) {
    const close = text.indexOf(FENCE, open + FENCE.length);
    const body = close < 0 ? '' : text.slice(open + FENCE.length, close);
    if (body.trim() === '' || text[open - 1] === '\\') {
      open += FENCE.length;
      continue;
    }
    const language = /^([\w+#.-]+)\n/.exec(body)?.[1] ?? '';
    if (open > from) blocks.push(...parseLines(trimNewline(text.slice(from, open))));
    const code = body.slice(language.length);
    blocks.push({ type: 'codeblock', language, text: trimNewlines(code) });
    from = close + FENCE.length;
    if (text[from] === '\n') from += 1;
    open = from;
  }
  if (from < text.length) blocks.push(...parseLines(text.slice(from).split('\n')));
  return blocks;
}

/** @param {string} text */
function trimNewlines(text) {
  let [from, to] = [0, text.length];
  while (from < to && text[from] === '\n') from += 1;
  while (to > from && text[to - 1] === '\n') to -= 1;
  return text.slice(from, to);
}

/** @param {string} text text before a code block, whose own line break is not shown */
function trimNewline(text) {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/**
 * Headings, subtext, lists; everything else is a paragraph.
 *
 * @param {string[]} lines without fences and quotes
 * @returns {Block[]}
 */
function parseLines(lines) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let paragraph = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', children: parseInline(paragraph.join('\n')) });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const heading = HEADING.exec(line);
    const subtext = SUBTEXT.exec(line);
    if (heading) {
      flush();
      const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
      blocks.push({ type: 'heading', level, children: parseInline(heading[2] ?? '') });
    } else if (subtext) {
      flush();
      blocks.push({ type: 'subtext', children: parseInline(subtext[1] ?? '') });
    } else if (ITEM.test(line)) {
      flush();
      const { list, next } = parseList(lines, i);
      blocks.push(list);
      i = next - 1;
    } else {
      paragraph.push(line);
    }
  }
  flush();
  return blocks;
}

/**
 * A list from `start`; deeper indented items become a list inside the item before them.
 *
 * @param {string[]} lines
 * @param {number} start index of its first item
 * @returns {{ list: Extract<Block, { type: 'list' }>, next: number }} and the first line after it
 */
function parseList(lines, start) {
  const first = ITEM.exec(lines[start] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const ordered = first?.[3] !== undefined;
  /** @type {Block[][]} */
  const items = [];
  let i = start;
  while (i < lines.length) {
    const item = ITEM.exec(lines[i] ?? '');
    const depth = item?.[1]?.length ?? 0;
    if (!item || depth < indent) break;
    const last = items.at(-1);
    if (depth >= indent + 2 && last) {
      const inner = parseList(lines, i);
      last.push(inner.list);
      i = inner.next;
      continue;
    }
    if ((item[3] !== undefined) !== ordered) break;
    items.push([{ type: 'paragraph', children: parseInline(item[4] ?? '') }]);
    i += 1;
  }
  return { list: { type: 'list', ordered, start: ordered ? Number(first?.[3]) : 1, items }, next: i };
}
