import { randomBytes } from 'node:crypto';
import type { Progress, ReloadReport } from '../../library/index.ts';
import type { CommandContext } from '../command.ts';
import { note } from '../replies/view-parts.ts';
import { counted } from './log-words.ts';
import { reloadedView, reloadingView } from './views/reload-view.ts';

const DEFAULTS = {
  /** Milliseconds between two looks at the progress: Discord lets a message be edited about five times in five seconds. */
  editEvery: 1500,
} as const;

export interface ReloadShow {
  /** Swap even when most of the articles went away. */
  readonly confirmed?: boolean;
  /** What was done to the files before, as Markdown; it stays above the report. */
  readonly done?: string;
  /** The key of a trash entry: it can be put back with a button. */
  readonly undo?: string;
}

/** Reloads the corpus and shows how it goes, in the answer that was deferred before. */
export async function reloadAndShow(context: CommandContext, options: ReloadShow = {}): Promise<void> {
  const { library, reloads, door, user, audit, words } = context;
  const key = randomBytes(6).toString('base64url');
  const signal = reloads.begin(key);
  const watch = showProgress(context, key);
  let report: ReloadReport;
  try {
    report = await library.reload({
      by: user.id,
      signal,
      onProgress: watch.onProgress,
      ...(options.confirmed === true && { confirmed: true }),
    });
  } catch (error) {
    await watch.stop();
    if (!signal.aborted) throw error;
    const cancelled = words.say('corpus.cancelled');
    await door.update(note(options.done === undefined ? cancelled : `${options.done}\n${cancelled}`));
    return;
  } finally {
    reloads.end(key);
  }
  await watch.stop();
  // After a change the log has the change itself.
  if (options.done === undefined)
    await audit.append({ by: user.id, action: 'reload', what: summary(report) });
  await door.update(reloadedView(report, words, options));
}

/** The button "Cancel". */
export async function cancelReload({ reloads, door, words }: CommandContext, key: string): Promise<void> {
  if (reloads.cancel(key)) await door.deferUpdate();
  else await door.send(note(words.say('corpus.nothingToCancel')), { private: true });
}

/** Edits the answer now and then, one edit at a time; a progress that could not be shown is no failure. */
function showProgress({ door, log, words }: CommandContext, key: string) {
  let latest: Progress | undefined;
  let editing = Promise.resolve();
  let busy = false;
  const show = () => {
    if (busy) return;
    busy = true;
    editing = door
      .update(reloadingView(key, latest, words))
      .catch((err: unknown) => log.warn({ err }, 'The progress of a reload could not be shown'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(show, DEFAULTS.editEvery);
  show();
  return {
    onProgress: (progress: Progress) => {
      latest = progress;
    },
    stop: () => {
      clearInterval(timer);
      return editing;
    },
  };
}

function summary({ added, changed, removed, failed, swapped, reason }: ReloadReport): string {
  if (reason !== undefined) return `kept as it was: ${reason.message}`;
  if (!swapped) return 'nothing had changed';
  return `${counted(added.length, 'article')} added, ${changed.length} changed, ${removed.length} removed, ${counted(failed.length, 'error')}`;
}
