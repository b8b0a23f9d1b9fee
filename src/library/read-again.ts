import type { Article } from '../corpus/article.ts';
import type { HeavyReader } from '../corpus/formats/heavy-reader.ts';
import { type Corpus, loadCorpus } from '../corpus/load.ts';
import { liveArticles } from '../search/segment.ts';
import type { EarlyIndex } from './indexing/early-index.ts';
import type { ReloadOptions } from './reload-report.ts';
import type { CorpusCache } from './stored/corpus-cache.ts';
import type { CorpusState } from './stored/stored-corpus.ts';

/** Of whoever waits for a corpus. */
export type Steps = Pick<ReloadOptions, 'onProgress' | 'signal'>;

interface ReadingTools {
  readonly now: () => number;
  readonly cache: Pick<CorpusCache, 'aside'>;
  readonly heavy: HeavyReader;
  readonly followLinks: boolean;
  /** Indexes what has been read meanwhile. */
  readonly early?: EarlyIndex;
}

/**
 * Reads what has changed in a corpus since it was read before.
 * @param path of a folder or a file
 * @throws only the signal's reason, when it was aborted
 */
export function readAgain(
  path: string,
  earlier: CorpusState,
  { cache, early, ...tools }: ReadingTools,
  { signal, onProgress }: Steps,
): Promise<Corpus> {
  const aside = cache.aside();
  const keep = early === undefined ? aside : (article: Article) => keepEarly(article, early, aside);
  const articles = earlier.segments.flatMap((each) =>
    Array.from(liveArticles(each), ([, article]) => article),
  );
  return loadCorpus(path, {
    ...tools,
    earlier: { ...earlier, articles },
    ...(keep && { keep }),
    ...(early && { room: () => early.room() }),
    ...(signal && { signal }),
    onProgress: (done, total) => {
      early?.look(done, total);
      onProgress?.({ step: 'reading', done, total });
    },
  });
}

/** What is not indexed needs no memory either. */
function keepEarly(
  article: Article,
  early: EarlyIndex,
  aside: ((article: Article) => Article) | undefined,
): Article {
  const taken = early.take(article);
  return taken === article && aside !== undefined ? aside(article) : taken;
}
