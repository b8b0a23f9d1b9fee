import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from './article.ts';
import { type Metadata, NO_METADATA } from './draft.ts';
import { CORPUS_LIMITS } from './limits.ts';
import { parseMetadata } from './metadata.ts';

/** A text file's parts: what its front matter says, and the rest. */
export interface FrontMatter {
  readonly metadata: Metadata;
  readonly body: string;
  /** Line of the file where `body` starts, 1-based. */
  readonly bodyLine: number;
  /** Whether the file has a front matter block, sound or not. */
  readonly present: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Separates the YAML block between two `---` lines at the start of a text from the body. A block that cannot be read
 * is reported with its line and the body is kept, without metadata. Anchors and aliases are refused: a few lines of
 * them can stand for gigabytes.
 */
export function parseFrontMatter(source: string, path: string): FrontMatter {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(source);
  const none: FrontMatter = {
    metadata: NO_METADATA,
    body: source,
    bodyLine: 1,
    present: false,
    problems: [],
  };
  if (!opening) return none;
  const error = (line: number, message: string, fix: string): Problem => ({
    severity: 'error',
    path,
    line,
    message,
    fix,
  });

  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/m.exec(
    source.slice(start, start + CORPUS_LIMITS.frontMatterLength),
  );
  if (!closing) {
    const fix = 'Close it with a line of three hyphens, or remove the first line.';
    return { ...none, problems: [error(1, 'The front matter block is not closed.', fix)] };
  }
  const yaml = source.slice(start, start + closing.index);
  const bodyStart = start + closing.index + closing[0].length;
  const bodyLine = 1 + countLines(source.slice(0, bodyStart));
  const rest = { body: source.slice(bodyStart), bodyLine, present: true };

  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [first] = document.errors;
  if (first) {
    const line =
      1 + (first.code === 'MISSING_CHAR' ? lastQuotedLine(yaml) : lines.linePos(first.pos[0]).line);
    const message = `The front matter is not valid YAML: ${first.message.split('\n')[0]?.replace(/\.?$/, '.')}`;
    const fix = 'Put quotation marks around values that contain a colon, and use spaces instead of tabs.';
    return { ...rest, metadata: NO_METADATA, problems: [error(line, message, fix)] };
  }
  const refuse = (message: string, fix: string): FrontMatter => ({
    ...rest,
    metadata: NO_METADATA,
    problems: [error(2, message, fix)],
  });
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    return refuse('The front matter uses YAML aliases, which are not allowed.', 'Write the values out.');
  }
  if (value === null || value === undefined) return { ...rest, metadata: NO_METADATA, problems: [] };
  if (!isRecord(value))
    return refuse('The front matter is not a list of "key: value" lines.', 'Write one "key: value" a line.');

  const place = { path, line: 2, lineOf: (key: string) => lineOfKey(yaml, key) };
  return { ...rest, ...parseMetadata(value, place, true) };
}

/** Whether a parsed value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineOfKey(yaml: string, key: string): number | undefined {
  const index = yaml.split(/\r\n|\n|\r/).findIndex((line) => /^["']?(.*?)["']?\s*:/.exec(line)?.[1] === key);
  return index < 0 ? undefined : index + 2;
}

/** An unclosed quotation mark is noticed at the end of the block; the value that opens it is the one to mend. */
function lastQuotedLine(yaml: string): number {
  return 1 + yaml.split(/\r\n|\n|\r/).findLastIndex((line) => /^[^\s#][^:]*:\s*["'[{]/.test(line));
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
