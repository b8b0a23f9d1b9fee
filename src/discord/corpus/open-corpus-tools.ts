import packageJson from '../../../package.json' with { type: 'json' };
import type { Config } from '../../config/config.ts';
import { openKeeper } from '../../corpus/keep/folder-keeper.ts';
import { describeChange, type Keeper, type KeeperOptions } from '../../corpus/keep/keeper.ts';
import { type FetchOptions, fetchPage } from '../../corpus/links/fetch-page.ts';
import { type FeedHome, openFeeds } from '../../feeds/open-feeds.ts';
import type { Library } from '../../library/index.ts';
import { createAudit } from '../../state/audit.ts';
import { createArrivals } from '../../state/feeds/arrivals.ts';
import { createGaps } from '../../state/gaps.ts';
import type { State } from '../../state/state.ts';
import type { CorpusTools } from '../command.ts';

export interface CorpusToolsOptions {
  readonly config: Config;
  readonly library: Library;
  readonly state: State;
  /** Opens the keeper of a corpus that processes share, which writes the audit log itself. Absent: there is a folder. */
  readonly openShared?:
    | ((options: Omit<KeeperOptions, 'corpus' | 'onChange'>) => Promise<Keeper>)
    | undefined;
  /** Where articles of feeds are written when processes share them. Absent: in the folder. */
  readonly feedHome?: FeedHome | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** For tests, see `FetchOptions`. */
  readonly guard?: FetchOptions['guard'];
}

/** Opens what the corpus is kept with; every change of it goes into the audit log. The caller closes the keeper and what reads feeds. */
export async function openCorpusTools({
  config,
  library,
  state,
  openShared,
  feedHome = { folder: config.corpus },
  now = () => Date.now(),
  guard,
}: CorpusToolsOptions): Promise<CorpusTools> {
  const audit = createAudit({ store: state.audit, now });
  const keeping = {
    followLinks: config.followLinks,
    known: (id: string) => library.current().catalog.byId(id),
    now,
  };
  const keeper =
    openShared === undefined
      ? await openKeeper({
          ...keeping,
          corpus: config.corpus,
          async onChange(change) {
            await audit.append(describeChange(change));
          },
        })
      : await openShared(keeping);
  const gaps = createGaps({
    state,
    days: config.gapsDays,
    terms: (question) => library.terms(question),
    now,
  });
  return {
    library,
    keeper,
    gaps,
    audit,
    arrivals: createArrivals(state.arrivals),
    ...(config.addLinks && { fetchPage }),
    ...(config.feeds && {
      feedTools: openFeeds({ home: feedHome, state, version: packageJson.version, now, guard }),
    }),
  };
}
