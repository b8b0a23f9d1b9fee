import type { Config } from '../config/config.ts';
import type { FeedHome } from '../feeds/open-feeds.ts';
import type { Postgres } from '../state/postgres/connect.ts';
import type { State } from '../state/state.ts';
import { openPlaces } from './state-place.ts';

type Places = Pick<Config, 'corpus' | 'dataDir' | 'databaseUrl'>;

/**
 * Does something with the articles where they are: in the folder, or in a copy of those that processes share.
 * @param given what a command was told, which goes before both
 * @throws {StateError} when the database can't be used
 */
export async function withCorpus<T>(
  given: string | undefined,
  places: Places,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const { corpus, dataDir } = places;
  if (given !== undefined) return work(given);
  return withDatabase(places, async (postgres) => {
    if (postgres === undefined) return work(corpus);
    const [{ openSharedHome }, { migrate }] = await Promise.all([
      import('../shared/index.ts'),
      import('../state/postgres/migrations.ts'),
    ]);
    await migrate(postgres);
    const home = await openSharedHome(postgres, dataDir);
    try {
      return await work(home.folder);
    } finally {
      home.release();
    }
  });
}

/**
 * Does something with what feeds need: the state, and where their articles are written.
 * @throws {StateError} when either can't be used
 */
export async function withFeedHome<T>(
  places: Places,
  work: (state: State, home: FeedHome) => Promise<T>,
): Promise<T> {
  const { state, home } = await openPlaces(places);
  try {
    return await work(state, home ?? { folder: places.corpus });
  } finally {
    home?.release();
    await state.close();
  }
}

/** Does something with the database that processes share, if there is one. */
export async function withDatabase<T>(
  { databaseUrl }: Places,
  work: (postgres: Postgres | undefined) => Promise<T>,
): Promise<T> {
  if (databaseUrl === undefined) return work(undefined);
  // Most have no database, and its client takes its share of time and memory.
  const { connectPostgres } = await import('../state/postgres/connect.ts');
  const postgres = connectPostgres(databaseUrl);
  try {
    return await work(postgres);
  } finally {
    await postgres.close();
  }
}
