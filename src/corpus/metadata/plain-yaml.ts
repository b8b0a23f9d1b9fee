import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { CORPUS_LIMITS } from '../limits.ts';

/** A YAML text that is no more than JSON could say, or why it is not taken. */
export type PlainYaml = { readonly value: unknown; readonly document: Document } | Refusal;

interface Refusal {
  readonly message: string;
  readonly fix: string;
  /** Of the YAML text, 1-based. */
  readonly line?: number;
}

/**
 * Reads the part of YAML that JSON has too: lists, values, and maps with a word for a key. Aliases, maps as keys, tags
 * and deep nesting are refused before any of them is followed: a kilobyte of them can take for ever, or stand for
 * gigabytes.
 */
export function parsePlainYaml(yaml: string): PlainYaml {
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(yaml, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause; // nested too deeply even to be parsed
    return TOO_DEEP;
  }
  const [first] = document.errors;
  if (first) {
    const line = first.code === 'MISSING_CHAR' ? lastQuotedLine(yaml) : lines.linePos(first.pos[0]).line;
    const message = `The front matter is not valid YAML: ${first.message.split('\n')[0]?.replace(/\.?$/, '.')}`;
    const fix = 'Put quotation marks around values that contain a colon, and use spaces instead of tabs.';
    return { message, fix, line };
  }
  try {
    return {
      value: plainValue(document.contents, 0, { left: CORPUS_LIMITS.frontMatterValues }, lines),
      document,
    };
  } catch (cause) {
    if (cause instanceof Refused) return cause.because;
    throw cause;
  }
}

const FIX = 'Write one "key: value" a line.';
const TOO_DEEP = { message: 'The front matter is nested too deeply.', fix: FIX };

/** Ends the reading of a document that says more than JSON could. */
class Refused extends Error {
  readonly because: Refusal;

  constructor(because: Refusal) {
    super(because.message);
    this.because = because;
  }
}

function plainValue(node: unknown, depth: number, room: { left: number }, lines: LineCounter): unknown {
  if (node === null || node === undefined) return null;
  if (isAlias(node)) {
    throw new Refused({
      message: 'The front matter uses YAML aliases, which are not allowed.',
      fix: 'Write the values out.',
    });
  }
  if (depth > CORPUS_LIMITS.frontMatterDepth) throw new Refused(TOO_DEEP);
  if (--room.left < 0) throw new Refused({ message: 'The front matter holds too many values.', fix: FIX });
  if (isScalar(node)) {
    const { value } = node;
    if (value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return value;
  }
  if (isSeq(node)) return node.items.map((item) => plainValue(item, depth + 1, room, lines));
  if (!isMap(node))
    throw new Refused({ message: 'The front matter uses YAML tags, which are not allowed.', fix: FIX });
  const entries = new Map<string, unknown>();
  for (const { key, value } of node.items) {
    if (!isScalar(key) || (typeof key.value === 'object' && key.value !== null))
      throw new Refused({ message: 'A key of the front matter is not a single word.', fix: FIX });
    const name = String(key.value ?? '');
    if (entries.has(name)) {
      throw new Refused({
        message: `The front matter is not valid YAML: the key "${name.slice(0, 40)}" stands there twice.`,
        fix: 'Leave one of the two lines out.',
        line: lines.linePos(key.range?.[0] ?? 0).line,
      });
    }
    entries.set(name, plainValue(value, depth + 1, room, lines));
  }
  return Object.fromEntries(entries);
}

/** An unclosed quotation mark is noticed at the end of the block; the value that opens it is the one to mend. */
function lastQuotedLine(yaml: string): number {
  return 1 + yaml.split(/\r\n|\n|\r/).findLastIndex((line) => /^[^\s#][^:]*:\s*["'[{]/.test(line));
}
