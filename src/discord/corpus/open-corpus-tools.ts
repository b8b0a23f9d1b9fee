import type { Config } from '../../config/config.ts';
import { openKeeper } from '../../corpus/keep/folder-keeper.ts';
import { describeChange, type Keeper, type KeeperOptions } from '../../corpus/keep/keeper.ts';
import { fetchPage } from '../../corpus/links/fetch-page.ts';
import type { Library } from '../../library/index.ts';
import { createAudit } from '../../state/audit.ts';
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
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Opens what the corpus is kept with; every change of it goes into the audit log. The caller closes the keeper. */
export async function openCorpusTools({
  config,
  library,
  state,
  openShared,
  now = () => Date.now(),
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
  return { library, keeper, gaps, audit, ...(config.addLinks && { fetchPage }) };
}
