import { parse, TomlDate, TomlError } from 'smol-toml';
import { CORPUS_LIMITS } from '../limits.ts';

/** A TOML text as plain values, dates as their text; or what is wrong and on which line. */
export type PlainToml =
  | { readonly value: Record<string, unknown> }
  | { readonly message: string; readonly fix: string; readonly line: number };

/** Reads the TOML between two lines of `+++`, as Hugo and Zola write it. */
export function parsePlainToml(toml: string): PlainToml {
  try {
    const room = { left: CORPUS_LIMITS.frontMatterValues };
    return { value: plainTable(parse(toml, { maxDepth: CORPUS_LIMITS.frontMatterDepth }), room) };
  } catch (cause) {
    if (cause instanceof TooMany)
      return { message: 'The front matter holds too many values.', fix: FIX, line: 1 };
    if (!(cause instanceof TomlError)) throw cause;
    const [what = ''] = cause.message.replace(/^Invalid TOML document: /, '').split('\n');
    return {
      message: `The front matter is not valid TOML: ${what.replace(/\.?$/, '.')}`,
      fix: FIX,
      line: cause.line,
    };
  }
}

const FIX = 'Write one key = "value" a line.';

class TooMany extends Error {}

function plainTable(
  table: Readonly<Record<string, unknown>>,
  room: { left: number },
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, plain(value, room)]));
}

function plain(value: unknown, room: { left: number }): unknown {
  if (--room.left < 0) throw new TooMany();
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item, room));
  if (typeof value !== 'object' || value === null) return value;
  return plainTable(Object.fromEntries(Object.entries(value)), room);
}
