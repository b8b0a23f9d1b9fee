import type { SentenceEnds } from '../text/sentence-boundaries.ts';
import type { SentenceSpan } from './article.ts';
import { isWrappedAfter, textWrapWidth, wrapWidth } from './cleaning/wrapping.ts';
import { endBehindMarks } from './sentences/end-marks.ts';
import { missedEnds } from './sentences/missed-ends.ts';
import { isJoined } from './sentences/sentence-joins.ts';

/** Sentences above this length are tables or lists without full stops; they are cut where they can be. */
const LONGEST_SENTENCE = 1000;
/** How much of the text after a boundary the rules look at. */
const LOOK_AHEAD = 160;
/** How much of the text before it: a line of abbreviations has a boundary at each, and may be one sentence. */
const LOOK_BACK = 300;

/**
 * Splits an article's text into sentences: slices in order that do not overlap, hold every character but blanks and
 * stray marks at a line's start, and begin and end with one. A sentence stays within its line; lines are what the cleaner left, with wrapped ones joined.
 * @param sentenceEnds the splitter for running text, made by `createSentenceEnds`
 */
export function sentenceSpans(text: string, sentenceEnds: SentenceEnds): SentenceSpan[] {
  const ends = mergeSorted(sentenceEnds(text), missedEnds(text));
  const spans: SentenceSpan[] = [];
  let next = 0;
  for (const { start: lineStart, end: lineEnd, paragraph } of lines(text)) {
    let start = lineStart;
    const push = (end: number) => {
      for (const [from, to] of pieces(text, start, end)) spans.push({ start: from, end: to, paragraph });
      start = skipBlank(text, end, lineEnd);
    };
    while (next < ends.length && (ends[next] ?? 0) <= lineStart) next++;
    for (; next < ends.length && (ends[next] ?? 0) < lineEnd; next++) {
      const end = endBehindMarks(text, ends[next] ?? lineEnd, lineEnd);
      if (end <= start || end >= lineEnd) continue;
      const after = skipBlank(text, end, lineEnd);
      const right = text.slice(after, Math.min(lineEnd, after + LOOK_AHEAD));
      const left = text.slice(Math.max(start, end - LOOK_BACK), end);
      if (!isJoined(left, right, after > end)) push(end);
    }
    if (start < lineEnd) push(lineEnd);
  }
  return spans;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/**
 * The lines that hold something, trimmed. A line is one with the next when it breaks off and goes on in lower case, or
 * when the text is wrapped at a width.
 */
function lines(text: string): Line[] {
  const paragraphs: (Line & { readonly words: string })[][] = [];
  let blank = true;
  for (const match of text.matchAll(/[^\n]+\n?|\n/g)) {
    const end = match.index + match[0].trimEnd().length;
    const start = skipStray(text, skipBlank(text, match.index, match.index + match[0].length), end);
    if (start >= end) {
      blank = true;
      continue;
    }
    if (blank) paragraphs.push([]);
    blank = false;
    const line = { start, end, paragraph: paragraphs.length - 1, words: text.slice(start, end) };
    paragraphs.at(-1)?.push(line);
  }
  const words = paragraphs.map((paragraph) => paragraph.map((line) => line.words));
  const textWidth = textWrapWidth(words);
  return paragraphs.flatMap((paragraph, i) => {
    const width = wrapWidth(words[i] ?? []) ?? textWidth;
    const out: Line[] = [];
    let last = '';
    for (const { words: line, ...span } of paragraph) {
      const before = out.at(-1);
      const goesOn =
        (/[\p{L}\p{N},]$/u.test(last) && /^\p{Ll}/u.test(line)) ||
        (width !== undefined && isWrappedAfter(last, line, width));
      if (goesOn && before !== undefined) out[out.length - 1] = { ...before, end: span.end };
      else out.push(span);
      last = line;
    }
    return out;
  });
}

/** A very long piece, cut behind semicolons, bars or bullets, then commas, then blanks, then anywhere. */
function pieces(text: string, start: number, end: number): [number, number][] {
  const out: [number, number][] = [];
  while (end - start > LONGEST_SENTENCE) {
    const window = text.slice(start, start + LONGEST_SENTENCE);
    const cut = [/^.*(?:;|[|•·])(?=\s)/su, /^.*,(?=\s)/su, /^.*\S(?=\s)/su]
      .map((pattern) => pattern.exec(window)?.[0].length ?? 0)
      .find((length) => length > LONGEST_SENTENCE / 4);
    const at = start + (cut ?? wholeCharacters(window));
    out.push([start, at]);
    start = skipBlank(text, at, end);
  }
  if (start < end) out.push([start, end]);
  return out;
}

/** Never between the two halves of a surrogate pair. */
function wholeCharacters(window: string): number {
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? window.length - 1 : window.length;
}

/** A comma or a stop that a lost word left at the start of its line: a sentence never begins with it. */
function skipStray(text: string, from: number, to: number): number {
  const stray = /^(?:[,;:]|\.(?!\.)["”’]?(?=\s))(?:\s+[,;:.](?=\s))*/u.exec(
    text.slice(from, Math.min(to, from + 12)),
  );
  return stray === null ? from : skipBlank(text, from + stray[0].length, to);
}

function skipBlank(text: string, from: number, to: number): number {
  while (from < to && text.slice(from, from + 1).trim() === '') from++;
  return from;
}

function mergeSorted(a: readonly number[], b: readonly number[]): number[] {
  return b.length === 0 ? [...a] : [...new Set([...a, ...b])].sort((x, y) => x - y);
}
