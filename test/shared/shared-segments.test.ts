import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { SegmentFiles } from '../../src/library/index.ts';
import { shareSegments } from '../../src/shared/shared-segments.ts';
import { connectPostgres, type Postgres } from '../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../src/state/postgres/open-postgres-state.ts';
import { sweepTables } from '../../src/state/postgres/sweep-tables.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';
import { add } from './corpus-suite.ts';
import { joinShared } from './join-shared.ts';

const Count = z.object({ count: z.string().transform(Number) });

describePostgres('segments of a change', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  /** Processes of one database, each with a share of its own; `made` counts the files that were made by any. */
  async function startProcesses(count: number) {
    const url = await server.database();
    // The tables alone: what a state sweeps by itself is not to come in between.
    await (await openPostgresState(connectPostgres(url))).close();
    const counter = { made: 0 };
    const errors: unknown[] = [];
    const processes = Array.from({ length: count }, () => connectPostgres(url));
    onTestFinished(async () => {
      for (const postgres of processes) await postgres.close();
    });
    async function* make(): SegmentFiles {
      for (const text of ['one', 'two']) {
        counter.made++;
        await turn();
        yield [Buffer.from(text), Buffer.from(' and its end')];
      }
    }
    const shares = processes.map((postgres) => ({
      postgres,
      read: async (digest: string, code = 'a') => {
        const share = shareSegments({ postgres, code, onError: (error) => errors.push(error) });
        const files = await Array.fromAsync(share.segmentsOf(digest, make));
        return files.map((parts) => Buffer.concat(parts).toString());
      },
    }));
    const [first] = shares;
    if (first === undefined) throw new Error('no process');
    return { shares, first, counter, errors };
  }

  const FILES = ['one and its end', 'two and its end'];
  const countOf = async (postgres: Postgres, table: string) =>
    (await postgres.rows(Count, `SELECT count(*) FROM footnote.${table}`, [])).at(0)?.count;

  it('are made by one of those that want them at the same time', async () => {
    const { shares, counter, errors } = await startProcesses(3);
    const all = await Promise.all(shares.map(({ read }) => read('x')));
    expect(all).toEqual([FILES, FILES, FILES]);
    expect([counter.made, errors]).toEqual([2, []]);
  });

  it('are those of these articles and of this version of the program', async () => {
    const { first, counter } = await startProcesses(1);
    for (const [digest, code] of [
      ['x', 'a'],
      ['y', 'a'],
      ['x', 'b'],
      ['x', 'a'],
    ] as const)
      expect(await first.read(digest, code)).toEqual(FILES);
    expect(counter.made).toBe(6);
  });

  it('of which the first only were stored, when a process died, are made anew', async () => {
    const { first, counter } = await startProcesses(1);
    await first.read('x');
    await first.postgres.run('DELETE FROM footnote.segments WHERE number > 0', []);
    expect(await first.read('x')).toEqual(FILES);
    expect(await first.read('x')).toEqual(FILES);
    expect(counter.made).toBe(4);
  });

  it('that were damaged are told of, and made anew', async () => {
    const { first, counter, errors } = await startProcesses(1);
    await first.read('x');
    await first.postgres.run("UPDATE footnote.blobs SET bytes = 'x'", []);
    expect(await first.read('x')).toEqual(FILES);
    expect([counter.made, String(errors[0])]).toEqual([4, expect.stringMatching(/have the digest/)]);
  });

  it('are made by each when the database is away', async () => {
    const { first, counter, errors } = await startProcesses(1);
    await first.postgres.run('ALTER TABLE footnote.segments RENAME TO away', []);
    expect(await first.read('x')).toEqual(FILES);
    expect([counter.made, errors.length]).toEqual([2, 1]);
  });

  it('are swept when all have had time to take them', async () => {
    const { first } = await startProcesses(1);
    await first.read('x');
    const left = async () => [
      await countOf(first.postgres, 'segments'),
      await countOf(first.postgres, 'blobs'),
    ];
    await sweepTables(first.postgres, 0);
    expect(await left()).toEqual([3, 2]);
    for (const table of ['segments', 'blobs'])
      await first.postgres.run(`UPDATE footnote.${table} SET made = made - interval '2 hours'`, []);
    await sweepTables(first.postgres, 0);
    expect(await left()).toEqual([0, 0]);
  });

  it('of a long article that one process adds are had by the other, which answers the same', async () => {
    const url = await server.database();
    const [here, there] = [await joinShared(url), await joinShared(url)];
    onTestFinished(async () => {
      await here.close();
      await there.close();
    });
    const hours = Array.from(
      { length: 6000 },
      (_, hour) => `In hour ${hour} the keeper of the lighthouse wrote down the wind in a blue book.`,
    );
    const body = [...hours, 'The stone bridge was built by Ada Whitcombe in 1871.'].join('\n\n');
    await add(here.keeper, 'The stone bridge', '1', body);
    await here.caughtUp();
    const ask = (live: typeof here.live) => live.current().ask('who built the stone bridge', { top: 1 });
    expect(ask(there.live)).toEqual(ask(here.live));
    expect(JSON.stringify(ask(there.live))).toContain('Ada Whitcombe');
    expect(await countOf(here.postgres, 'segments WHERE sha256 IS NULL')).toBe(1);
    expect([...here.errors, ...there.errors]).toEqual([]);
  });
});
