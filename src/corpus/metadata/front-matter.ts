import { trimEndOf } from '../../text/trim-ends.ts';
import type { Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { type Metadata, NO_METADATA } from '../reading/draft.ts';
import { isRecord } from '../reading/is-record.ts';
import { isFactKey } from '../stated-facts/keys.ts';
import { leadingObject } from '../stated-facts/leading-object.ts';
import { parsePlainToml } from '../stated-facts/toml.ts';
import { parseMetadata } from './metadata.ts';
import { parsePlainYaml } from './plain-yaml.ts';

export { isRecord };

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

const FENCES = { '---': 'yaml', '+++': 'toml' } as const;

/**
 * Separates the front matter at the start of a text from the body: YAML between two `---` lines, TOML between two `+++`
 * lines, or a JSON object. A block that cannot be read is reported with its line and the body is kept, without metadata.
 * Only what JSON could say is taken of YAML.
 */
export function parseFrontMatter(source: string, path: string): FrontMatter {
  const none: FrontMatter = {
    metadata: NO_METADATA,
    body: source,
    bodyLine: 1,
    present: false,
    problems: [],
  };
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(source);
  if (!opening) return fromObject(source, path) ?? none;
  const error = (line: number, message: string, fix: string): Problem => ({
    severity: 'error',
    path,
    line,
    message,
    fix,
  });

  const form = FENCES[opening[1] === '+++' ? '+++' : '---'];
  const start = opening[0].length;
  const end = form === 'toml' ? /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/m : /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/m;
  const closing = end.exec(source.slice(start, start + CORPUS_LIMITS.frontMatterLength));
  if (!closing) {
    const fix = `Close it with a line of three ${form === 'toml' ? 'plus signs' : 'hyphens'}, or remove the first line.`;
    return { ...none, problems: [error(1, 'The front matter block is not closed.', fix)] };
  }
  const block = source.slice(start, start + closing.index);
  const bodyStart = start + closing.index + closing[0].length;
  const bodyLine = 1 + countLines(source.slice(0, bodyStart));
  const rest = { body: source.slice(bodyStart), bodyLine, present: true };

  const refuse = (message: string, fix: string, line = 1): FrontMatter => ({
    ...rest,
    metadata: NO_METADATA,
    problems: [error(1 + line, message, fix)],
  });
  const read = form === 'toml' ? parsePlainToml(block) : parsePlainYaml(block);
  if (!('value' in read)) return refuse(read.message, read.fix, read.line);
  const { value } = read;
  if (value === null || value === undefined) return { ...rest, metadata: NO_METADATA, problems: [] };
  if (!isRecord(value))
    return refuse('The front matter is not a list of "key: value" lines.', 'Write one "key: value" a line.');

  const place = { path, line: 2, lineOf: linesOfKeys(block, form === 'toml' ? '=' : ':') };
  return { ...rest, ...parseMetadata(withParams(value), place, true) };
}

function fromObject(source: string, path: string): FrontMatter | undefined {
  const object = leadingObject(source);
  if (object === undefined || !isRecord(object.value)) return undefined;
  const gap = /^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(object.end, object.end + 80))?.[0].length ?? 0;
  const bodyStart = object.end + gap;
  const place = { path, line: 1 };
  return {
    body: source.slice(bodyStart),
    bodyLine: 1 + countLines(source.slice(0, bodyStart)),
    present: true,
    ...parseMetadata(withParams(object.value), place, true),
  };
}

/** What Hugo and Zola put a level deeper counts where nothing else is said: `[params]`, `[extra]`, `[taxonomies]`. */
function withParams(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const deeper = ['taxonomies', 'extra', 'params'].flatMap((key) =>
    isRecord(record[key]) ? [record[key]] : [],
  );
  const known = deeper.map((values) => Object.entries(values).filter(([key]) => isFactKey(key)));
  return { ...Object.fromEntries(known.flat()), ...record };
}

/** The line of the file on which a key of the front matter stands, where it can be told. */
function linesOfKeys(yaml: string, mark: string): (key: string) => number | undefined {
  const lines = new Map<string, number>();
  for (const [i, line] of yaml.split(/\r\n|\n|\r/).entries()) {
    const colon = line.indexOf(mark);
    if (colon < 0) continue;
    const key = trimEndOf(line.slice(0, colon), /[\s"']/).replace(/^["']/, '');
    if (!lines.has(key)) lines.set(key, i + 2);
  }
  return (key) => lines.get(key);
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
