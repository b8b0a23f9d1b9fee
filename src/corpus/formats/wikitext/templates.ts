/** A template or a link of wikitext with the braces around it, found by its brackets. */
export interface Enclosed {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
}

/** Templates within templates: what is deeper is dropped with its parent. */
const DEEPEST = 12;

/**
 * Replaces the outermost `{{…}}` (or `[[…]]`) of a text, in one pass over it. Brackets without a partner stay.
 * @param depth how deep the text itself stands within others
 */
export function replaceEnclosed(
  text: string,
  open: '{{' | '[[',
  replace: (enclosed: Enclosed, depth: number) => string,
  depth = 0,
): string {
  if (!text.includes(open) || depth > DEEPEST) return text;
  const found = outermost(text, open);
  let out = '';
  let at = 0;
  for (const enclosed of found) {
    out += text.slice(at, enclosed.start) + replace(enclosed, depth);
    at = enclosed.end;
  }
  return out + text.slice(at);
}

function outermost(text: string, open: '{{' | '[['): Enclosed[] {
  const close = open === '{{' ? '}}' : ']]';
  const marks = open === '{{' ? /\{\{|\}\}/g : /\[\[|\]\]/g;
  const pairs: Enclosed[] = [];
  const stack: number[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark !== close) {
      stack.push(index);
      continue;
    }
    const start = stack.pop();
    if (start === undefined) continue;
    while ((pairs.at(-1)?.start ?? -1) > start) pairs.pop();
    pairs.push({ start, end: index + 2, inner: text.slice(start + 2, index) });
  }
  return pairs;
}

/** A template's name and what is handed to it. */
export interface Template {
  readonly name: string;
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** Takes the inside of `{{…}}` apart at its own bars, not at those of what it holds. */
export function parseTemplate(inner: string): Template {
  const [head = '', ...parts] = splitBars(inner);
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const key = at < 0 ? '' : part.slice(0, at).trim();
    if (at < 0 || !/^[\p{L}\p{N} _()-]{1,60}$/u.test(key)) positional.push(part.trim());
    else if (/^\d+$/.test(key)) positional.push(part.slice(at + 1).trim());
    else named.set(key, part.slice(at + 1).trim());
  }
  return { name: head.trim(), positional, named };
}

/** Parts between bars that stand in no link, template or table of their own. */
export function splitBars(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/\{\{|\}\}|\[\[|\]\]|\|/g)) {
    if (mark === '{{' || mark === '[[') depth++;
    else if (mark === '}}' || mark === ']]') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
