import { openKeeper } from '../corpus/keep/folder-keeper.ts';
import { describeChange, type Keeper, KeeperError, type KeeperOptions } from '../corpus/keep/keeper.ts';
import { isPassing, postgresTrouble } from '../state/postgres/postgres-errors.ts';
import type { SharedCorpus } from './shared-corpus.ts';

/**
 * Keeps the corpus of several processes: every change is made in this one's folder and in the database, or in neither, and
 * the audit log has it from the same transaction.
 * @param options `corpus` and `onChange` are the shared corpus's own
 */
export async function openSharedKeeper(
  shared: SharedCorpus,
  options: Omit<KeeperOptions, 'corpus' | 'onChange'>,
): Promise<Keeper> {
  const inner = await openKeeper({
    ...options,
    corpus: shared.folder,
    onChange: (change) => shared.note(describeChange(change)),
  });
  const change = <T>(work: () => Promise<T>) => inWords(() => shared.change(work));
  /** Another process may have made the draft, or filled the trash; while the database is away, what is known here must do. */
  const upToDate = async () => {
    await shared
      .turn(() => shared.pull())
      .catch((error: unknown) => {
        if (!isPassing(error)) throw error;
      });
  };
  return {
    async preview(source) {
      // Reading may take long, and nobody else knows this draft yet: others need not wait for it.
      const preview = await inner.preview(source);
      await change(async () => undefined);
      return preview;
    },
    revise: (draft, facts) => change(() => inner.revise(draft, facts)),
    async draft(draft) {
      await upToDate();
      return inner.draft(draft);
    },
    save: (draft, by) => change(() => inner.save(draft, by)),
    discard: (draft) => change(() => inner.discard(draft)),
    facts: (article) => inner.facts(article),
    edit: (article, facts, by) => change(() => inner.edit(article, facts, by)),
    remove: (article, by) => change(() => inner.remove(article, by)),
    async trash() {
      await upToDate();
      return inner.trash();
    },
    restore: (entry, by) => change(() => inner.restore(entry, by)),
    exportCorpus: (articles, limit) => inner.exportCorpus(articles, limit),
    close: () => inner.close(),
  };
}

/** A database that stays away is told as the keeper tells of a disk. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isPassing(cause)) throw cause;
    throw new KeeperError('disk', `Nothing was changed: ${postgresTrouble(cause)}. Try again in a moment.`, {
      cause,
    });
  }
}
