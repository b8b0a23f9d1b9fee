import type { Article } from '../corpus/article.ts';
import type { ReloadReport } from '../library/index.ts';

/** What became of an article: whether it was there before the first reload, and is after the second. */
interface Fate {
  readonly article: Article;
  readonly was: boolean;
  readonly is: boolean;
}

/** What two reloads did, one after the other, as if it had been one. */
export function joinReports(first: ReloadReport, second: ReloadReport): ReloadReport {
  const fates = new Map<string, Fate>();
  for (const { added, changed, removed } of [first, second]) {
    const tell = (articles: readonly Article[], before: boolean, is: boolean) => {
      for (const article of articles)
        fates.set(article.id, { article, was: fates.get(article.id)?.was ?? before, is });
    };
    tell(added, false, true);
    tell(changed, true, true);
    tell(removed, true, false);
  }
  const those = (was: boolean, is: boolean) =>
    [...fates.values()].filter((fate) => fate.was === was && fate.is === is).map(({ article }) => article);
  return {
    ...second,
    added: those(false, true),
    changed: those(true, true),
    removed: those(true, false),
    before: first.before,
    ms: first.ms + second.ms,
    swapped: first.swapped || second.swapped,
  };
}
