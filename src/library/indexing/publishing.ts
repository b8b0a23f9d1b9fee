import type { Article } from '../../corpus/article.ts';
import { bodySizes } from '../../corpus/kept-article.ts';
import type { Segment } from '../../search/segment.ts';
import { INDEX_DEFAULTS } from './index-tools.ts';

/** Each corpus that answers has so many times the sentences of the one before: making one ready takes its time, too. */
const GROWTH = 1.25;

/** Whether indexing takes so long that some of the articles are to answer meanwhile. @param from bytes */
export function isLarge(articles: readonly Article[], from: number = INDEX_DEFAULTS.meanwhile.from): boolean {
  return bodySizes(articles) >= from;
}

/**
 * Indexes a corpus, and lets what is done answer.
 * @param index does it all, and calls its argument with all segments so far whenever there is one more
 * @param use has some segments answer
 * @param told is told of the end, when some of it answered before
 * @returns when the first segments answer; rejects when it fails before
 */
export async function answerMeanwhile(
  index: (onSegment: (segments: readonly Segment[]) => void) => Promise<void>,
  use: (segments: readonly Segment[]) => void,
  told: { readonly onWhole: () => void; readonly onError: (error: unknown) => void },
): Promise<void> {
  let used = 0;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const whole = index((segments) => {
    const sentences = segments.reduce((sum, { sentenceCount }) => sum + sentenceCount, 0);
    if (sentences === 0 || sentences < GROWTH * used) return;
    used = sentences;
    use([...segments]);
    resolve();
  });
  whole.then(
    () => {
      if (used > 0) told.onWhole();
      resolve();
    },
    (error: unknown) => (used > 0 ? told.onError(error) : reject(error)),
  );
  await promise;
}
