import type { Config } from '../../config/config.ts';
import { type Direction, migrateAll } from '../../operate/backup/migrate.ts';
import { withDatabase } from '../../operate/corpus-place.ts';
import { InputError } from '../input-lines.ts';
import type { Io } from '../io.ts';

/**
 * Moves articles and state, and tells how much there was and is.
 * @param words the direction, also as `folder→postgres`
 * @throws {InputError} when it is none, or no database is named; {@link BackupError}; {@link StateError}
 */
export async function printMigration(
  words: string,
  config: Pick<Config, 'corpus' | 'dataDir' | 'databaseUrl'>,
  io: Io,
): Promise<void> {
  const direction = directionOf(words);
  const { from, to } = await withDatabase(config, async (postgres) => {
    if (postgres === undefined)
      throw new InputError('DATABASE_URL is not set. Set it to the database to move to or from.');
    return migrateAll(direction, { ...config, postgres });
  });
  const number = (count: number) => count.toLocaleString('en-US');
  io.out(`Files of articles: ${number(from.files)} → ${number(to.files)}\n`);
  io.out(`Entries of state: ${number(from.entries)} → ${number(to.entries)}\n`);
  const [kept, next] =
    direction === 'folder-to-postgres'
      ? ['CORPUS_DIR and DATA_DIR', 'with DATABASE_URL set']
      : ['the database', 'without DATABASE_URL'];
  io.out(`Both are the same. What was in ${kept} is still there. Start the bot ${next}.\n`);
}

function directionOf(text: string): Direction {
  const words = text.toLowerCase().split(/→|->|-to-| to /);
  const [from, to] = words.map((word) => word.trim());
  if (from === 'folder' && to === 'postgres') return 'folder-to-postgres';
  if (from === 'postgres' && to === 'folder') return 'postgres-to-folder';
  throw new InputError(`"${text}" is no direction. Write folder-to-postgres or postgres-to-folder.`);
}
