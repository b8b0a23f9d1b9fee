import type { Corpus } from '../corpus/load.ts';
import type { KeptReason } from './reload-report.ts';

const SANITY_DEFAULTS = {
  /** A corpus that shrinks below this share of its articles at once has probably lost a disk. */
  leastShare: 0.5,
  /** Smaller corpora may shrink by hand; only that nothing at all is left is asked about. */
  fewArticles: 10,
} as const;

/** Why the corpus that was just read should not take the place of the one in use; `undefined` when it may. */
export function reasonToKeepOld(
  before: number,
  { articles, readable, readings, problems }: Pick<Corpus, 'articles' | 'readable' | 'readings' | 'problems'>,
  confirmed: boolean,
): KeptReason | undefined {
  if (!readable) {
    const why = problems.find(({ path }) => path === '.');
    return {
      kind: 'unreadable',
      message: `${why?.message ?? 'The corpus cannot be read.'} ${why?.fix ?? ''}`.trim(),
    };
  }
  if (confirmed || before === 0) return undefined;
  const after = articles.length;
  if (after === 0 && readings.size > 0) {
    const message = `None of the ${readings.size} files can be read any more. Mend the files named below, then reload.`;
    return { kind: 'nothing-readable', message };
  }
  const few = before < SANITY_DEFAULTS.fewArticles;
  if (after === 0 || (!few && after < before * SANITY_DEFAULTS.leastShare)) {
    const left = after === 0 ? 'none' : `only ${after}`;
    const message = `Of ${before} articles ${left} would be left: is the folder complete? Confirm if this is meant.`;
    return { kind: 'vanished', message };
  }
  return undefined;
}
