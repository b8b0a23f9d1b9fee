import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { CalendarDate } from '../../corpus/article.ts';
import { parseCalendarDate } from '../../corpus/metadata/parse-day.ts';
import type { DateExpression } from '../../timeline/dated-event.ts';
import { findDates } from '../../timeline/dates/find-dates.ts';
import { InputError, parseLine } from '../input-lines.ts';
import type { Io } from '../io.ts';
import { printable } from '../printing/problem-lines.ts';

export interface DatesCommand {
  /** Absent: standard input. */
  readonly file?: string | undefined;
  /** The day the text was published, in free form; a line of JSON may have its own. */
  readonly reference?: string | undefined;
  readonly json: boolean;
}

const textLine = z.object({
  id: z.union([z.string(), z.number()]),
  reference: z.string().nullish(),
  text: z.string(),
});

/**
 * Prints the expressions of time in a text with what they mean. Lines of `{id, reference, text}` are each answered with
 * a line `{id, expressions}`; any other text is read as one, as JSON or for people.
 *
 * @param input standard input
 * @throws {InputError} when the file can't be read, a line does not fit or the reference is no day
 */
export async function printDates(
  { file, reference, json }: DatesCommand,
  input: AsyncIterable<Uint8Array | string>,
  io: Io,
): Promise<void> {
  const day = reference === undefined ? undefined : readDay(reference, '--reference');
  const name = file ?? 'standard input';
  const text = file === undefined ? await readAll(input) : await readText(file);
  if (!isJsonLines(name, text)) {
    const found = findDates(text, day);
    io.out(json ? `${JSON.stringify({ expressions: found.map(toJson) })}\n` : toText(found));
    return;
  }
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${name}:${at + 1}`;
    const record = parseLine(line, textLine, place);
    const own = record.reference ? readDay(record.reference, `${place}: reference`) : day;
    const expressions = findDates(record.text, own).map(toJson);
    io.out(`${JSON.stringify({ id: record.id, expressions })}\n`);
  }
}

function isJsonLines(name: string, text: string): boolean {
  return /\.jsonl(?:\.gz)?$/i.test(name) || /^\s*\{\s*"/.test(text);
}

function readDay(text: string, where: string): CalendarDate {
  const read = parseCalendarDate(text);
  if (read.ok) return read.date;
  throw new InputError(`${where} "${text}" is not a day; write it as 2021-06-05`);
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    const plain = file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes;
    return plain.toString('utf8');
  } catch (cause) {
    throw new InputError(`${file} can't be read: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

async function readAll(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function toJson(expression: DateExpression): Record<string, unknown> {
  const { start, end, text, type, value, from, to, precision, basis, ...more } = expression;
  const place = { from: from ?? null, to: to ?? null, precision: precision ?? null };
  return { start, end, text, type, value, ...place, basis, ...more };
}

function toText(found: readonly DateExpression[]): string {
  if (found.length === 0) return 'No expression of time was found.\n';
  return found
    .map(({ start, end, text, type, value, from, to }) => {
      const days = from === undefined ? 'not placed' : from === to ? from : `${from} to ${to}`;
      return `${start}-${end}  ${printable(text)}  ${type} ${value}  ${days}\n`;
    })
    .join('');
}
