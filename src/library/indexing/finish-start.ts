import { finishPaced, type Pace } from '../../scheduling/steps.ts';
import { openSections } from '../../search/bytes/sections.ts';
import type { Segment } from '../../search/segment.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * What a start from stored files leaves for when it answers already. Makes what suggestions need; then checks the files of
 * the segments as a whole: lists of postings are else read without a check, the words of an article when they are asked for.
 * @returns what is wrong with the first file that is damaged or can't be read (or why the work was ended)
 */
export async function finishStart(
  { catalog }: Pick<Snapshot, 'catalog'>,
  segments: readonly Segment[],
  pace: Pace,
): Promise<unknown> {
  try {
    await finishPaced(catalog.prepare(), pace);
    for (const { file } of segments) await finishPaced(openSections(file.source).check(), pace);
    return undefined;
  } catch (error) {
    return error;
  }
}
