import { ConfigError } from '../../config/config.ts';
import { BackupError } from '../../operate/backup/manifest.ts';
import { StateError } from '../../state/state-error.ts';
import { InputError } from '../input-lines.ts';

const TELLING = [InputError, ConfigError, BackupError, StateError];

/** Whether an error's message says what is wrong and what to do; of any other the place in the program matters. */
export function isTelling(error: unknown): error is Error {
  return TELLING.some((kind) => error instanceof kind);
}
