import type { Config } from '../config/config.ts';
import type { SharedHome } from '../shared/index.ts';
import type { Postgres } from '../state/postgres/connect.ts';
import type { State, StateOptions } from '../state/state.ts';

export interface StateEvents extends StateOptions {
  /** Told of connections to the database that were lost while nobody used them. */
  readonly onIdleError?: (error: Error) => void;
}

export interface OpenedState {
  /** Its `close` closes the database too. */
  readonly state: State;
  /** Absent: the state is a file of the folder. */
  readonly postgres?: Postgres;
}

export interface OpenedPlaces extends OpenedState {
  /** Where processes share their articles; absent: these are a folder's. Released before the state is closed. */
  readonly home?: SharedHome;
}

/**
 * Opens what is kept, in the folder for it or in a database.
 * @throws {StateError} when it can't be opened
 */
export async function openStateAt(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  { onIdleError, ...events }: StateEvents = {},
): Promise<OpenedState> {
  if (databaseUrl === undefined) {
    const { openState } = await import('../state/state.ts');
    return { state: openState(dataDir, events) };
  }
  // Most have no database, and its client takes its share of time and memory.
  const [{ connectPostgres }, { openPostgresState }] = await Promise.all([
    import('../state/postgres/connect.ts'),
    import('../state/postgres/open-postgres-state.ts'),
  ]);
  const postgres = connectPostgres(databaseUrl, onIdleError);
  try {
    return { state: await openPostgresState(postgres, events), postgres };
  } catch (error) {
    await postgres.close();
    throw error;
  }
}

/**
 * Opens what is kept, and the articles with it when they lie in the database too.
 * @throws {StateError} when either can't be opened; an error of the disk
 */
export async function openPlaces(
  places: Pick<Config, 'dataDir' | 'databaseUrl'>,
  events: StateEvents = {},
): Promise<OpenedPlaces> {
  const { state, postgres } = await openStateAt(places, events);
  if (postgres === undefined) return { state };
  try {
    const { openSharedHome } = await import('../shared/index.ts');
    return { state, postgres, home: await openSharedHome(postgres, places.dataDir) };
  } catch (error) {
    await state.close();
    throw error;
  }
}
