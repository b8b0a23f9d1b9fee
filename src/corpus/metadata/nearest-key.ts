import { editDistance } from '../../text/edit-distance.ts';

/**
 * The known word that was most likely meant: at most a third of its letters differ (Damerau–Levenshtein distance,
 * optimal string alignment), or the word begins with it.
 */
export function nearest<T extends string>(word: string, known: readonly T[]): T | undefined {
  let best: { word: T; distance: number } | undefined;
  for (const candidate of known) {
    const alike = word.startsWith(candidate) || (word.length >= 3 && candidate.startsWith(word));
    const limit = Math.max(1, Math.floor(candidate.length / 3));
    const distance = alike ? 0.5 : editDistance(word, candidate, limit);
    if (distance <= limit && (best === undefined || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word;
}
