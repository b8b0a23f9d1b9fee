import { loadTools } from './answer/tools.ts';
import type { Library, LibraryOptions } from './library/contract.ts';
import { LiveLibrary } from './library/live-library.ts';
import { createSentenceEnds } from './text/sentence-boundaries.ts';

export type { Library, LibraryOptions } from './library/contract.ts';
export type { LibraryStatus, Progress, ReloadOptions, ReloadReport } from './library/report.ts';

/**
 * Reads the corpus and makes it ready to answer. Mistakes in files are problems of the snapshot, not errors.
 * @throws when the signal aborts, or when the installation lacks its language model
 */
export function openLibrary(options: LibraryOptions): Promise<Library> {
  return LiveLibrary.open(options, loadTools(), createSentenceEnds());
}
