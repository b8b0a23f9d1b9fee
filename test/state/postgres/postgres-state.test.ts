import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectPostgres } from '../../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../../src/state/postgres/open-postgres-state.ts';
import { StateError, type StateOptions } from '../../../src/state/state.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../../postgres.ts';
import { testState } from '../state-suite.ts';

describePostgres('a state in PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());
  const open = (url: string, options?: StateOptions) => openPostgresState(connectPostgres(url), options);

  testState(async () => {
    const url = await server.database();
    return { open: (options) => open(url, options), close: async () => undefined };
  });

  it('makes its tables once, however many processes start at once', async () => {
    const url = await server.database();
    const states = await Promise.all([open(url), open(url), open(url)]);
    await states[0]?.settings.set('a', 1);
    expect(await states[2]?.settings.get('a')).toBe(1);
    for (const state of states) await state.close();
  });

  it('refuses a database of a later version, which waiting does not mend', async () => {
    const url = await server.database();
    await (await open(url)).close();
    const postgres = connectPostgres(url);
    await postgres.run('INSERT INTO footnote.migrations (version) VALUES (99)');
    const refused = openPostgresState(postgres).catch((error: unknown) => error);
    expect(await refused).toBeInstanceOf(StateError);
    expect(await refused).toMatchObject({
      mayPass: false,
      message: expect.stringMatching(
        /written by a later version of Footnote \(format 99; this one knows 2\)/,
      ),
    });
    await postgres.close();
  });

  it('says which server is away without its password, and that it may come back', async () => {
    const postgres = connectPostgres('postgres://someone:secret@127.0.0.1:1/articles');
    await expect(openPostgresState(postgres)).rejects.toMatchObject({
      mayPass: true,
      message:
        'Cannot use PostgreSQL at 127.0.0.1:1/articles: the database cannot be reached. Start the server, or mend DATABASE_URL.',
    });
    await postgres.close();
  });

  it('goes on in memory while the server is away, says so once, and loses nothing', async () => {
    const url = await server.database();
    const told: unknown[] = [];
    const state = await open(url, { onTrouble: (trouble) => told.push(trouble?.why) });
    await state.views.set('before', 1);
    await server.stop();
    await state.views.set('during', 2);
    await state.audit.set('during', 3);
    expect(await state.views.get('during')).toBe(2);
    expect(state.trouble()).toMatchObject({ why: 'the database cannot be reached' });
    await server.start();
    await expect.poll(() => state.trouble(), { timeout: 20_000 }).toBeUndefined();
    expect(told).toEqual(['the database cannot be reached', undefined]);
    await state.close();
    const again = await open(url);
    expect([await again.views.get('during'), await again.audit.get('during')]).toEqual([2, 3]);
    await again.close();
  });
});
