import { withoutInvisible } from '../../text/invisible.ts';
import {
  type DropReason,
  GLUED_MARKER,
  LINE_RULES,
  type LineRule,
  MARKER,
  RULES_OF_ANY_TEXT,
} from './clean-rules.ts';
import { joinWrapped } from './wrapping.ts';

/** A line that is not part of the article, with the line of the source it stands on; 0 when that is not known. */
export interface DroppedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: DropReason;
}

export interface Cleaned {
  /** The kept lines. One empty line between paragraphs, one line break between the lines of a paragraph. */
  readonly text: string;
  readonly dropped: readonly DroppedLine[];
}

export interface CleanOptions {
  /** A first line that only repeats the title is dropped. */
  readonly title?: string;
  /** Line of the source where the text starts; 1 when not given. */
  readonly firstLine?: number;
  /** The source's bytes were damaged: lines with U+FFFD in them are dropped. */
  readonly damaged?: boolean;
  /** False: what news pages bring along is text here ("Last updated: …", "We use cookies …"). */
  readonly news?: boolean;
  /** More lines to drop, folded: the corpus's own list of what a publisher repeats. */
  readonly dropLines?: ReadonlySet<string>;
}

interface Line {
  readonly number: number;
  /** Blank runs folded to one space, trimmed; may be empty. */
  readonly text: string;
}

/**
 * Keeps the lines of an article and drops what the page around it left behind: adverts, share bars, forms, teasers,
 * footers. A line is kept or dropped whole; inside a kept line only runs of blank space change, to one space, and
 * what nobody sees goes (soft hyphens, marks of direction), so that every quote of the result stands in the source.
 */
export function cleanText(source: string, options: CleanOptions = {}): Cleaned {
  const lines = splitLines(source, options.firstLine ?? 1, options.news ?? true);
  const reasons = judge(lines, options);
  const dropped: DroppedLine[] = [];
  const paragraphs: string[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const reason = reasons[i];
    if (line.text === '') paragraphs.push([]);
    else if (reason === undefined) paragraphs.at(-1)?.push(line.text);
    else {
      dropped.push({ line: line.number, text: line.text, reason });
      paragraphs.push([]);
    }
  }
  const filled = paragraphs.filter((paragraph) => paragraph.length > 0);
  const kept = joinWrapped(filled);
  const lineIsParagraph = kept.length === 1;
  return {
    text: kept.map((paragraph) => paragraph.join(lineIsParagraph ? '\n\n' : '\n')).join('\n\n'),
    dropped,
  };
}

/** Blank space that folding changes: most lines have none. */
const FOLDS = /\s{2}|[^\S ]/u;

function splitLines(source: string, firstLine: number, news: boolean): Line[] {
  return withoutInvisible(source)
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .flatMap((raw, i) => {
      const line = (FOLDS.test(raw) ? raw.replace(/\s+/gu, ' ') : raw).trim();
      const parts = news && MARKER.test(line) ? line.split(GLUED_MARKER) : [line];
      return parts.map((text) => ({ number: firstLine + i, text: text.trim() }));
    });
}

/**
 * Judges the lines of a text that a reader laid out, where every line already stands as it is shown.
 * @param sourceLines for each line of the text, the line of the source it stands on
 * @returns for each line, the reason to drop it
 */
export function judgeLines(
  text: string,
  sourceLines: readonly number[],
  options: CleanOptions = {},
): (DropReason | undefined)[] {
  const lines = text.split('\n').map((line, i) => ({ number: sourceLines[i] ?? 0, text: line.trim() }));
  return judge(lines, options);
}

/** The reason to drop each line, or `undefined` for those that stay. */
function judge(lines: readonly Line[], options: CleanOptions): (DropReason | undefined)[] {
  const title = options.title === undefined ? undefined : foldTitle(options.title);
  const known = (options.news ?? true) ? LINE_RULES : RULES_OF_ANY_TEXT;
  const found = lines.map(({ text }) => ruleFor(text, known));
  const rules = found.map((rule, i) => (rule?.last && !isLast(lines, found, i) ? undefined : rule));
  const reasons: (DropReason | undefined)[] = [];
  let started = false;
  /** The list under a heading such as "Related posts", and how many lines it may still have. */
  let list: { reason: DropReason; left: number } | undefined;
  for (const [i, { text }] of lines.entries()) {
    const rule = rules[i];
    let reason = rule?.weak ? undefined : rule?.reason;
    if (text === '') {
      reasons.push(undefined);
      continue;
    }
    if (!started && title !== undefined && foldTitle(text) === title) reason = 'title';
    if (options.dropLines?.has(text)) reason = 'repeated by the publisher';
    if (options.damaged && text.includes('\uFFFD')) reason = 'damaged characters';
    if (rule?.list !== undefined) list = { reason: rule.reason, left: rule.list };
    else if (reason === undefined && list && list.left > 0 && isHeadline(text)) {
      reason = list.reason;
      list.left--;
    } else if (reason === undefined) list = undefined;
    if (reason === undefined && rule === undefined) started = true;
    reasons.push(reason);
  }
  dropWeak(lines, rules, reasons);
  return reasons;
}

/** Whether only headlines, and lines that go anyway, stand below a heading. */
function isLast(lines: readonly Line[], rules: readonly (LineRule | undefined)[], heading: number): boolean {
  return lines
    .slice(heading + 1)
    .every(({ text }, i) => text === '' || rules[heading + 1 + i] !== undefined || isHeadline(text));
}

/** A weak rule counts next to a dropped line; one pass in each direction carries that along a run of weak lines. */
function dropWeak(
  lines: readonly Line[],
  rules: readonly (LineRule | undefined)[],
  reasons: (DropReason | undefined)[],
): void {
  const indices = [...lines.keys()].filter((i) => lines[i]?.text !== '');
  for (const order of [indices, indices.toReversed()]) {
    let beside = false;
    for (const i of order) {
      const rule = rules[i];
      if (beside && rule?.weak && reasons[i] === undefined) reasons[i] = rule.reason;
      beside = reasons[i] !== undefined && reasons[i] !== 'title';
    }
  }
}

function ruleFor(text: string, rules: readonly LineRule[]): LineRule | undefined {
  if (text.length > 400 || text === '') return undefined;
  return rules.find(({ needs, pattern }) => (needs === undefined || needs.test(text)) && pattern.test(text));
}

/** A headline in a list: short, and no sentence ends in it. */
function isHeadline(text: string): boolean {
  return text.length <= 140 && !/[.!:;,]["”’')\]]?$/u.test(text) && !/^["“‘]/u.test(text);
}

function foldTitle(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^#+\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
