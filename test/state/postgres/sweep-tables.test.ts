import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { connectPostgres, type Postgres } from '../../../src/state/postgres/connect.ts';
import { LOCKS, migrate } from '../../../src/state/postgres/migrations.ts';
import { sweepTables } from '../../../src/state/postgres/sweep-tables.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../../postgres.ts';

const Left = z.object({ name: z.string() });

describePostgres('sweeping the tables', () => {
  let server: PostgresServer;
  let postgres: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
    postgres = connectPostgres(await server.database());
    await migrate(postgres);
  });
  afterAll(async () => {
    await postgres.close();
    await server.close();
  });

  const left = async (column: string, table: string) =>
    (await postgres.rows(Left, `SELECT ${column} AS name FROM footnote.${table} ORDER BY 1`)).map(
      ({ name }) => name,
    );

  it('takes what has expired, in every store, and nothing else', async () => {
    await postgres.run(
      "INSERT INTO footnote.views VALUES ('old', '{}', 999), ('new', '{}', 1001), ('for ever', '{}', NULL)",
    );
    await sweepTables(postgres, 1000);
    expect(await left('key', 'views')).toEqual(['for ever', 'new']);
  });

  it('takes bytes that nothing refers to, but not at once, nor while a change is made', async () => {
    await postgres.run(`
      INSERT INTO footnote.blobs (sha256, part, bytes, made) VALUES
        ('file', 0, '', now() - interval '2 days'), ('index', 0, '', now() - interval '2 days'),
        ('orphan', 0, '', now() - interval '2 days'), ('fresh', 0, '', now());
      INSERT INTO footnote.files (path, sha256, size, modified, version) VALUES ('a.md', 'file', 0, 0, 1);
      INSERT INTO footnote.indexes VALUES ('code', 'name', 'index', 1);`);
    await postgres.transaction(async (queries) => {
      await queries.run('SELECT pg_advisory_xact_lock($1)', [LOCKS.corpus]);
      await sweepTables(postgres, 1000);
      expect(await left('sha256', 'blobs')).toEqual(['file', 'fresh', 'index', 'orphan']);
    });
    await sweepTables(postgres, 1000);
    expect(await left('sha256', 'blobs')).toEqual(['file', 'fresh', 'index']);
  });
});
