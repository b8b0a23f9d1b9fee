import { trimEndOf } from '../text/ends.ts';
import type { Problem } from './article.ts';
import { type Metadata, NO_METADATA } from './draft.ts';
import { CORPUS_LIMITS } from './limits.ts';
import { parseMetadata } from './metadata.ts';
import { parsePlainYaml } from './plain-yaml.ts';

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
 * is reported with its line and the body is kept, without metadata. Only what JSON could say is taken of YAML.
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

  const refuse = (message: string, fix: string, line = 1): FrontMatter => ({
    ...rest,
    metadata: NO_METADATA,
    problems: [error(1 + line, message, fix)],
  });
  const read = parsePlainYaml(yaml);
  if (!('value' in read)) return refuse(read.message, read.fix, read.line);
  const { value } = read;
  if (value === null || value === undefined) return { ...rest, metadata: NO_METADATA, problems: [] };
  if (!isRecord(value))
    return refuse('The front matter is not a list of "key: value" lines.', 'Write one "key: value" a line.');

  const place = { path, line: 2, lineOf: linesOfKeys(yaml) };
  return { ...rest, ...parseMetadata(value, place, true) };
}

/** Whether a parsed value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line of the file on which a key of the front matter stands, where it can be told. */
function linesOfKeys(yaml: string): (key: string) => number | undefined {
  const lines = new Map<string, number>();
  for (const [i, line] of yaml.split(/\r\n|\n|\r/).entries()) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = trimEndOf(line.slice(0, colon), /[\s"']/).replace(/^["']/, '');
    if (!lines.has(key)) lines.set(key, i + 2);
  }
  return (key) => lines.get(key);
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
