import { parse } from '@plussub/srt-vtt-parser';
import type { Problem } from '../article.ts';
import { decodeText, UnreadableBytes } from '../reading/decode.ts';
import type { Draft } from '../reading/draft.ts';
import { baseName } from '../structure/article-title.ts';
import { layOut } from '../structure/lay-out.ts';
import type { OutlineNode, Words } from '../structure/outline.ts';

const DEFAULTS = {
  /** Silence that begins a new paragraph, in milliseconds. */
  pause: 3000,
  /** A paragraph ends with the sentence once it is this long, in characters. */
  paragraph: 500,
} as const;

/** Words with the time at which they begin, in milliseconds, and who says them. */
interface Cue {
  readonly from: number;
  readonly to: number;
  readonly speaker: string | undefined;
  /** Somebody else begins to speak, whoever it is. */
  readonly turns: boolean;
  readonly text: string;
}

/** Reads subtitles (`.srt`, `.vtt`): running text in paragraphs, each sentence at its time; speakers are turns. */
export function readSubtitles(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const { text: source, problems } = decodeText(bytes, path);
  const cues = withoutRepeats(cuesOf(source));
  if (cues.length === 0)
    throw new UnreadableBytes(
      'The file has no subtitles in it.',
      'Check that it is .srt or .vtt, or save it as .txt.',
    );
  const { text, blocks, places } = layOut(paragraphsOf(cues));
  const header = /^WEBVTT[ \t]([^\r\n]{1,200})/
    .exec(source)?.[1]
    ?.trim()
    .replace(/^-[ \t]?/, '');
  const draft: Draft = {
    line: 1,
    textLine: 1,
    metadata: { title: header || baseName(path), authors: [], tags: [] },
    text,
    blocks,
    sourceLines: text.split('\n').map(() => 0),
    ...(places === undefined ? {} : { places }),
    fromExport: false,
  };
  return { drafts: [draft], problems: [...problems] };
}

function cuesOf(source: string): Cue[] {
  const clean = source.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const entries: readonly Pick<Cue, 'from' | 'to' | 'text'>[] = parse(clean).entries;
  return entries.flatMap(({ from, to, text }) => {
    const words = text.split('\n').filter((line) => line.trim() !== '');
    // Lines with a dash each are what two people say at once.
    const parts =
      words.length > 1 && words.every((line) => /^\s*[-–—]\s?\S/.test(line)) ? words : [words.join(' ')];
    return parts.flatMap((part) => cueOf(part, from, to));
  });
}

function cueOf(marked: string, from: number, to: number): Cue[] {
  if (/^\s*[♪♫].*[♪♫]\s*$/u.test(marked)) return [];
  const voice = /<v(?:\.[^\s<>]{0,80})?\s([^<>]{1,80})>/.exec(marked)?.[1]?.trim();
  const shown = marked
    .replace(/<\/?[^<>]{0,200}>/g, '')
    .replace(/\{\\[^{}]{0,200}\}/g, '')
    .replace(/[♪♫]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const dash = /^[-–—]\s?(?=\S)/.exec(shown);
  const words = decodeMarks(dash ? shown.slice(dash[0].length) : shown.replace(/^>>\s?/, ''));
  const named = /^(\p{Lu}[\p{L}.'’ -]{0,40}):\s(?=\S)/u.exec(words);
  // What is only told in brackets is a sound.
  const text = (named ? words.slice(named[0].length) : words)
    .replace(/^[([][^()[\]]{1,80}[)\]]$/u, '')
    .trim();
  if (text === '') return [];
  return [{ from, to, speaker: voice ?? named?.[1], turns: dash !== null || shown.startsWith('>>'), text }];
}

function decodeMarks(text: string): string {
  return text.replace(
    /&(?:amp|lt|gt|nbsp|lrm|rlm);/g,
    (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>' })[entity] ?? ' ',
  );
}

/** Captions that roll show each line twice: once as the new one, once above the next. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  const out: Cue[] = [];
  for (const cue of cues) {
    const before = out.at(-1)?.text;
    if (before === undefined || cue.from - (out.at(-1)?.to ?? 0) > DEFAULTS.pause) out.push(cue);
    else if (cue.text !== before) {
      const isRolling = cue.text.startsWith(`${before} `);
      out.push(isRolling ? { ...cue, text: cue.text.slice(before.length + 1) } : cue);
    }
  }
  return out;
}

function paragraphsOf(cues: readonly Cue[]): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let words: { text: string; places: { at: number; name: string }[] } | undefined;
  let before: Cue | undefined;
  let speaker: string | undefined;
  for (const cue of cues) {
    const other = cue.turns || (cue.speaker !== undefined && cue.speaker !== speaker);
    const ends = /[.!?…]["”’)]?$/u.test(words?.text ?? '');
    const pause = before !== undefined && cue.from - before.to > DEFAULTS.pause && ends;
    if (words === undefined || other || pause || (ends && words.text.length > DEFAULTS.paragraph)) {
      words = { text: cue.speaker !== undefined && other ? `${cue.speaker}: ` : '', places: [] };
      nodes.push({ kind: 'paragraph', words: words satisfies Words });
    } else words.text += ' ';
    words.places.push({
      at: words.text.endsWith(': ') && words.places.length === 0 ? 0 : words.text.length,
      name: timeName(cue.from),
    });
    words.text += cue.text;
    if (other) speaker = cue.speaker;
    before = cue;
  }
  return nodes;
}

/** `754000` as `12:34`, `4354000` as `1:12:34`. */
function timeName(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
