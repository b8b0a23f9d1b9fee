import { open } from 'node:fs/promises';

/** The export of a site as one XML file: WordPress's (WXR), or MediaWiki's. */
export type DumpKind = 'wordpress' | 'mediawiki';

/** Which export an XML file is, by its beginning; undefined for a feed, or when it can't be looked at. */
export async function dumpKind(absolute: string): Promise<DumpKind | undefined> {
  try {
    await using handle = await open(absolute);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    if (/<mediawiki[\s>]/.test(head)) return 'mediawiki';
    return head.includes('wordpress.org/export/') ? 'wordpress' : undefined;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}
