import { z } from 'zod';
import type { ByteSource } from '../../search/bytes/byte-source.ts';
import { layOutSections, openSections } from '../../search/bytes/sections.ts';

const About = z.object({ version: z.string(), names: z.array(z.string()) });

/** A manifest as it lies in its file, with what its keeper has to know of it. */
export interface ManifestFile {
  /** Of the program that wrote it. */
  readonly version: string;
  /** The files that it needs. */
  readonly names: readonly string[];
  readonly manifest: Uint8Array;
}

export function storeManifest({ version, names, manifest }: ManifestFile): Uint8Array[] {
  const about = Buffer.from(JSON.stringify({ version, names }));
  return layOutSections(
    new Map([
      ['about', about],
      ['manifest', manifest],
    ]),
  );
}

/** @throws when the file is damaged, or of another machine */
export function readManifest(source: ByteSource): ManifestFile {
  const sections = openSections(source);
  const about = About.parse(JSON.parse(Buffer.from(sections.whole('about')).toString()));
  return { ...about, manifest: sections.whole('manifest') };
}
