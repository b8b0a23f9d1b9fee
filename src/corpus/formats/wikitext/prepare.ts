/** A line of wikitext: text, or a piece of code, or a template that has its lines to itself. */
export interface SourceLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly code?: string;
  readonly template?: string;
}

const CODE = ['pre', 'source', 'syntaxhighlight', 'math', 'score', 'timeline', 'graph'];
const REDIRECT = /^\s*#(?:redirect|weiterleitung|redirection|redirección)\b/i;

/**
 * Takes comments, references and code out of a page, puts templates that reach over lines on lines of their own, and
 * counts the lines. One pass; what is not closed ends with its line.
 */
export function prepareWikitext(source: string): SourceLine[] {
  if (REDIRECT.test(source.slice(0, 100))) return [];
  const lines: SourceLine[] = [];
  let number = 1;
  let text = '';
  let from = 1;
  const endLine = () => {
    lines.push({ text, line: from });
    text = '';
  };
  for (const { kind, content, inner } of tokens(source)) {
    if (text === '') from = number;
    if (kind === 'text') {
      for (const [i, part] of content.split('\n').entries()) {
        if (i > 0) {
          endLine();
          number++;
          from = number;
        }
        text += part;
      }
      continue;
    }
    if (kind === 'code') {
      endLine();
      if (inner.trim() !== '') lines.push({ text: '', line: number, code: codeText(inner) });
    } else if (kind === 'template') text += content;
    else if (kind === 'block') {
      endLine();
      lines.push({ text: '', line: number, template: inner });
    }
    number += content.split('\n').length - 1;
  }
  endLine();
  return lines;
}

interface Piece {
  readonly kind: 'text' | 'code' | 'template' | 'block' | 'unseen';
  readonly content: string;
  readonly inner: string;
}

function* tokens(source: string): Generator<Piece> {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lower = text.toLowerCase();
  const ends = new EndFinder(lower);
  const templates = templateEnds(text);
  const marks =
    /<!--|<nowiki>|<(pre|source|syntaxhighlight|math|score|timeline|graph|ref|gallery|noinclude|imagemap|templatedata|script|style)(?:\s[^<>]{0,400})?(\/?)>|\{\{|\}\}/gi;
  const next = (from: number): RegExpExecArray | null => {
    marks.lastIndex = from;
    return marks.exec(text);
  };
  let at = 0;
  for (let mark = next(at); mark !== null; mark = next(at)) {
    const start = mark.index;
    const whole = mark[0];
    if (start > at) yield { kind: 'text', content: text.slice(at, start), inner: '' };
    const from = start + whole.length;
    if (whole === '{{') {
      const end = templates.get(start);
      const content = end === undefined ? '' : text.slice(start, end);
      if (end === undefined) yield { kind: 'text', content: whole, inner: '' };
      else {
        const alone = isAlone(text, start, end);
        const flat = alone ? content : content.replace(/\n/g, ' ');
        yield { kind: alone ? 'block' : 'template', content: flat, inner: content.slice(2, -2) };
      }
      at = end ?? from;
    } else if (whole === '}}') {
      yield { kind: 'text', content: whole, inner: '' };
      at = from;
    } else {
      const tag = mark[1]?.toLowerCase();
      const close = whole === '<!--' ? '-->' : `</${tag ?? 'nowiki'}>`;
      const end = mark[2] === '/' ? from : ends.after(close, from);
      at = end === undefined ? from : end;
      if (end === undefined) continue;
      const content = text.slice(start, at);
      const inner = text.slice(from, Math.max(from, at - close.length));
      if (tag === undefined && whole !== '<!--')
        yield {
          kind: 'text',
          content: inner.replace(/[[\]{}|'<]/g, (mark) => `&#${mark.charCodeAt(0)};`),
          inner,
        };
      else yield { kind: tag !== undefined && CODE.includes(tag) ? 'code' : 'unseen', content, inner };
    }
  }
  yield { kind: 'text', content: text.slice(at), inner: '' };
}

/** Looks for closing marks; what was not found once is not looked for again. */
class EndFinder {
  readonly #text: string;
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  after(close: string, from: number): number | undefined {
    if (this.#missing.has(close)) return undefined;
    const found = this.#text.indexOf(close, from);
    if (found >= 0) return found + close.length;
    this.#missing.add(close);
    return undefined;
  }
}

/** Where each outermost template ends, by where it starts. */
function templateEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const stack: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/\{\{|\}\}/g)) {
    if (mark === '{{') stack.push(index);
    else {
      const start = stack.pop();
      if (start !== undefined) ends.set(start, index + 2);
    }
  }
  return ends;
}

/** Whether nothing else stands on the lines of a template. */
function isAlone(text: string, start: number, end: number): boolean {
  const isBlank = (at: number) => text[at] === ' ' || text[at] === '\t';
  let before = start - 1;
  while (isBlank(before)) before--;
  let after = end;
  while (isBlank(after)) after++;
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

function codeText(inner: string): string {
  const lines = inner.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line.trim() !== '').join('\n');
}
