import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrateAll } from '../../src/operate/backup/migrate.ts';
import { connectPostgres } from '../../src/state/postgres/connect.ts';

/**
 * Puts articles into an empty database, by the command that puts a folder there.
 * @param home a folder for what lies around
 * @param articles their texts, by the names of their files
 */
export async function fillDatabase(
  url: string,
  home: string,
  articles: Readonly<Record<string, string>> = {},
): Promise<void> {
  const corpus = join(home, 'corpus');
  mkdirSync(corpus);
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(corpus, name), text);
  const postgres = connectPostgres(url);
  await migrateAll('folder-to-postgres', { corpus, dataDir: join(home, 'data'), postgres });
  await postgres.close();
}
