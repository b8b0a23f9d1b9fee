/**
 * The known word that was most likely meant: at most a third of its letters differ (Damerau–Levenshtein distance,
 * optimal string alignment), or the word begins with it.
 */
export function nearest<T extends string>(word: string, known: readonly T[]): T | undefined {
  let best: { word: T; distance: number } | undefined;
  for (const candidate of known) {
    const alike = word.startsWith(candidate) || (word.length >= 3 && candidate.startsWith(word));
    const distance = alike ? 0.5 : editDistance(word, candidate);
    const limit = Math.max(1, Math.floor(candidate.length / 3));
    if (distance <= limit && (best === undefined || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word;
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}
