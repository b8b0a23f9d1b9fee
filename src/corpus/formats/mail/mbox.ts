import { createHash } from 'node:crypto';
import { CORPUS_LIMITS } from '../../limits.ts';
import type { ReadEvent } from '../../reading/draft.ts';
import type { CorpusFile } from '../../reading/list-files.ts';
import type { ExportTools } from '../jsonl.ts';
import { readLines } from '../read-lines.ts';

/** Reads a mailbox (`.mbox`) mail by mail, with no more than one in memory; each is an article. */
export async function* readMbox(file: CorpusFile, { heavy, signal }: ExportTools): AsyncGenerator<ReadEvent> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  let ordinal = 0;
  async function* take(): AsyncGenerator<ReadEvent> {
    if (start === 0) return;
    const bytes = Buffer.concat(lines);
    ordinal++;
    if (size > CORPUS_LIMITS.fileBytes) {
      const message = 'The mail is too large; it is left out.';
      yield {
        problem: { severity: 'error', path: file.path, line: start, message, fix: 'Save its text as .txt.' },
      };
      return;
    }
    const { drafts, problems } = await heavy.read({ format: 'mail', bytes, path: file.path });
    for (const problem of problems) yield { problem: { ...problem, severity: 'warning', line: start } };
    const hash = createHash('sha256').update(bytes).digest('hex');
    for (const draft of drafts) yield { draft: { ...draft, line: start, ordinal, fromExport: true, hash } };
  }
  let before = true;
  for await (const { number, bytes, read } of readLines(file.absolute, signal)) {
    const line = bytes ?? new Uint8Array();
    // A mail begins with "From " behind an empty line; within a mail that is written ">From ".
    if (before && startsWith(line, 'From ')) {
      yield* take();
      yield { bytes: read };
      [lines, size, start] = [[], 0, number];
    } else if (start > 0) {
      size += line.length + 1;
      if (size <= CORPUS_LIMITS.fileBytes)
        lines.push(startsWith(line, '>From ') ? line.subarray(1) : line, NEWLINE);
      else lines = [];
    }
    before = line.length === 0 || (line.length === 1 && line[0] === 13);
  }
  yield* take();
  if (start > 0) return;
  const message = 'The file is no mailbox: no line begins a mail ("From …").';
  yield {
    problem: {
      severity: 'error',
      path: file.path,
      message,
      fix: 'Export it again, or save the mails as .eml.',
    },
  };
}

const NEWLINE = Uint8Array.of(10);

function startsWith(line: Uint8Array, words: string): boolean {
  return line.length >= words.length && [...words].every((letter, i) => line[i] === letter.charCodeAt(0));
}
