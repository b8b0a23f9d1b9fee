import { z } from 'zod';
import type { CorpusName } from '../../answer/sentence/name-index.ts';
import type { ByteSource } from '../../search/bytes/byte-source.ts';
import { layOutSections, openSections } from '../../search/bytes/sections.ts';

const Names = z.array(z.tuple([z.string(), z.number()]));

/** The names of a corpus as the parts of a file. */
export function encodeNames(names: readonly CorpusName[]): Uint8Array[] {
  const rows: z.input<typeof Names> = names.map(({ name, count }) => [name, count]);
  return layOutSections(new Map([['names', Buffer.from(JSON.stringify(rows))]]));
}

/** @throws when the file is not what `encodeNames` made */
export function decodeNames(source: ByteSource): CorpusName[] {
  const json: unknown = JSON.parse(Buffer.from(openSections(source).whole('names')).toString());
  return Names.parse(json).map(([name, count]) => ({ name, count }));
}
