import { unzipSync } from 'fflate';
import { CORPUS_LIMITS } from '../../limits.ts';
import { UnreadableBytes } from '../../reading/decode.ts';
import { unpackedSize } from '../zip.ts';

/** The files of an archive, by their paths in it. */
export type Entries = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks an archive that is a document, when it does not unpack to more than a document has.
 * @param kind what the file should be, for messages
 * @param isWanted which of its files are unpacked
 * @throws {UnreadableBytes}
 */
export function archiveEntries(
  bytes: Uint8Array,
  kind: string,
  isWanted: (path: string) => boolean,
): Entries {
  const size = unpackedSize(bytes, CORPUS_LIMITS.documentBytes);
  if (size === undefined) throw new UnreadableBytes(`The file is not ${kind}.`, 'Save it again, or as .txt.');
  if (size > CORPUS_LIMITS.documentBytes) {
    const fix = 'Copy the article into a .txt file.';
    throw new UnreadableBytes('The document unpacks to more than 100 MB.', fix);
  }
  return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => isWanted(name) })));
}

/** A text file of an archive. */
export function entryText(entries: Entries, path: string): string | undefined {
  const bytes = entries.get(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
