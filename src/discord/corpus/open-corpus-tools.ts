import type { Config } from '../../config/config.ts';
import { openKeeper } from '../../corpus/keep/folder-keeper.ts';
import type { Change, Keeper } from '../../corpus/keep/keeper.ts';
import { fetchPage } from '../../corpus/links/fetch-page.ts';
import type { Library } from '../../library/index.ts';
import { type Audit, createAudit } from '../../state/audit.ts';
import { createGaps } from '../../state/gaps.ts';
import type { State } from '../../state/state.ts';
import type { CorpusTools } from '../command.ts';

export interface CorpusToolsOptions {
  readonly config: Config;
  readonly library: Library;
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Opens what the corpus is kept with; every change of it goes into the audit log. The caller closes the keeper. */
export async function openCorpusTools({
  config,
  library,
  state,
  now = () => Date.now(),
}: CorpusToolsOptions): Promise<CorpusTools> {
  const audit = createAudit({ store: state.audit, now });
  const keeper: Keeper = await openKeeper({
    corpus: config.corpus,
    followLinks: config.followLinks,
    known: (id) => library.current().catalog.byId(id),
    now,
    onChange: (change) => record(audit, change),
  });
  const gaps = createGaps({
    state,
    days: config.gapsDays,
    terms: (question) => library.terms(question),
    now,
  });
  return { library, keeper, gaps, audit, ...(config.addLinks && { fetchPage }) };
}

async function record(audit: Audit, { by, action, title, path }: Change): Promise<void> {
  await audit.append({ by, action, what: title === path ? path : `${title} (${path})` });
}
