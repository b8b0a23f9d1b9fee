import type { Token } from 'markdown-it';
import { foldWords, type Words } from '../../structure/outline.ts';

/** Characters of a run of text; those of code and escapes mean nothing but themselves. */
interface Run {
  readonly text: string;
  readonly literal: boolean;
}

const WIKI_LINK = /(!?)\[\[([^[\]\n]{1,400})\]\]/g;
const BLOCK_ID = /(?:^|\s)\^[\w-]{2,60}$/;
const HIGHLIGHT = /==(?=\S)([^=\n]{1,400})==/g;
const FOOTNOTE = /\[\^[\w-]{1,40}\]/g;

/**
 * The words of a paragraph, a heading or a cell: no markup, entities and escapes resolved, Obsidian's links as it shows
 * them, pictures and embedded notes left out.
 */
export function inlineWords(token: Token | undefined): Words {
  const children = token?.children ?? [];
  const line = token?.map === null || token?.map === undefined ? {} : { line: token.map[0] + 1 };
  const closing = labelEnd(children);
  const text = textOf(children);
  const label = closing === undefined ? '' : textOf(children.slice(0, closing));
  const isLabel = label !== '' && text.startsWith(label);
  return {
    text,
    ...line,
    ...(isLabel ? { label: label.length } : {}),
    ...(isLinked(children) ? { linked: true } : {}),
  };
}

function textOf(children: readonly Token[]): string {
  const runs: Run[] = [];
  let hidden = 0;
  for (const { type, content } of children) {
    if (type === 'html_inline') hidden += hiddenChange(content);
    if (hidden > 0) continue;
    if (type === 'text') runs.push({ text: content, literal: false });
    else if (type === 'code_inline' || type === 'text_special') runs.push({ text: content, literal: true });
    else if (type === 'softbreak') runs.push({ text: ' ', literal: true });
    else if (type === 'hardbreak') runs.push({ text: '\n', literal: true });
    else if (type === 'html_inline' && /^<br\b/i.test(content)) runs.push({ text: '\n', literal: true });
  }
  return foldWords(asShown(runs));
}

/** Words in `<script>`, `<style>` and the like are not shown. */
function hiddenChange(tag: string): number {
  if (/^<(?:script|style|svg|template|iframe)\b[^>]*[^/]>$/i.test(tag)) return 1;
  return /^<\/(?:script|style|svg|template|iframe)\b/i.test(tag) ? -1 : 0;
}

/** Obsidian's own marks as it shows them. */
function asShown(runs: readonly Run[]): string {
  const joined = runs.map(({ text }) => text).join('');
  if (!/\[\[|==|\^/.test(joined)) return joined;
  const literal: boolean[] = [];
  for (const run of runs) for (let i = 0; i < run.text.length; i++) literal.push(run.literal);
  const isOwn = (at: number, length: number) => !literal[at] && !literal[at + length - 1];
  let shown = '';
  let done = 0;
  const replacements = [
    ...[...joined.matchAll(WIKI_LINK)].map((match) => ({
      match,
      words: match[1] === '!' ? '' : linkWords(match[2] ?? ''),
    })),
    ...[...joined.matchAll(FOOTNOTE)].map((match) => ({ match, words: '' })),
    ...[...joined.matchAll(HIGHLIGHT)].map((match) => ({ match, words: match[1] ?? '' })),
  ].sort((a, b) => a.match.index - b.match.index);
  for (const { match, words } of replacements) {
    if (match.index < done || !isOwn(match.index, match[0].length)) continue;
    shown += joined.slice(done, match.index) + words;
    done = match.index + match[0].length;
  }
  shown += joined.slice(done);
  const id = BLOCK_ID.exec(shown.trimEnd());
  if (id === null) return shown;
  // Nothing was replaced from the mark on: it stands as far from the end as in what was written.
  const mark = joined.length - shown.length + shown.indexOf('^', id.index);
  return literal[mark] || literal.at(-1) ? shown : shown.slice(0, id.index);
}

/** `page|words` shows its words; `page#heading` shows as "page > heading". */
function linkWords(target: string): string {
  const bar = target.indexOf('|');
  if (bar >= 0) return target.slice(bar + 1).trim();
  const parts = target.split('#').map((part) => part.replace(/^\^.*$/, '').trim());
  return parts.filter((part) => part !== '').join(' > ');
}

/** Where the bold words that open a paragraph end, as a number of tokens. */
function labelEnd(children: readonly Token[]): number | undefined {
  const [first, second] = children.filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  const bold = first?.type === 'strong_open' || (first?.type === 'em_open' && second?.type === 'strong_open');
  if (!bold) return undefined;
  const end = children.findIndex(({ type }) => type === 'strong_close');
  return end < 0 ? undefined : end + 1;
}

/** Whether all the words of a paragraph are links. */
function isLinked(children: readonly Token[]): boolean {
  let depth = 0;
  let linked = false;
  for (const { type, content } of children) {
    if (type === 'link_open') depth++;
    else if (type === 'link_close') depth--;
    else if (type === 'text' && depth === 0) {
      const rest = content.replace(WIKI_LINK, '');
      if (rest.length < content.length) linked = true;
      if (/[\p{L}\p{N}]/u.test(rest)) return false;
    } else if (content.trim() !== '' && depth === 0) return false;
    if (type === 'link_open') linked = true;
  }
  return linked;
}
