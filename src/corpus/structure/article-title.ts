import { knownExtension } from '../reading/list-files.ts';
import type { OutlineNode } from './outline.ts';

/** Names that say what a file is for, not what is in it. */
const MEANINGLESS =
  /^(?:(?:readme|index|home|main|page|chapter|ch|section|sec|part|article|doc|document|untitled|file|new|note|text|unit|module|lesson|episode|ep|m)[\s\d.]*)$/iu;

/**
 * The title that a source's headings give its file: the heading above all the others. A heading that is only the first
 * of several sections is none when the file's own name says something.
 */
export function titleOf(outline: readonly OutlineNode[], path: string): string | undefined {
  const headings = outline.flatMap((node, i) =>
    node.kind === 'heading' && node.words.text !== '' ? [{ ...node, i }] : [],
  );
  const [first] = headings;
  if (first === undefined) return undefined;
  const top = Math.min(...headings.map(({ level }) => level));
  const highest = headings.filter(({ level }) => level === top);
  const isAbove = highest[0] === first && highest.length === 1;
  const opens = outline.slice(0, first.i).every(({ kind }) => kind === 'code' || kind === 'caption');
  const words = first.words.text.replace(/\n/g, ' ');
  if (top === 1 && isAbove) return words;
  if (opens && (isAbove || first.level === 1)) return words;
  return opens && isMeaningless(baseName(path)) ? words : undefined;
}

/** A file's name as words, without its folders and its extension. */
export function baseName(path: string): string {
  const base = path.slice(0, path.length - (knownExtension(path)?.length ?? 0));
  const file = base.slice(base.lastIndexOf('/') + 1);
  // The day before a title (Jekyll's way) is no part of it.
  const name = file.replace(/^(?:19|20)\d{2}-\d{2}-\d{2}[-_ ]+(?=\S)/u, '');
  return name.replace(/[-_\s]+/gu, ' ').trim() || name;
}

/** A name that says what a file is for, or counts it: "index", "ch 03". */
export function isMeaningless(name: string): boolean {
  return MEANINGLESS.test(name) || !/\p{L}{3}/u.test(name);
}
