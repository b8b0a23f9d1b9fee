import { loadTools, type Tools } from '../answer/load-tools.ts';
import { createSentenceEnds, type SentenceEnds } from '../text/sentence-boundaries.ts';
import type { Library, LibraryOptions } from './contract.ts';
import { LiveLibrary } from './live-library.ts';

export type { Library, LibraryOptions } from './contract.ts';
export type { SegmentFiles, SegmentShare } from './indexing/segment-share.ts';
export type { LibraryStatus, Progress, ReloadOptions, ReloadReport } from './reload-report.ts';
export type { Snapshot } from './snapshot.ts';
export { codeVersion } from './stored/code-version.ts';
export { openIndexFolder } from './stored/index-folder.ts';
export type { IndexStore } from './stored/index-store.ts';

/**
 * Reads the corpus and makes it ready to answer. Whoever opens several gives all of them one set of tools: a language
 * model that was loaded keeps its memory. Mistakes in files are problems of the snapshot, not errors.
 * @throws when the signal aborts, or when the installation lacks its language model
 */
export function openLibrary(
  options: LibraryOptions,
  tools: Tools = loadTools(),
  ends: SentenceEnds = createSentenceEnds(tools.language.lexicon),
): Promise<Library> {
  return LiveLibrary.open(options, tools, ends);
}
