import { finishPaced, type Pace } from '../../scheduling/steps.ts';
import { openSections } from '../../search/bytes/sections.ts';
import type { Segment } from '../../search/segment.ts';

/**
 * Checks the files of some segments as a whole: lists of postings are else read without a check, the words of an article
 * when they are asked for.
 * @returns what is wrong with the first that is damaged or can't be read (or why the work was ended)
 */
export async function findDamage(segments: readonly Segment[], pace: Pace): Promise<unknown> {
  try {
    for (const { file } of segments) await finishPaced(openSections(file.source).check(), pace);
    return undefined;
  } catch (error) {
    return error;
  }
}
