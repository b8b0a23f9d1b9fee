import { createHash } from 'node:crypto';
import { dumpKind } from '../formats/dump/kind.ts';
import { readDump } from '../formats/dump/read.ts';
import type { HeavyReader } from '../formats/heavy-reader.ts';
import { type ExportTools, readJsonl } from '../formats/jsonl.ts';
import { readMbox } from '../formats/mail/mbox.ts';
import { heavyFormat, type Parsed } from '../formats/parse.ts';
import { readPlain } from '../formats/plain.ts';
import { looksLikeWikitext } from '../formats/wikitext/detect.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import type { FieldNames } from '../settings/field-names.ts';
import { UnreadableBytes } from './decode.ts';
import type { ReadEvent } from './draft.ts';
import { type CorpusFile, knownExtension, reason } from './list-files.ts';
import type { ReadAhead } from './read-ahead.ts';
import { readRegularFile } from './regular-file.ts';

/** How a file is to be read beside what its format says. */
export interface ReadingWays {
  readonly signal?: AbortSignal | undefined;
  /** Which fields of its JSON objects say what, by its folder's settings. */
  readonly fields?: FieldNames | undefined;
  /** Reads the files that are no exports. */
  readonly ahead?: Pick<ReadAhead, 'read'> | undefined;
}

/**
 * Reads one file with the reader of its extension. What goes wrong becomes a problem; nothing is thrown but aborts. Of
 * very many problems only the first are told, and the others counted.
 */
export async function* readCorpusFile(
  file: CorpusFile,
  heavy: HeavyReader,
  { signal, fields, ahead }: ReadingWays = {},
): AsyncGenerator<ReadEvent> {
  let problems = 0;
  for await (const event of readEvents(file, { heavy, signal, fields }, ahead)) {
    if (!('problem' in event) || ++problems <= CORPUS_LIMITS.problemsTold) yield event;
  }
  const left = problems - CORPUS_LIMITS.problemsTold;
  if (left <= 0) return;
  const message = `The file has ${left.toLocaleString('en-US')} more problems, which are not listed.`;
  yield { problem: { severity: 'error', path: file.path, message, fix: 'Mend the ones above first.' } };
}

async function* readEvents(
  file: CorpusFile,
  tools: ExportTools,
  ahead: ReadingWays['ahead'],
): AsyncGenerator<ReadEvent> {
  const error = (message: string, fix: string): ReadEvent => ({
    problem: { severity: 'error', path: file.path, message, fix },
  });
  const extension = knownExtension(file.path);
  const reader = await exportReader(file, extension);
  if (file.size === 0) {
    yield error('The file is empty.', 'Paste the article into it, or delete it.');
    return;
  }
  if (reader === undefined && file.size > CORPUS_LIMITS.fileBytes) {
    const size = `${Math.round(file.size / 1024 / 1024)} MB`;
    const limit = `${CORPUS_LIMITS.fileBytes / 1024 / 1024} MB`;
    yield error(
      `The file is too large (${size}; the limit for one article is ${limit}).`,
      'Split it, or make it a .jsonl export.',
    );
    return;
  }
  try {
    if (reader !== undefined) yield* reader(file, tools);
    else {
      const limit = CORPUS_LIMITS.fileBytes;
      const bytes = await (ahead?.read(file, limit) ?? readRegularFile(file.absolute, limit));
      yield* readWhole(bytes, file, tools);
    }
  } catch (cause) {
    if (tools.signal?.aborted) throw cause;
    if (cause instanceof UnreadableBytes) yield error(cause.message, cause.fix);
    else
      yield error(
        `The file cannot be read: ${reason(cause)}.`,
        'Check that it is complete and that the bot may read it.',
      );
  }
}

type ExportReader = (file: CorpusFile, tools: ExportTools) => AsyncGenerator<ReadEvent>;

/** The reader of a file that holds many articles, one after the other; undefined for all others. */
async function exportReader(
  file: CorpusFile,
  extension: string | undefined,
): Promise<ExportReader | undefined> {
  if (extension === '.jsonl' || extension === '.jsonl.gz') return readJsonl;
  if (extension === '.mbox') return readMbox;
  const kind = extension === '.xml' ? await dumpKind(file.absolute) : undefined;
  return kind && ((dump, tools) => readDump(dump, kind, tools));
}

async function* readWhole(
  bytes: Uint8Array,
  file: CorpusFile,
  { heavy, fields }: ExportTools,
): AsyncGenerator<ReadEvent> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { drafts, problems } = await readBytes(bytes, file.path, heavy, fields);
  for (const problem of problems) yield { problem };
  for (const draft of drafts) yield { draft: draft.fromExport ? draft : { ...draft, hash } };
  yield { bytes: file.size };
}

/** Reads the bytes of a file that is no export with the reader of its extension. */
export async function readBytes(
  bytes: Uint8Array,
  path: string,
  heavy: Pick<HeavyReader, 'read'>,
  fields?: FieldNames,
): Promise<Parsed> {
  const format = heavyFormat(knownExtension(path));
  if (format !== undefined) return heavy.read({ format, bytes, path, fields });
  const { draft, problems } = readPlain(bytes, path);
  if (looksLikeWikitext(draft.text)) return heavy.read({ format: 'wikitext', bytes, path });
  return { drafts: [draft], problems };
}
