import { UnreadableBytes } from '../reading/decode.ts';
import { reason } from '../reading/list-files.ts';
import { KeeperError } from './keeper.ts';
import { codeOf, PathTaken } from './writing/write-file.ts';

/** A failure as one that can be shown to a moderator; what is not of the disk or the file is a fault and stays. */
export function explain(cause: unknown): unknown {
  if (cause instanceof KeeperError) return cause;
  if (cause instanceof PathTaken) {
    return new KeeperError(
      'exists',
      'There is an article at its place already. Remove that first, or choose another title.',
    );
  }
  if (cause instanceof UnreadableBytes) return new KeeperError('unreadable', `${cause.message} ${cause.fix}`);
  const code = codeOf(cause);
  if (code === undefined) return cause;
  if (code === 'ENOENT')
    return new KeeperError('not-found', 'The file is not there any more. Reload, then try again.', { cause });
  const full = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : reason(cause);
  return new KeeperError('disk', `The corpus folder could not be written: ${full}.`, { cause });
}

/** @param path what is in the way, relative to the corpus folder */
export function takenError(path?: string): KeeperError {
  const what = path === undefined ? 'There is an article at its place' : `There is a file ${path}`;
  return new KeeperError('exists', `${what} already. Remove that first, or choose another title.`);
}
