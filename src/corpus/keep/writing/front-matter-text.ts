import { Document } from 'yaml';
import { isRecord, parseFrontMatter } from '../../metadata/front-matter.ts';
import { METADATA_KEYS } from '../../metadata/metadata.ts';
import { parsePlainYaml } from '../../metadata/plain-yaml.ts';
import type { Metadata } from '../../reading/draft.ts';

/** Longer lines are not folded: each key stays on a line of its own. */
const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/**
 * A text with front matter that says what `metadata` says; the body is kept to the last character. Keys that are not
 * ours and comments in a block that is there already stay. What is written is read back as the same.
 */
export function withFrontMatter(source: string, metadata: Metadata): string {
  const { body, present } = parseFrontMatter(source, '');
  if (present) {
    const revised = fence(reviseBlock(source.slice(0, source.length - body.length), metadata), body);
    if (revised !== undefined && isReadAs(revised, metadata, body)) return revised;
  }
  return fence(newBlock(metadata), present ? body : bodyOf(source, body)) ?? body;
}

/** What the front matter of a text, and its body, are read as. */
function isReadAs(text: string, metadata: Metadata, body: string): boolean {
  const read = parseFrontMatter(text, '');
  const ours = read.problems.every(({ severity }) => severity !== 'error');
  return (
    ours &&
    read.body === body &&
    JSON.stringify(entriesOf(read.metadata)) === JSON.stringify(entriesOf(metadata))
  );
}

/** A block that is not closed is part of the text; its first line must not close or open another one. */
function bodyOf(source: string, body: string): string {
  return source === body ? body.replace(/^\uFEFF/, '') : body;
}

function reviseBlock(block: string, metadata: Metadata): string | undefined {
  const yaml = block
    .replace(/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/, '')
    .replace(/(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/, '');
  const read = parsePlainYaml(yaml.replace(/\r\n?/g, '\n'));
  if (!('value' in read)) return undefined;
  const { document, value } = read;
  const known = isRecord(value) ? value : {};
  try {
    const wanted = new Map<string, unknown>(entriesOf(metadata));
    for (const key of METADATA_KEYS) {
      if (!wanted.has(key)) document.delete(key);
      else if (JSON.stringify(known[key]) !== JSON.stringify(wanted.get(key)))
        document.set(key, wanted.get(key));
    }
    return document.toString(STYLE);
  } catch {
    // Not a list of keys: a block of our own takes its place.
    return undefined;
  }
}

function newBlock(metadata: Metadata): string {
  return new Document(Object.fromEntries(entriesOf(metadata)), { aliasDuplicateObjects: false }).toString(
    STYLE,
  );
}

function fence(yaml: string | undefined, body: string): string | undefined {
  if (yaml === undefined) return undefined;
  const lines = yaml.trim() === '{}' ? '' : `${yaml.trimEnd()}\n`;
  return `---\n${lines}---\n${body}`;
}

/** What is known, in the order in which it is written. */
function entriesOf(metadata: Metadata): [string, unknown][] {
  return METADATA_KEYS.flatMap((key): [string, unknown][] => {
    const value = metadata[key];
    return value === undefined || value.length === 0 ? [] : [[key, value]];
  });
}
